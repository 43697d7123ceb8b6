import { describe, expect, test } from 'vitest';

import { advertisingTextProblems } from '../../../kakao/policy/adLabel';

const OWN = { number: '0801234567', authNumber: '' };
const told = (text: string, unsubscribe: typeof OWN | null = null) =>
	advertisingTextProblems(text, unsubscribe).map(({ text: problem }) => problem);
const MARK = 'does not begin with (광고)';
const WAY_OUT = 'does not say how to opt out';
const OTHER = 'names another opt-out number than the message';

test.each([
	['(광고)가나상점\n주말 특가\n무료수신거부 080-123-4567'],
	['(광고) 가나상점 주말 특가 무료 수신거부 0801234567'],
	['(광고)[가나상점] 특가\n수신 거부: 080-1234-5678'],
	['(광고)가나상점 특가 무료수신차단 08012345678'],
])('an advertising text message as the law wants it passes: %j', (text) => expect(told(text)).toEqual([]));

describe('without the mark at the very beginning, spelled as the law spells it, it is refused', () => {
	const rest = '가나상점 무료수신거부 080-123-4567';
	test.each([
		[`${rest}`],
		[` (광고)${rest}`],
		[`\n(광고)${rest}`],
		[`[가나상점] (광고)${rest}`],
		[`(광 고)${rest}`],
		[`(광.고)${rest}`],
		[`[광고]${rest}`],
		[`광고 ${rest}`],
		[`（광고）${rest}`],
		[`(대출광고)${rest}`],
		[`(${'광고'.normalize('NFD')})${rest}`],
		[rest + '(광고)'],
	])('%j', (text) => expect(told(text)).toEqual([MARK]));
});

describe('without a free way out it is refused', () => {
	test.each([
		['(광고)가나상점 주말 특가'],
		['(광고)가나상점 문의 080-123-4567'],
		['(광고)가나상점 무료수신거부'],
		['(광고)가나상점 무료수신거부 02-123-4567'],
		['(광고)가나상점 무료수신거부 080-12-4567'],
		['(광고)가나상점 무료수신거부 070-1234-5678'],
	])('%j', (text) => expect(told(text)).toEqual([WAY_OUT]));

	test('and everything that is wrong is told at once, with a cure that says what it costs', () => {
		const problems = advertisingTextProblems('주말 특가', null);
		expect(problems.map(({ field, text }) => [field, text])).toEqual([
			['fallback text', MARK],
			['fallback text', WAY_OUT],
		]);
		// Every byte counts in an SMS of 90.
		expect(problems[1]?.cure).toMatch(/무료수신거부 080-123-4567.*\d\d bytes/);
		expect(told('')).toEqual([MARK, WAY_OUT]);
	});
});

describe('the number is the one of the message', () => {
	test.each([['080-123-4567'], ['0801234567'], ['080123-4567']])('however it is written: %s', (number) => {
		expect(told(`(광고)가나상점 무료수신거부 ${number}`, OWN)).toEqual([]);
	});

	test('another one is told', () => {
		expect(told('(광고)가나상점 무료수신거부 080-765-4321', OWN)).toEqual([OTHER]);
		expect(told('(광고)가나상점 무료수신거부 080-1234-5678', OWN)).toEqual([OTHER]);
	});

	test('any will do where the message leaves it to the channel', () => {
		expect(told('(광고)가나상점 무료수신거부 080-765-4321', null)).toEqual([]);
	});

	test('a free hotline in the same text is not taken for it', () => {
		expect(told('(광고)가나상점 문의 080-777-8888 무료수신거부 080-123-4567', OWN)).toEqual([]);
	});
});

describe('a dealer that prescribes how the line reads', () => {
	const line = { pattern: /무료수신거부 \d{10,11}$/, example: '무료수신거부 0801234567' };
	const toldThere = (text: string) => advertisingTextProblems(text, OWN, line).map(({ text: problem }) => problem);

	test('is given it just so, each time anew', () => {
		for (let again = 0; again < 3; again++) {
			expect(toldThere('(광고)가나상점 특가\n무료수신거부 0801234567')).toEqual([]);
			expect(toldThere('(광고)가나상점 특가\n무료수신거부 080-123-4567')).toEqual([WAY_OUT]);
		}
	});

	test('and its own example is the cure', () => {
		expect(advertisingTextProblems('(광고)가나상점', OWN, line)[0]?.cure).toContain(
			'무료수신거부 0801234567 (23 bytes)',
		);
	});
});

// Dealers' own guides name it, and every byte counts in an SMS of 90.
test.each([['무료거부 080-123-4567'], ['무료거부0801234567']])('the short form that senders use passes: %j', (end) => {
	expect(told(`(광고)가나상점 주말 특가\n${end}`)).toEqual([]);
});
