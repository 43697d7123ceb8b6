import fc from 'fast-check';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { columnOf, plainColumn } from '../../../nodes/shared/columns';

const NAME = fc.stringMatching(/^[A-Za-z가-힣_$][\w가-힣$]{0,8}$/).filter((name) => !(name in Object.prototype));
const blanks = fc.stringMatching(/^[ \t\n]{0,3}$/);

/** An engine that only says that it was asked. */
const engine = {
	evaluateExpression: (expression: string, itemIndex: number) => ({ asked: expression, itemIndex }),
} as unknown as IExecuteFunctions;
const items = (...rows: INodeExecutionData['json'][]) => rows.map((json) => ({ json }));

describe('a plain column is read from the item itself, so that 10,000 rows take no minutes', () => {
	test.each([
		['={{ $json.name }}', 'name'],
		['={{$json.name}}', 'name'],
		['={{ $json.고객명 }}', '고객명'],
		['={{ $json._a1 }}', '_a1'],
		['={{ $json["주문 번호"] }}', '주문 번호'],
		["={{ $json['order-id'] }}", 'order-id'],
		['={{ $json[ "a.b" ] }}', 'a.b'],
		['={{ $json["it\'s"] }}', "it's"],
	])('%s', (raw, name) => {
		expect(plainColumn(raw)).toBe(name);
	});

	test('whatever the name and its blanks', () => {
		fc.assert(
			fc.property(NAME, blanks, blanks, (name, before, after) => {
				expect(plainColumn(`={{${before}$json.${name}${after}}}`)).toBe(name);
				expect(plainColumn(`={{${before}$json[${JSON.stringify(name)}]${after}}}`)).toBe(name);
			}),
		);
	});

	test('and whatever stands in it, of this item and no other', () => {
		const json = fc.dictionary(NAME, fc.jsonValue());
		fc.assert(
			fc.property(fc.array(json, { minLength: 1 }), NAME, (rows, name) => {
				const column = columnOf(
					engine,
					items(...(rows as INodeExecutionData['json'][])),
					`={{ $json.${name} }}`,
					'Field',
				);
				rows.forEach((row, at) => expect(column(at)).toBe(row[name]));
			}),
		);
	});
});

describe('everything else is left to n8n’s engine', () => {
	test.each([
		'={{ $json.name.first }}',
		'={{ $json.name + "" }}',
		'={{ $json.name }}!',
		'=Hello {{ $json.name }}',
		'= {{ $json.name }}',
		'={{ $json["a"]["b"] }}',
		'={{ $json["a\\n"] }}',
		'={{ $json[name] }}',
		'={{ $json[0] }}',
		'={{ $json?.name }}',
		'={{ $json.name() }}',
		'={{ $node.json.name }}',
		'={{ $json.1a }}',
		'={{ $json.a-b }}',
		'={{ $json.name }}{{ $json.name }}',
		'={{ $json }}',
		'=',
	])('%s', (raw) => {
		expect(plainColumn(raw)).toBeUndefined();
		expect(columnOf(engine, items({}), raw, 'Field')(0)).toEqual({ asked: raw.slice(1), itemIndex: 0 });
	});

	test('names that every JavaScript object has, lest code be taken for a column', () => {
		for (const name of Object.getOwnPropertyNames(Object.prototype)) {
			expect(plainColumn(`={{ $json.${name} }}`)).toBeUndefined();
			expect(plainColumn(`={{ $json["${name}"] }}`)).toBeUndefined();
		}
	});
});

test('a constant is the same for every item, and never evaluated', () => {
	const constant = fc.anything().filter((value) => typeof value !== 'string' || !value.startsWith('='));
	fc.assert(
		fc.property(constant, fc.nat(), (value, at) => {
			expect(plainColumn(value)).toBeUndefined();
			expect(columnOf(engine, items({}), value, 'Field')(at)).toBe(value);
		}),
	);
});
