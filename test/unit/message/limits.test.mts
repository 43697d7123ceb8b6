import { describe, expect, test } from 'vitest';

import { alimTalkUsage, isNear, KAKAO_LIMITS, overLimit, type AlimTalkLimits } from '../../../kakao/message/limits';
import type { Button, Content, Template } from '../../../kakao/message/template';
import { content, template } from '../support/make.mts';

const long = (count: number) => '가'.repeat(count);
const link = (count: number) => 'https://'.padEnd(count, 'x');
const button = (parts: Partial<Button>): Button => ({ type: 'WL', name: '확인', ...parts });
const item = { title: '항목', description: '값' };

function over(parts: Partial<Content>, limits: AlimTalkLimits = KAKAO_LIMITS, kind: Partial<Template> = {}) {
	const made = content({ text: '본문', ...parts });
	return overLimit(alimTalkUsage(template({ content: made, ...kind }), made, limits)).map(({ field }) => field);
}

describe('each limit of Kakao lets exactly its number of characters through', () => {
	test.each<[string, number, (count: number) => Partial<Content>]>([
		['text', 1300, (n) => ({ text: long(n) })],
		['title', 50, (n) => ({ title: long(n) })],
		['header', 16, (n) => ({ header: long(n) })],
		['highlight title', 30, (n) => ({ highlight: { title: long(n), description: '값' } })],
		['highlight description', 19, (n) => ({ highlight: { title: '제목', description: long(n) } })],
		['highlight title', 21, (n) => ({ highlight: { title: long(n), description: '값', imageUrl: 'https://i' } })],
		['highlight description', 13, (n) => ({ highlight: { title: 't', description: long(n), imageUrl: 'https://i' } })],
		['item 2 title', 6, (n) => ({ items: [item, { title: long(n), description: '값' }] })],
		['item 2 description', 23, (n) => ({ items: [item, { title: '항목', description: long(n) }] })],
		['summary title', 6, (n) => ({ summary: { title: long(n), description: '1원' } })],
		['summary description', 14, (n) => ({ summary: { title: '합계', description: '1'.repeat(n) } })],
		['button 1 name', 14, (n) => ({ buttons: [button({ name: long(n) })] })],
		['button 2 mobile link', 500, (n) => ({ buttons: [button({}), button({ linkMobile: link(n) })] })],
		['button 1 PC link', 500, (n) => ({ buttons: [button({ linkPc: link(n) })] })],
		['button 1 Android link', 500, (n) => ({ buttons: [button({ schemeAndroid: link(n) })] })],
		['button 1 iOS link', 500, (n) => ({ buttons: [button({ schemeIos: link(n) })] })],
		['quick reply 1 name', 14, (n) => ({ quickReplies: [button({ name: long(n) })] })],
		['quick reply 1 mobile link', 500, (n) => ({ quickReplies: [button({ linkMobile: link(n) })] })],
	])('%s: %i', (field, limit, parts) => {
		expect(over(parts(limit))).toEqual([]);
		expect(over(parts(limit + 1))).toEqual([field]);
	});

	test('a link behind the image is counted like any other', () => {
		expect(over({ representLink: { linkMobile: link(500) } })).toEqual([]);
		expect(over({ representLink: { linkMobile: link(501) } })).toHaveLength(1);
	});
});

describe('what is counted together', () => {
	test('extra information counts with the text', () => {
		expect(over({ text: long(1200), extra: long(100) })).toEqual([]);
		expect(over({ text: long(1200), extra: long(101) })).toEqual(['text']);
	});

	test.each(['AD', 'MI'] as const)("%s templates give 40 characters to Kakao's own sentence", (kind) => {
		expect(over({ text: long(1260) }, KAKAO_LIMITS, { kind })).toEqual([]);
		expect(over({ text: long(1261) }, KAKAO_LIMITS, { kind })).toEqual(['text']);
	});

	test.each(['BA', 'EX'] as const)('%s templates do not', (kind) => {
		expect(over({ text: long(1300) }, KAKAO_LIMITS, { kind })).toEqual([]);
	});

	test('a template with an item list holds 700', () => {
		expect(over({ text: long(700) }, KAKAO_LIMITS, { emphasis: 'ITEM_LIST' })).toEqual([]);
		expect(over({ text: long(701) }, KAKAO_LIMITS, { emphasis: 'ITEM_LIST' })).toEqual(['text']);
	});

	test('a dealer with a lower limit is believed', () => {
		expect(over({ text: long(1001) }, { ...KAKAO_LIMITS, text: 1000 })).toEqual(['text']);
		expect(over({ text: long(601) }, { ...KAKAO_LIMITS, text: 600 }, { emphasis: 'ITEM_LIST' })).toEqual(['text']);
	});

	test('an emoji counts 2, as the dealers count it', () => {
		expect(over({ header: '😀'.repeat(8) })).toEqual([]);
		expect(over({ header: `${'😀'.repeat(8)}!` })).toEqual(['header']);
	});
});

test('the refusal says by how much to shorten', () => {
	const [problem] = overLimit([{ field: 'title', used: 57, limit: 50, unit: 'characters' }]);
	expect(problem).toEqual({
		field: 'title',
		text: 'has 57 characters as the customer gets it, the limit is 50',
		cure: 'Shorten it, or the values that fill it, by 7 characters.',
	});
	const [byOne] = overLimit([{ field: 'title', used: 51, limit: 50, unit: 'characters' }]);
	expect(byOne?.cure).toMatch(/ by 1 character\.$/);
});

test.each([
	[89, false],
	[90, true],
	[100, true],
	[101, false],
])('%i of 100 is near the limit: %s', (used, near) => {
	expect(isNear({ field: 'text', used, limit: 100, unit: 'characters' })).toBe(near);
});
