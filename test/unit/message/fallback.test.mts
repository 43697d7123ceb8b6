import { describe, expect, test } from 'vitest';

import { buildFallback, type FallbackInput } from '../../../kakao/message/fallback';
import { overLimit } from '../../../kakao/message/limits';

const input = (parts: Partial<FallbackInput> = {}): FallbackInput => ({
	from: '02-1234-5678',
	type: 'auto',
	title: '',
	text: '',
	...parts,
});
const build = (parts: Partial<FallbackInput>, messageText = '본문', senderRequired = true) =>
	buildFallback(input(parts), messageText, { senderRequired });
const over = (parts: Partial<FallbackInput>) => overLimit(build(parts).usage).map(({ field }) => field);

describe('the cheaper SMS is used as long as it fits', () => {
	test('90 bytes are an SMS, 91 an LMS', () => {
		expect(build({ text: '가'.repeat(45) }).fallback.type).toBe('SMS');
		expect(build({ text: `${'가'.repeat(45)}!` }).fallback.type).toBe('LMS');
		expect(build({ text: 'a'.repeat(90) }).fallback.type).toBe('SMS');
		expect(build({ text: 'a'.repeat(91) }).fallback.type).toBe('LMS');
	});

	test('a type that the person chose is kept', () => {
		expect(build({ type: 'LMS', text: '짧다' }).fallback.type).toBe('LMS');
		expect(build({ type: 'SMS', text: 'a'.repeat(91) }).fallback.type).toBe('SMS');
	});
});

describe('a text that the dealer would cut is refused instead', () => {
	test('SMS over 90 bytes', () => {
		expect(over({ type: 'SMS', text: 'a'.repeat(90) })).toEqual([]);
		expect(over({ type: 'SMS', text: 'a'.repeat(91) })).toEqual(['fallback text']);
	});

	test('LMS over 2,000 bytes', () => {
		expect(over({ text: '가'.repeat(1000) })).toEqual([]);
		expect(over({ text: `${'가'.repeat(1000)}!` })).toEqual(['fallback text']);
	});

	test('a title over 40 bytes, where there is a title at all', () => {
		expect(over({ type: 'LMS', title: '가'.repeat(20) })).toEqual([]);
		expect(over({ type: 'LMS', title: `${'가'.repeat(20)}!` })).toEqual(['fallback title']);
		expect(over({ type: 'SMS', title: '가'.repeat(21) })).toEqual([]);
		expect(build({ type: 'SMS', title: '제목' }).fallback.title).toBe('');
	});
});

test('without a text of its own the customer reads the same as in KakaoTalk', () => {
	expect(build({ text: '' }, '홍길동님 완료').fallback.text).toBe('홍길동님 완료');
	expect(build({ text: '문자용' }, '홍길동님 완료').fallback.text).toBe('문자용');
});

describe('the sender number', () => {
	test.each([undefined, null, ''])('%j is refused where the dealer needs one', (from) => {
		expect(build({ from }).problems).toMatchObject([{ field: 'fallback sender number', text: 'is empty' }]);
	});

	test.each([undefined, null, ''])('%j leaves the choice to the console where the dealer has a default', (from) => {
		const { fallback, problems } = build({ from }, '본문', false);
		expect(problems).toEqual([]);
		expect(fallback.from).toBe('');
	});

	test('one that is none is refused at every dealer', () => {
		for (const required of [true, false])
			expect(build({ from: '홍길동' }, '본문', required).problems).toMatchObject([
				{ text: 'is not a Korean phone number' },
			]);
	});

	test('is sent as digits', () => {
		expect(build({ from: '02-1234-5678' }).fallback.from).toBe('0212345678');
		expect(build({ from: 1588_1234 }).fallback.from).toBe('15881234');
	});
});

test('emoji are named with the field they stand in', () => {
	const { problems } = build({ type: 'LMS', title: '🎁 선물', text: '축하🎉🎉' });
	expect(problems.map(({ field, text }) => [field, text.includes('🎉'), text.includes('🎁')])).toEqual([
		['fallback text', true, false],
		['fallback title', false, true],
	]);
});
