import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readValues } from '../../../kakao/message/readValues';
import { collectVariables, comparableName, fill, fillContent } from '../../../kakao/message/variables';
import { content, template } from '../support/make.mts';

const everywhere = content({
	text: '#{본문}',
	title: '#{제목}',
	subtitle: '#{부제}',
	header: '#{머리}',
	highlight: { title: '#{강조}', description: '#{강조설명}' },
	items: [
		{ title: '하나', description: '#{항목1}' },
		{ title: '둘', description: '#{항목2}' },
	],
	summary: { title: '합계', description: '#{합계}' },
	extra: '#{부가}',
	representLink: { linkMobile: 'https://a.kr/#{대표}' },
	buttons: [{ type: 'WL', name: '#{단추}', linkMobile: 'https://a.kr/#{모바일}', linkPc: 'https://a.kr/#{피씨}' }],
	quickReplies: [{ type: 'AL', name: '앱', schemeAndroid: 'app://#{안드로이드}', schemeIos: 'app://#{아이폰}' }],
});

describe('every variable of a template gets its field', () => {
	test('also those in titles, items and links, in reading order', () => {
		expect(collectVariables(everywhere).map(({ name }) => name)).toEqual(
			'본문 제목 부제 머리 강조 강조설명 항목1 항목2 합계 부가 대표 단추 모바일 피씨 안드로이드 아이폰'.split(' '),
		);
	});

	test('and none is left in the finished message', () => {
		const names = collectVariables(everywhere).map(({ name }) => name);
		const filled = fillContent(everywhere, Object.fromEntries(names.map((name) => [name, `<${name}>`])));
		expect(JSON.stringify(filled)).not.toContain('#{');
		for (const name of names) expect(JSON.stringify(filled)).toContain(`<${name}>`);
	});

	test('a variable used twice is asked for once, with all its places', () => {
		const twice = content({ text: '#{주문} #{주문}', buttons: [{ type: 'WL', name: 'x', linkMobile: '#{주문}' }] });
		expect(collectVariables(twice)).toEqual([{ name: '주문', places: ['text', 'link'] }]);
	});

	test('one-letter names and names with blanks inside keep their exact spelling', () => {
		expect(collectVariables(content({ text: '#{a}#{가}#{ 고객 이름 }#{a.b}#{}' })).map(({ name }) => name)).toEqual([
			'a',
			'가',
			' 고객 이름 ',
			'a.b',
		]);
	});
});

const valuesOf = (text: string, values: Readonly<Record<string, unknown>>) =>
	readValues(template({ content: content({ text }) }), { values, allowEmpty: false }, 1300);

describe('a value finds its variable however the column is written', () => {
	const decomposed = '고객명'.normalize('NFD');
	test.each([
		['고객명', '고객명'],
		['고객명', '#{고객명}'],
		['고객명', ' 고객명 '],
		['고객명', decomposed],
		['고객명', `#{${decomposed}}`],
		[decomposed, '고객명'],
		[' 고객 이름 ', '고객 이름'],
	])('variable %j, column %j', (name, column) => {
		expect(valuesOf(`#{${name}}`, { [column]: '홍길동' })).toEqual({ values: { [name]: '홍길동' }, problems: [] });
	});

	test('the exact spelling wins over a similar one', () => {
		expect(valuesOf('#{이름}', { ' 이름 ': '틀림', 이름: '맞음' }).values).toEqual({ 이름: '맞음' });
	});

	test('inner blanks tell two columns apart', () => {
		expect(comparableName('고객 이름')).not.toBe(comparableName('고객이름'));
		expect(valuesOf('#{고객 이름}', { 고객이름: '홍' }).problems).toHaveLength(1);
	});

	test.each(['constructor', 'toString', 'hasOwnProperty'])('a variable called %s is not mistaken for code', (name) => {
		expect(valuesOf(`#{${name}}`, {}).problems).toMatchObject([{ text: expect.stringContaining('missing') as string }]);
		const { values } = valuesOf(`#{${name}}`, { [name]: '값' });
		expect(fill(`#{${name}}`, values)).toBe('값');
		expect(fill(`#{${name}}`, {})).toBe(`#{${name}}`);
	});

	test('even #{__proto__} is either filled or reported, never sent as it stands', () => {
		const row = JSON.parse('{"__proto__":"값"}') as Record<string, unknown>;
		const { values, problems } = valuesOf('#{__proto__}', row);
		expect(problems.length > 0 || fill('#{__proto__}', values) === '값').toBe(true);
	});
});

test('filling replaces every known placeholder and leaves everything else byte for byte', () => {
	const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => !/[{}]/.test(text));
	const piece = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 10 }).filter((text) => !/[#{}]/.test(text)),
		fc.constantFrom('$&', '$1', '#', '{', '}', '#{}', '\n', '  '),
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(piece, name)), piece, fc.string({ unit: 'binary' }), (pairs, tail, value) => {
			const values = Object.fromEntries(pairs.map(([, each]) => [each, value]));
			const source = pairs.map(([before, each]) => `${before}\u0001#{${each}}`).join('') + tail;
			const expected = pairs.map(([before]) => `${before}\u0001${value}`).join('') + tail;
			expect(fill(source, values)).toBe(expected);
			expect(fill(source, {})).toBe(source);
		}),
	);
});
