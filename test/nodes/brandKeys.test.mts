import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { brandStage, people, reasonsOf } from './brandKakao.mts';
import { DEALERS, outcomesOf, requests, settled } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();

const KEYED: IDataObject = { options: { messageKey: '={{ $json.order }}' } };
const orders = (...numbers: number[]) => numbers.map((at) => ({ to: `0101111000${at}`, order: `A-${at}` }));

describe.each(DEALERS)('message keys at %s', (dealer) => {
	test('the same key, number and template go out once: in a run, and in a later execution', async () => {
		const first = await kakao.brand([...orders(1, 2), ...orders(1)], { dealer, parameters: KEYED });
		expect(outcomesOf(first)).toEqual(['accepted', 'accepted', 'skipped']);
		expect(reasonsOf(first)).toEqual([null, null, 'duplicateKey']);
		const second = await kakao.brand(orders(1, 2, 3), { dealer, parameters: KEYED, executionId: '2' });
		expect(reasonsOf(second)).toEqual(['alreadySent', 'alreadySent', null]);
		expect(jsonOf(second.outputs[0]).map(({ messageKey }) => messageKey)).toEqual(['A-1', 'A-2', 'A-3']);
		expect(await kakao.messages()).toHaveLength(3);
	});

	test('one order may bring a written message and one from a template', async () => {
		const row = { ...orders(1)[0]!, 이름: '홍', 항목: '세일', 번호: '1' };
		expect(outcomesOf(await kakao.brand([row], { dealer, parameters: KEYED }))).toEqual(['accepted']);
		expect(
			outcomesOf(await kakao.brand([row], { dealer, parameters: KEYED, template: 'brand-bench', executionId: '2' })),
		).toEqual(['accepted']);
	});

	test('a run whose end nobody saw is asked about at the dealer, not sent again', async () => {
		// The dealer has it, the answers are lost, and the first process is gone.
		await kakao.brand(orders(1), { dealer, parameters: KEYED });
		await settled(kakao);
		const { processed } = kakao.host;
		const forget = processed.removeProcessed.bind(processed);
		processed.clear();
		processed.removeProcessed = async () => undefined;
		// Marks of a run that broke off: written before the first request, never taken back.
		await kakao.brand(orders(2), { dealer, parameters: KEYED, executionId: '2' });
		processed.removeProcessed = forget;
		const again = await kakao.brand(orders(2, 3), { dealer, parameters: KEYED, executionId: '3' });
		expect(reasonsOf(again)).toEqual(['alreadySent', null]);
		expect((await kakao.messages()).map(({ to }) => to).sort()).toEqual(['01011110001', '01011110002', '01011110003']);
	});

	test.each(['', null, '가'.repeat(101)])('the key %j protects nobody and is refused', async (order) => {
		const { error } = await kakao.brand([{ to: '01011110001', order }], { dealer, parameters: KEYED });
		expect(error?.message).toContain('Item 0: Message Key');
		expect(await kakao.messages()).toEqual([]);
	});
});

describe('the ceiling', () => {
	test('an accidental 1,001 rows stop before the first request, whatever On Error says', async () => {
		for (const onError of ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const) {
			const { error, outputs } = await kakao.brand(people(1001), { node: { onError } });
			const said = JSON.stringify([error?.message, error?.description, outputs]);
			expect(said, onError).toContain('1001 messages are more than the 1000');
		}
		expect(await requests(kakao)).toEqual([]);
	});

	test('who gets nothing by law does not count', async () => {
		const rows = people(5).map((row, at) => ({ ...row, out: at < 3 ? 'yes' : '' }));
		const run = await kakao.brand(rows, {
			parameters: { leaveOut: { optedOut: '={{ $json.out }}' }, options: { maxRecipients: 2 } },
		});
		expect(outcomesOf(run)).toEqual(['skipped', 'skipped', 'skipped', 'accepted', 'accepted']);
	});
});
