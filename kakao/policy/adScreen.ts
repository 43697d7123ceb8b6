/**
 * Words that make a notice read like advertising. Kakao's review looks at the template only; what a variable brings in
 * is the sender's responsibility, and a channel that advertises through AlimTalk is sanctioned (Kakao business guide:
 * AlimTalk carries information only). A soft screen: it warns, it never refuses, and it is no legal verdict.
 */
const AD_WORDS = [
	'광고',
	'할인',
	'특가',
	'세일',
	'쿠폰',
	'이벤트',
	'프로모션',
	'기획전',
	'증정',
	'사은품',
	'경품',
	'무료체험',
	'최저가',
	'1+1',
	'혜택받',
	'선착순',
	'마감임박',
	'지금구매',
	'구매하세요',
	'coupon',
	'promotion',
];

/** Written apart or with signs between, the words are the same: "특 가", "무료 체험". */
const joined = (text: string) =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s·._-]/g, '');

/** The advertising words that a message's values bring in, each once. The template's own text has been reviewed. */
export function advertisingWords(values: Readonly<Record<string, string>>): string[] {
	const text = Object.values(values).map(joined).join('\n');
	return AD_WORDS.filter((word) => text.includes(word));
}
