import type { IExecuteFunctions, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { Parameters } from '../../../nodes/shared/parameters';

const items: INodeExecutionData[] = [{ json: { phone: '010', 이름: '홍길동' } }, { json: { phone: '011' } }];

function parameters(stored: INodeParameters): Parameters {
	const context = {
		getNode: () => ({ parameters: stored }),
		evaluateExpression: (expression: string, itemIndex: number) => `${expression}@${itemIndex}`,
	} as unknown as IExecuteFunctions;
	return new Parameters(context, items);
}

describe('each item gets its own value', () => {
	const read = parameters({ to: '={{ $json.phone }}', options: { messageKey: '={{ $json.id + 1 }}', raw: false } });

	test('from its column', () => {
		expect([0, 1].map(read.column('to', 'Field'))).toEqual(['010', '011']);
	});

	test('from a true expression, evaluated for that item', () => {
		expect([0, 1].map(read.column('options.messageKey', 'Field'))).toEqual([
			'{{ $json.id + 1 }}@0',
			'{{ $json.id + 1 }}@1',
		]);
	});

	test('and what is not set is undefined, also where its collection is missing', () => {
		expect(read.column('options.scheduleAt', 'Field')(0)).toBeUndefined();
		expect(read.column('nothing.at.all', 'Field')(0)).toBeUndefined();
		expect(read.column('to.deeper', 'Field')(0)).toBeUndefined();
	});
});

test('an option that is set but false, empty or null is told from one that was never added', () => {
	const read = parameters({ options: { a: false, b: '', c: null as unknown as string } });
	expect(['a', 'b', 'c', 'd'].map((name) => read.has(`options.${name}`))).toEqual([true, true, true, false]);
});

describe('channel and template are read', () => {
	test.each<[string, INodeParameters[string], unknown]>([
		['chosen from the list', { __rl: true, mode: 'list', value: '@shop', cachedResultName: '가게' }, '@shop'],
		['from an expression in the locator', { __rl: true, mode: 'id', value: '={{ $json.이름 }}' }, '홍길동'],
		['as a bare value in an old workflow', '@shop', '@shop'],
		['as a bare expression', '={{ $json.이름 }}', '홍길동'],
	])('%s', (_, stored, expected) => {
		expect(parameters({ template: stored }).locator('template', 'Field')(0)).toBe(expected);
	});

	test('as nothing where nothing was chosen', () => {
		expect(parameters({}).locator('template', 'Field')(0)).toBeUndefined();
	});
});

describe('the variables of the template', () => {
	const mapped = (mappingMode: string, value: INodeParameters | null) =>
		parameters({ variables: { mappingMode, value } as unknown as INodeParameters }).mapper('variables');

	test('are read field by field where a person mapped them', () => {
		const columns = mapped('defineBelow', { 이름: '={{ $json.이름 }}', '주문 번호': 'A-1' });
		expect([...columns!].map(([name, column]) => [name, column(0)])).toEqual([
			['이름', '홍길동'],
			['주문 번호', 'A-1'],
		]);
	});

	test('a field that the editor left null counts as not mapped, so that it is reported as missing', () => {
		expect([...mapped('defineBelow', { 이름: null as unknown as string, 번호: '' })!.keys()]).toEqual(['번호']);
	});

	test('come from the item’s columns where mapping is automatic', () => {
		expect(mapped('autoMapInputData', { 이름: 'leftover' })).toBeNull();
	});

	test('are none where nothing is stored yet', () => {
		expect(parameters({}).mapper('variables')?.size).toBe(0);
		expect(mapped('defineBelow', null)?.size).toBe(0);
	});
});
