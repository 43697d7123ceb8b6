import { describe, expect, test } from 'vitest';

import { nhnCloud } from '../../../kakao/dealers/nhnCloud';
import { composeAlimTalk, type AlimTalkInput, type Composition } from '../../../kakao/message/compose';
import { content, template } from '../support/make.mts';

const NOW = Date.UTC(2026, 11, 1, 0, 0);
const order = template({
	content: content({
		text: '#{이름}님, 주문 #{번호}.',
		buttons: [{ type: 'WL', name: '확인', linkMobile: 'https://a.kr/#{번호}' }],
	}),
});
const fallback = { from: '02-1234-5678', type: 'auto' as const, title: '', text: '' };

function compose(parts: Partial<AlimTalkInput> = {}): Composition {
	const input: AlimTalkInput = {
		to: '010-1234-5678',
		senderProfile: '@shop',
		template: order,
		values: { 이름: '홍길동', 번호: 100 },
		fallback: null,
		scheduleAt: null,
		allowEmpty: false,
		requireHttps: false,
		...parts,
	};
	return composeAlimTalk(input, nhnCloud.capabilities, NOW);
}
const fields = ({ problems }: Composition) => problems.map(({ field }) => field);

test('a good row becomes the message that the customer reads', () => {
	const { draft, problems, recipients } = compose({ fallback });
	expect(problems).toEqual([]);
	expect(recipients).toEqual([{ recipient: { country: '82', national: '01012345678' } }]);
	expect(draft?.content.text).toBe('홍길동님, 주문 100.');
	expect(draft?.content.buttons[0]?.linkMobile).toBe('https://a.kr/100');
	expect(draft?.variables).toEqual({ 이름: '홍길동', 번호: '100' });
	expect(draft?.fallback).toEqual({ type: 'SMS', from: '0212345678', title: '', text: '홍길동님, 주문 100.' });
});

test('columns that the template does not have are ignored, as a row has more of them', () => {
	expect(compose({ values: { 이름: '홍', 번호: 1, 메모: null, 기타: { a: 1 } } }).problems).toEqual([]);
});

describe('nothing is sent while something is wrong', () => {
	test('every missing variable is named at once', () => {
		const composed = compose({ values: {} });
		expect(fields(composed)).toEqual(['variable #{이름}', 'variable #{번호}']);
		expect(composed.draft).toBeNull();
	});

	test.each(['inReview', 'rejected', 'stopped'] as const)('a template that is %s', (status) => {
		const composed = compose({ template: { ...order, status } });
		expect(fields(composed)).toEqual(['Template']);
		expect(composed.draft).toBeNull();
	});

	test('a value over the limit of one variable', () => {
		expect(fields(compose({ values: { 이름: '가'.repeat(1301), 번호: 1 } }))).toEqual(['variable #{이름}']);
	});

	test('a text that its values make too long is refused but can still be previewed', () => {
		const composed = compose({ values: { 이름: '가'.repeat(1300), 번호: 1 } });
		expect(fields(composed)).toEqual(['text']);
		expect(composed.draft?.content.text).toHaveLength(1308);
	});

	test('a broken link, a bad schedule, a fallback with a placeholder left', () => {
		expect(fields(compose({ values: { 이름: '홍', 번호: 'a b' } }))).toEqual(['button 1 "확인"']);
		expect(fields(compose({ scheduleAt: '2020-01-01 09:00' }))).toEqual(['Send At']);
		expect(fields(compose({ fallback: { ...fallback, text: '#{없음}' } }))).toEqual(['fallback text']);
		expect(fields(compose({ fallback: { ...fallback, type: 'LMS', title: '#{없음}' } }))).toEqual(['fallback title']);
		expect(fields(compose({ fallback: { ...fallback, type: 'SMS', text: 'a'.repeat(91) } }))).toEqual([
			'fallback text',
		]);
	});

	test('a column called like a missing variable by accident of the language is no value', () => {
		const composed = compose({ template: template({ content: content({ text: '#{constructor}' }) }), values: {} });
		expect(fields(composed)).toEqual(['variable #{constructor}']);
	});
});

test('one bad number among several does not take the others along', () => {
	const { recipients } = compose({ to: '010-1111-2222, 02-123-4567, +1 212 555 0100' });
	expect(recipients).toMatchObject([
		{ recipient: { national: '01011112222' } },
		{ problem: { field: 'To', text: expect.stringContaining('landline') as string } },
		{ recipient: { country: '1', national: '2125550100' } },
	]);
});

describe('what is allowed but worth knowing', () => {
	test('that the fallback is off', () => {
		expect(compose().warnings.join()).toContain('SMS fallback is off');
		expect(compose({ fallback }).warnings.join()).not.toContain('SMS fallback is off');
	});

	test('that Kakao promises only 1,000 characters', () => {
		const text = (count: number) => template({ content: content({ text: '가'.repeat(count) }) });
		expect(compose({ template: text(1001), fallback: null }).warnings.join()).toContain('promises only 1000');
		expect(compose({ template: text(1000), fallback: null }).warnings.join()).not.toContain('promises only');
	});

	test('that a field is nearly full', () => {
		const near = template({ content: content({ header: '가'.repeat(15), text: '본문' }) });
		expect(compose({ template: near }).warnings).toContain('header: 15 of 16 characters');
	});
});
