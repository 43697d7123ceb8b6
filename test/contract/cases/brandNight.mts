import { expect, test } from 'vitest';

import { nightGate } from '../../../kakao/policy/night';
import type { BrandMessage } from '../../../kakao/message/brand/message';
import type { Bench } from '../bench.mts';
import type { BrandDesk } from '../brandDesk.mts';
import { TEXT, THREE } from '../lanes.mts';
import { friend, NO_KAKAOTALK } from '../people.mts';

const MINUTE = 60_000;
const KST_OFFSET = 9 * 60;
const DAY = 24 * 60;

/** The night, in which advertising rests by law. */
export function brandNight(bench: Bench, brand: BrandDesk): void {
	const { dealer } = bench;
	const ask = { to: friend(1), values: THREE };
	/** A night that began an hour ago and ends in two, whatever the hour is. */
	const nightNow = () => {
		const minute = (Math.floor(Date.now() / MINUTE) + KST_OFFSET) % DAY;
		return { from: (minute - 60 + DAY) % DAY, until: (minute + 120) % DAY };
	};

	test.each(['freeForm', 'template'] as const)(
		'what Kakao refuses at night (%s) is reported as failed for its time, not as delivered',
		async (form) => {
			const messages = form === 'freeForm' ? brand.freeForm(TEXT, [ask]) : await brand.messages('brand-bench', [ask]);
			await bench.post('/api/night', { mode: 'always' });
			const [outcome] = await brand.send(messages);
			expect(outcome?.outcome).toBe('accepted');
			await expect.poll(async () => (await brand.resultOf(outcome!.messageId!))?.status).toBe('failed');
			expect(await brand.resultOf(outcome!.messageId!)).toMatchObject({
				deliveredBy: null,
				reason: { kind: 'time', advice: expect.stringMatching(/\S/) as string },
			});
		},
	);

	const { fallback } = brand.service.capabilities;
	test.runIf(fallback.freeForm)('no SMS goes out at night either', async () => {
		const text = `(광고)세일\n${fallback.optOutLine?.example ?? '무료거부 080-123-4567'}`;
		const sms = { from: '02-1234-5678', type: 'auto' as const, title: '', text };
		await bench.post('/api/night', { mode: 'always' });
		const [outcome] = await brand.send(brand.freeForm(TEXT, [{ ...ask, to: NO_KAKAOTALK, fallback: sms }]));
		await expect.poll(async () => (await brand.resultOf(outcome!.messageId!))?.status).toBe('failed');
		expect(await brand.resultOf(outcome!.messageId!)).toMatchObject({ reason: { kind: 'time' } });
	});

	test('AlimTalk is no advertising and goes out at night', async () => {
		await bench.post('/api/night', { mode: 'always' });
		const [outcome] = await bench.alimTalk.send(await bench.alimTalk.messages('bench-three', [ask]));
		await expect.poll(async () => (await bench.alimTalk.resultOf(outcome!.messageId!))?.status).toBe('delivered');
	});

	test('what is held for the morning waits at the dealer until then', async () => {
		const gate = nightGate<BrandMessage>('hold', nightNow(), dealer.capabilities);
		const messages = [
			...brand.freeForm(TEXT, [ask]),
			...(await brand.messages('brand-bench', [{ ...ask, to: friend(2) }])),
		];
		const outcomes = await brand.send(messages, { gate });
		for (const outcome of outcomes) {
			expect(outcome).toMatchObject({ outcome: 'held', reason: { kind: 'time' } });
			expect(outcome.scheduledAt! - Date.now()).toBeGreaterThan(118 * MINUTE);
			expect(outcome.scheduledAt! - Date.now()).toBeLessThanOrEqual(120 * MINUTE);
		}
		const waiting = await bench.accepted();
		expect(waiting.map(({ state, scheduledAt }) => [state, Date.parse(scheduledAt!)])).toEqual(
			outcomes.map(({ scheduledAt }) => ['scheduled', scheduledAt]),
		);
		await bench.post('/api/scheduled/release', {});
		await expect.poll(async () => (await brand.resultOf(outcomes[0]!.messageId!))?.status).toBe('delivered');
	});
}
