import { describe, expect, test } from 'vitest';

import { itIsInKorea } from '../harness/clock.mts';
import { ANNE, BEN, CARL, cappedCampaign } from './brandCaps.mts';
import { brandStage, nhnRefuses, reasonsOf } from './brandKakao.mts';
import { outcomesOf } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();

const { campaign, said } = cappedCampaign(kakao);

describe('the same message again', () => {
	const KEYED = { options: { messageKey: '={{ $json.order }}' } };

	test('Retry On Fail runs the node again without counting anybody twice', async () => {
		let asked = 0;
		const judge = () => (++asked === 1 ? nhnRefuses(-4029) : 'pass');
		const node = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const run = await campaign([ANNE, BEN], { judge, node });
		expect(run.error).toBeUndefined();
		expect(outcomesOf(run)).toEqual(['accepted', 'accepted']);
		expect(asked).toBe(2);
		expect(await kakao.messages()).toHaveLength(2);
		expect(await said([ANNE, CARL])).toEqual(['skipped', 'accepted']);
	});

	test('an execution that is run again with the same keys says "already sent", not "too often"', async () => {
		const rows = [{ ...ANNE, order: 'A-1' }];
		expect(await said(rows, { parameters: KEYED })).toEqual(['accepted']);
		expect(reasonsOf(await campaign(rows, { parameters: KEYED }))).toEqual(['alreadySent']);
		// Another order on the same day is another advertisement.
		expect(reasonsOf(await campaign([{ ...ANNE, order: 'A-2' }], { parameters: KEYED }))).toEqual(['frequencyCap']);
		// What was sent yesterday takes no place of today.
		itIsInKorea('2026-12-02 10:00');
		expect(reasonsOf(await campaign(rows, { parameters: KEYED }))).toEqual(['alreadySent']);
		expect(await said([{ ...ANNE, order: 'A-2' }], { parameters: KEYED })).toEqual(['accepted']);
	});
});

describe("n8n's storage", () => {
	test('keeps the count, and nothing else does: it survives a restart and is shared by workers', async () => {
		expect(await said([ANNE])).toEqual(['accepted']);
		kakao.host.processed.clear();
		expect(await said([ANNE])).toEqual(['accepted']);
		expect(await kakao.messages()).toHaveLength(2);
	});

	test('that does not answer lets nobody through: refused with what to do', async () => {
		const { processed } = kakao.host;
		const answers = processed.checkProcessedAndRecord.bind(processed);
		processed.checkProcessedAndRecord = async () => await Promise.reject(new Error('database is locked'));
		try {
			const run = await campaign([ANNE, BEN], { node: { onError: 'continueRegularOutput' } });
			expect(reasonsOf(run)).toEqual(['frequencyUnknown', 'frequencyUnknown']);
			expect(outcomesOf(run)).toEqual(['rejected', 'rejected']);
			expect(jsonOf(run.outputs[0])[0]).toMatchObject({
				reason: { advice: expect.stringContaining('Save the workflow once') },
			});
			expect((await campaign([ANNE])).error?.message).toContain('The frequency cap could not be checked');
		} finally {
			processed.checkProcessedAndRecord = answers;
		}
		expect(await kakao.messages()).toEqual([]);
		expect(await said([ANNE])).toEqual(['accepted']);
	});

	test('that breaks between two of its answers is told as such', async () => {
		const { processed } = kakao.host;
		const answers = processed.checkProcessedAndRecord.bind(processed);
		let asked = 0;
		processed.checkProcessedAndRecord = async (...given) => {
			asked += 1;
			return asked === 2 ? await Promise.reject(new Error('database is locked')) : await answers(...given);
		};
		try {
			const run = await campaign([ANNE], { node: { onError: 'continueRegularOutput' } });
			expect(reasonsOf(run)).toEqual(['frequencyUnknown']);
		} finally {
			processed.checkProcessedAndRecord = answers;
		}
	});

	test('is not asked where there is no cap', async () => {
		const { processed } = kakao.host;
		const answers = processed.checkProcessedAndRecord.bind(processed);
		let asked = 0;
		processed.checkProcessedAndRecord = async (...given) => {
			asked += 1;
			return await answers(...given);
		};
		expect(outcomesOf(await kakao.brand([ANNE]))).toEqual(['accepted']);
		expect(asked).toBe(0);
		expect(await said([BEN])).toEqual(['accepted']);
		expect(asked).toBeGreaterThan(0);
		processed.checkProcessedAndRecord = answers;
	});
});
