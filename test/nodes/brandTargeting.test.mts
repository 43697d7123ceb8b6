import { describe, expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { brandStage, byField, byId, STRANGER, UNAPPROVED } from './brandKakao.mts';
import { DEALERS, outcomesOf, settled } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();

/** Only NHN Cloud has a code for it. The others say it in a sentence of their own, which must come through. */
const UNAPPROVED_REASON: Record<DealerId, object> = {
	nhnCloud: { kind: 'channel', advice: expect.stringContaining('Choose targeting I, or apply for M and N') },
	solapi: { text: expect.stringContaining('M, N의 경우는 카카오 측에서 인허가된 채널만') },
	naverSens: { text: expect.stringContaining('targeting: the channel is not approved for M and N') },
};

describe.each(DEALERS)('targeting at %s', (dealer) => {
	test.each([
		['I', { friend: '1000', stranger: '3018', unwilling: '1000' }],
		['M', { friend: '1000', stranger: '1000', unwilling: '3018' }],
		['N', { friend: '3018', stranger: '1000', unwilling: '3018' }],
	] as const)('%s reaches whom it says', async (targeting, codes) => {
		const numbers = { friend: '01012345678', stranger: STRANGER, unwilling: '01000002002' };
		const rows = Object.values(numbers).map((to) => ({ to, agreedAt: '2026-01-01' }));
		const run = await kakao.brand(rows, { dealer, parameters: { targeting, ...byField() } });
		expect(outcomesOf(run)).toEqual(['accepted', 'accepted', 'accepted']);
		await settled(kakao);
		const shown = await kakao.shown();
		const got = Object.fromEntries(Object.entries(numbers).map(([who, to]) => [who, shown[to]!.resultCode]));
		expect(got).toEqual(codes);
		expect(shown[STRANGER]!.targeting).toBe(targeting);
		// Strangers see how to object; the local Kakao shows it where the message reached them.
		if (targeting !== 'I') expect(shown[STRANGER]!.bubble.optOut).toMatchObject({ number: '080-123-4567' });
	});

	test('rows may say it for themselves; anything but I, M and N is refused', async () => {
		const rows = ['I', 'N', 'X', ''].map((targeting, at) => ({
			to: `0101111000${at}`,
			targeting,
			agreedAt: '2026-01-01',
		}));
		const options = {
			dealer,
			parameters: { targeting: '={{ $json.targeting }}', ...byField() },
			node: { onError: 'continueRegularOutput' as const },
		};
		const run = await kakao.brand(rows, options);
		expect(outcomesOf(run)).toEqual(['accepted', 'accepted', 'rejected', 'rejected']);
		expect(jsonOf(run.outputs[0])[2]).toMatchObject({
			reason: { text: 'Targeting is "X".', advice: 'Use I, M or N.' },
		});
		expect(Object.fromEntries((await kakao.messages()).map(({ to, targeting }) => [to, targeting]))).toEqual({
			'01011110000': 'I',
			'01011110001': 'N',
		});
	});

	test.each(['M', 'N'])('%s on a channel that Kakao has not approved is refused with what to do', async (targeting) => {
		const parameters = { targeting, ...byField(), senderProfile: byId(UNAPPROVED[dealer]) };
		const options = { dealer, parameters, node: { onError: 'continueRegularOutput' as const } };
		const run = await kakao.brand([{ to: STRANGER, agreedAt: '2026-01-01' }], options);
		expect(await kakao.messages()).toEqual([]);
		expect(jsonOf(run.outputs[0])).toMatchObject([{ outcome: 'rejected', reason: UNAPPROVED_REASON[dealer] }]);
	});

	test('friends in the same list get theirs all the same', async () => {
		const rows = ['I', 'M', 'I'].map((targeting, at) => ({ to: `0101111000${at}`, targeting, agreedAt: '2026-01-01' }));
		const parameters = { targeting: '={{ $json.targeting }}', ...byField(), senderProfile: byId(UNAPPROVED[dealer]) };
		const run = await kakao.brand(rows, { dealer, parameters });
		expect(outcomesOf(run)).toEqual(['accepted', 'rejected', 'accepted']);
		expect((await kakao.messages()).map(({ to }) => to).sort()).toEqual(['01011110000', '01011110002']);
	});
});
