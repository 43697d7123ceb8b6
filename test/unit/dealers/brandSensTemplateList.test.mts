import { describe, expect, test } from 'vitest';

import { answer, requestsOf, talk } from '../support/wires.mts';
import { brand, PATH, queryOf } from './brandSensSupport.mts';

describe('the list of templates', () => {
	const page = (codes: readonly string[], more: object) =>
		answer({ items: codes.map((templateCode) => ({ templateCode })), totalCount: codes.length, ...more });

	test('is read page by page to its end, counted from 0', () => {
		const first = talk(brand.templates('@shop', undefined), [page(['A', 'B'], { hasNext: true })]);
		expect(first.result).toMatchObject({ entries: [{ code: 'A' }, { code: 'B' }], next: '1' });
		expect(requestsOf(first.wishes)[0]?.path.split('?')[0]).toBe(`${PATH}/templates`);
		expect(queryOf(requestsOf(first.wishes)[0])).toEqual({ plusFriendId: '@shop', pageSize: '100', pageIndex: '0' });
		const last = talk(brand.templates('@shop', '1'), [page(['C'], { hasNext: false })]);
		expect(last.result.next).toBeUndefined();
		expect(queryOf(requestsOf(last.wishes)[0])).toMatchObject({ pageIndex: '1' });
	});

	test('of a channel without templates is empty, not one nameless template', () => {
		expect(talk(brand.templates('@shop', undefined), [page([], { hasNext: false })]).result).toEqual({ entries: [] });
		expect(talk(brand.templates('@shop', undefined), [answer('', 404)]).result.entries).toEqual([]);
	});

	test('offers no stopped template, and says when it could not be read', () => {
		const rows = answer({ items: [{ templateCode: 'A', templateStatus: 'STOP' }], hasNext: false });
		expect(talk(brand.templates('@shop', undefined), [rows]).result.entries).toEqual([]);
		expect(() => talk(brand.templates('@shop', undefined), [answer({}, 403)])).toThrow(/templates/);
	});

	test('gives one by its exact code, stopped or not', () => {
		const rows = answer({ items: [{ templateCode: 'SALE2' }, { templateCode: 'SALE', status: 'STOP' }] });
		const found = talk(brand.template('@shop', 'SALE'), [rows]);
		expect(found.result).toMatchObject({ code: 'SALE', status: 'stopped' });
		expect(queryOf(requestsOf(found.wishes)[0])).toEqual({ plusFriendId: '@shop', templateCode: 'SALE' });
		expect(talk(brand.template('@shop', 'NONE'), [rows]).result).toBeNull();
		expect(talk(brand.template('@shop', 'NONE'), [answer({ errorMessage: 'none' }, 404)]).result).toBeNull();
	});
});
