import type { Button } from '../template';
import type { BrandContent, Card, Commerce, Coupon } from './content';

/** A Brand Message as plain text, for a preview, an e-mail or a chat in which somebody approves a campaign. */
export function drawBrand(content: BrandContent): string {
	const { carousel } = content;
	const lines = [
		'(광고)',
		...picture(content.image),
		...(content.video ? [`▶ ${content.video.url}`] : []),
		...text(content.header),
		...(content.items ?? []).map((item) => `• ${item.title ?? ''} [${item.image}]`.trim()),
		...text(content.text),
		...product(content.commerce, content.additional),
		...coupon(content.coupon),
		...content.buttons.map(button),
		...(carousel?.intro
			? ['— intro —', ...picture(carousel.intro.image), carousel.intro.header, carousel.intro.text]
			: []),
		...(carousel?.cards ?? []).flatMap((card, at) => [`— card ${at + 1} —`, ...drawCard(card)]),
		...(carousel?.more ? [`[ 더보기 → ${carousel.more.linkMobile ?? ''} ]`] : []),
	];
	return lines.join('\n');
}

const drawCard = (card: Card): string[] => [
	...picture(card.image),
	...text(card.header),
	...text(card.text),
	...product(card.commerce, card.additional),
	...coupon(card.coupon),
	...card.buttons.map(button),
];

const text = (value: string | undefined): string[] => (value ? [value] : []);
const picture = (image: string | undefined): string[] => (image ? [`[${image}]`] : []);

function button({ type, name, linkMobile, linkPc, schemeAndroid, schemeIos }: Button): string {
	const target = linkMobile ?? linkPc ?? schemeAndroid ?? schemeIos;
	return `[ ${name}${target ? ` → ${target}` : ` (${type})`} ]`;
}

const won = (digits: string): string => (/^\d+$/.test(digits) ? `${Number(digits).toLocaleString('en')}원` : digits);

function product(commerce: Commerce | undefined, additional: string | undefined): string[] {
	if (!commerce) return text(additional);
	const { title, regularPrice, discountPrice, discountRate, discountFixed } = commerce;
	const off = discountRate ? `${discountRate}% ` : discountFixed ? `${won(discountFixed)} off ` : '';
	const price = discountPrice ? `${off}${won(discountPrice)} (${won(regularPrice)})` : won(regularPrice);
	return [title, price, ...text(additional)];
}

const coupon = (given: Coupon | undefined): string[] => (given ? [`🎟 ${given.title}: ${given.description}`] : []);
