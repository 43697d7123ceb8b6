import { beforeEach, describe, expect, test } from 'vitest';

import { addTemplate, preview } from './helpers.mts';
import { stage } from './kakao.mts';

const kakao = stage();

const below = (value: Record<string, unknown>) => ({ variables: { mappingMode: 'defineBelow', value } });
const TO = { to: '01011110001' };

beforeEach(async () => await addTemplate(kakao, { code: 'one', text: '값: #{값}' }));

/** The text of a message whose one variable holds this, or what is wrong with it. */
async function textOf(value: unknown, options: object = {}): Promise<string | undefined> {
	const [shown] = await preview(kakao, [{ ...TO, 값: value as string }], { template: 'one', parameters: { options } });
	return shown!.message?.text ?? shown!.problems[0]?.text;
}

test('variables typed in the form may be constants, columns and formulas at once', async () => {
	const value = { 이름: '={{ $json.name }}', 항목: '교환', 번호: '={{ "A-" + $json.order }}' };
	const rows = [
		{ ...TO, name: '홍길동', order: 7 },
		{ to: '01011110002', name: '이몽룡', order: 8 },
	];
	const { error } = await kakao.run(rows, { parameters: below(value) });
	expect(error).toBeUndefined();
	expect((await kakao.messages()).map(({ bubble }) => bubble.text).sort()).toEqual([
		'이몽룡님, 요청하신 교환 처리가 완료되었습니다.\n접수번호: A-8',
		'홍길동님, 요청하신 교환 처리가 완료되었습니다.\n접수번호: A-7',
	]);
});

test.each([
	['#{이름}', '#{항목}', '#{번호}'],
	[' 이름 ', '항목 ', '#{번호}'],
	['이름'.normalize('NFD'), '항목'.normalize('NFD'), '#{번호}'.normalize('NFD')],
])('columns named %j, %j and %j find their variables by themselves', async (name, item, number) => {
	const { error } = await kakao.run([{ ...TO, [name]: '홍길동', [item]: '환불', [number]: 'A-1', more: 'ignored' }]);
	expect(error).toBeUndefined();
	expect((await kakao.messages())[0]?.bubble.text).toBe(
		'홍길동님, 요청하신 환불 처리가 완료되었습니다.\n접수번호: A-1',
	);
});

test('variables saved with #{} in an older workflow still fill in', async () => {
	const value = { '#{이름}': '홍길동', '#{항목}': '환불', '#{번호}': '={{ 3 }}' };
	expect((await preview(kakao, [TO], { parameters: below(value) }))[0]?.message?.text).toContain('접수번호: 3');
});

test.each([
	[12000, '값: 12000'],
	[0, '값: 0'],
	[-1.5, '값: -1.5'],
	[1e21, '값: 1000000000000000000000'],
	[true, '값: true'],
	[false, '값: false'],
	['2026-12-01', '값: 2026-12-01'],
	[' 앞뒤 ', '값:  앞뒤 '],
])('the value %j is written as people read it', async (value, text) => {
	expect(await textOf(value)).toBe(text);
});

test('a date is shown in Korean time, wherever n8n runs', async () => {
	const value = { 값: '={{ DateTime.fromISO("2026-12-01T00:30:00Z") }}' };
	const options = { template: 'one', parameters: below(value), timezone: 'America/New_York' };
	expect((await preview(kakao, [TO], options))[0]?.message?.text).toBe('값: 2026-12-01 09:30');
});

describe.each([false, true])('with Allow Empty Variables %s', (allowEmptyVariables) => {
	test('null, missing and empty are told apart, because each has another cure', async () => {
		const rows = [{ ...TO, 값: null }, TO, { ...TO, 값: '' }];
		const shown = await preview(kakao, rows, { template: 'one', parameters: { options: { allowEmptyVariables } } });
		const said = shown.map(({ message, problems }) => message?.text ?? problems.map(({ text }) => text).join());
		expect(said[0]).toContain('is null');
		expect(said[1]).toContain('is missing');
		expect(said[2]).toBe(allowEmptyVariables ? '값: ' : 'is empty');
		expect(new Set(shown.flatMap(({ problems }) => problems.map(({ cure }) => cure))).size).toBe(
			allowEmptyVariables ? 2 : 3,
		);
	});
});

test.each([
	['#{이름}님', 'placeholder'],
	['{{ $json.name }}', 'expression was sent as plain text'],
	[['a'], 'is a list'],
	[{ a: 1 }, 'is an object'],
])('the value %j never reaches a customer', async (value, why) => {
	expect(await textOf(value)).toContain(why);
	const { error } = await kakao.run([{ ...TO, 값: value as string }], { template: 'one' });
	expect(error?.message).toContain('variable #{값}');
	expect(await kakao.messages()).toEqual([]);
});

test('a field that was left an ordinary text instead of an expression is refused', async () => {
	const [shown] = await preview(kakao, [{ ...TO, name: '홍길동' }], {
		template: 'one',
		parameters: below({ 값: '{{ $json.name }}' }),
	});
	expect(shown).toMatchObject({ ready: false, problems: [{ cure: expect.stringContaining('expression') }] });
});

test('what exceeds a limit is named with its count, and how near the others are is shown', async () => {
	await addTemplate(kakao, { code: 'titled', text: '#{값}', emphasis: 'TEXT' }, { title: '#{제목}', subtitle: '안내' });
	const options = { template: 'titled' };
	const [long] = await preview(kakao, [{ ...TO, 값: '가', 제목: '나'.repeat(51) }], options);
	expect(long).toMatchObject({
		ready: false,
		problems: [{ field: 'title', text: expect.stringContaining('51 characters') }],
	});
	expect(long!.message?.text).toBe('가');
	const [near] = await preview(kakao, [{ ...TO, 값: '가', 제목: '나'.repeat(46) }], options);
	expect(near).toMatchObject({
		ready: true,
		warnings: expect.arrayContaining([expect.stringContaining('title: 46 of 50')]),
	});
	expect(near!.limits.find(({ field }) => field === 'title')).toMatchObject({ near: true });
});

const LINKED = { parameters: { options: { allowEmptyVariables: true } }, template: 'linked' };

test.each(['https://https://a.example', 'a b', '/orders/1'])(
	'a button that would lead nowhere (%j) keeps its message back',
	async (link) => {
		const buttons = [{ type: 'WL' as const, name: '보기', linkMobile: '#{주소}', linkPc: '#{주소}' }];
		await addTemplate(kakao, { code: 'linked', text: '안내' }, { buttons });
		const { error } = await kakao.run([{ ...TO, 주소: link }], LINKED);
		expect(error?.message).toContain('button 1 "보기"');
		expect(await kakao.messages()).toEqual([]);
	},
);

test('a button without any address keeps its message back', async () => {
	const buttons = [{ type: 'WL' as const, name: '보기', linkMobile: '#{주소}', linkPc: '#{주소}' }];
	await addTemplate(kakao, { code: 'linked', text: '안내' }, { buttons });
	const { error } = await kakao.run([{ ...TO, 주소: '' }], LINKED);
	expect(await kakao.messages()).toEqual([]);
	expect(error?.message).toContain('button 1 "보기"');
});
