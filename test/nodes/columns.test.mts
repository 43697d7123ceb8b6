import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { valueToText } from '../../kakao/message/values';
import { evaluate, startEngine } from '../harness/expressions.mts';
import { addTemplate, preview } from './helpers.mts';
import { stage } from './kakao.mts';

const kakao = stage();

beforeEach(async () => await addTemplate(kakao, { code: 'one', text: '값: #{값}' }));

const preset = fc.constantFrom(
	'이름',
	'주문 번호',
	'2nd',
	'1',
	'$price',
	'_x',
	'a-b',
	'a.b',
	'전화(휴대)',
	'class',
	'length',
	'값',
);
const composed = fc.string({
	unit: fc.constantFrom(...'가나다힣ㄱ漢éß가aZ019 _$-.()%/:[]😀²'),
	minLength: 1,
	maxLength: 8,
});
const columnName = fc.oneof(preset, composed);

const dotted = (name: string) => /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(name);
const spellings = (name: string) => [
	`={{ $json["${name}"] }}`,
	`={{$json['${name}']}}`,
	`={{  $json[ "${name}" ]  }}`,
	`={{ $json?.["${name}"] }}`,
	`={{ $json["${name}"] }} `,
	`="{{ $json['${name}'] }}"`,
	...(dotted(name) ? [`={{ $json.${name} }}`, `={{$json.${name}}}`, `={{ $json?.${name} }}`] : []),
];

const MISSING = Symbol('no such column');
const value = fc.oneof(
	fc.string({ maxLength: 12 }),
	fc.constantFrom(
		'',
		'010-1234-5678',
		'2026-12-01T09:30:00.000Z',
		'2026-12-01 09:30',
		'#{이름}',
		'{{ $json.a }}',
		'=1+1',
		'true',
		' ',
	),
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.constantFrom(null, MISSING, { a: 1 }, { 이름: { 성: '홍' } }, [], ['a', 2]),
);

/** What the message must show for what the engine has evaluated. */
function expected(evaluated: unknown) {
	const result = valueToText(evaluated, { allowEmpty: true });
	return 'text' in result ? { text: `값: ${result.text}` } : { why: result.why };
}

async function shown(raw: string, rows: IDataObject[]) {
	const parameters = {
		to: '01011110001',
		variables: { mappingMode: 'defineBelow', value: { 값: raw } },
		options: { allowEmptyVariables: true },
	};
	const previews = await preview(kakao, rows, { template: 'one', parameters });
	return previews.map(({ message, problems }) => (message ? { text: message.text } : { why: problems[0]?.text }));
}

describe.each([
	['legacy', 150],
	// The engine of n8n's default set-up; it makes an isolate for each execution.
	['vm', 40],
] as const)('with the expression engine "%s"', (engine, numRuns) => {
	beforeAll(async () => await startEngine(kakao.host, engine));
	afterAll(async () => await startEngine(kakao.host, 'legacy'));

	test('a column read without the engine gives the customer the very value that n8n would', async () => {
		const cases = columnName.chain((name) =>
			fc.record({
				name: fc.constant(name),
				raw: fc.constantFrom(...spellings(name)),
				values: fc.array(value, { minLength: 1, maxLength: 6 }),
			}),
		);
		await fc.assert(
			fc.asyncProperty(cases, async ({ name, raw, values }) => {
				const rows = values.map((each) => ({ other: 1, ...(each !== MISSING && { [name]: each as IDataObject }) }));
				const evaluated = await evaluate(kakao.host, raw, rows);
				expect(await shown(raw, rows), raw).toEqual(evaluated.map(expected));
			}),
			{ numRuns, seed: 20260927 },
		);
	});

	test.each([
		['={{ $json.a + "-" + $json.b }}', ['1-x', '2-y']],
		['={{ $itemIndex }}', ['0', '1']],
		['=주문 {{ $json.a }} / {{ $json.b }}', ['주문 1 / x', '주문 2 / y']],
		['={{ $json.a > 1 ? "많음" : "하나" }}', ['하나', '많음']],
		['={{ $json.b.toUpperCase() }}', ['X', 'Y']],
		['=그냥 글', ['그냥 글', '그냥 글']],
		['{ $json.a }', ['{ $json.a }', '{ $json.a }']],
		['={{ $("Items").item.json.b }}', ['x', 'y']],
		['={{ DateTime.fromISO("2026-12-01T00:30:00Z") }}', ['2026-12-01 09:30', '2026-12-01 09:30']],
	])('%s is evaluated for each row', async (raw, texts) => {
		const rows = [
			{ a: 1, b: 'x' },
			{ a: 2, b: 'y' },
		];
		expect(await shown(raw, rows)).toEqual(texts.map((text) => ({ text: `값: ${text}` })));
	});
});
