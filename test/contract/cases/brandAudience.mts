import { expect, test } from 'vitest';

import { converse } from '../../../kakao/delivery/converse';
import type { BrandBubble } from '../../../sandbox/world/types.mts';
import type { Bench } from '../bench.mts';
import type { BrandDesk } from '../brandDesk.mts';
import { TEXT, THREE } from '../lanes.mts';
import { friend, STRANGER } from '../people.mts';

/** Who is reached, and what the law shows them. */
export function brandAudience(bench: Bench, brand: BrandDesk): void {
	const { capabilities } = brand.service;
	const plain = { values: THREE };
	/** A channel that Kakao has not approved for people who are no friends. */
	const unapproved = async () => {
		const { entries } = await converse(bench.dealer.profiles(undefined), bench.wire());
		return entries.find(({ name }) => name.includes('@kakaoshop_cs'))!.id;
	};

	test('each message reaches the group that it was meant for', async () => {
		const targeting = (['I', 'M', 'N', 'M', 'I', 'N'] as const).map((each, at) => ({
			to: friend(at),
			targeting: each,
			...plain,
		}));
		for (const messages of [brand.freeForm(TEXT, targeting), await brand.messages('brand-bench', targeting)]) {
			await bench.post('/api/reset', {});
			const outcomes = await brand.send(messages);
			expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
			const meant = new Map((await bench.accepted()).map((message) => [message.to, message.targeting]));
			expect(targeting.map(({ to }) => meant.get(to))).toEqual(['I', 'M', 'N', 'M', 'I', 'N']);
		}
	});

	test('someone who is no friend does not get what is for friends, and the report says why', async () => {
		const [outcome] = await brand.send(brand.freeForm(TEXT, [{ to: STRANGER, ...plain }]));
		expect(outcome?.outcome).toBe('accepted');
		await expect.poll(async () => (await brand.resultOf(outcome!.messageId!))?.status).toBe('failed');
		expect(await brand.resultOf(outcome!.messageId!)).toMatchObject({
			deliveredBy: null,
			reason: { kind: 'recipient', advice: expect.stringMatching(/\S/) as string },
		});
	});

	test.each(['M', 'N'] as const)(
		'targeting %s on a channel without approval is refused with what to do',
		async (targeting) => {
			const messages = brand.freeForm(TEXT, [{ to: friend(1), targeting, ...plain }], await unapproved());
			const [outcome] = await brand.send(messages);
			expect(outcome).toMatchObject({ outcome: 'rejected', reason: { retryable: false } });
			expect(`${outcome!.reason!.text} ${outcome!.reason!.advice}`).toMatch(/targeting/i);
			expect(await bench.accepted()).toEqual([]);
		},
	);

	test('friends get theirs although others of the run may not be addressed', async () => {
		const asks = (['I', 'M', 'I'] as const).map((targeting, at) => ({ to: friend(at), targeting, ...plain }));
		const outcomes = await brand.send(brand.freeForm(TEXT, asks, await unapproved()));
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'rejected', 'accepted']);
		expect((await bench.accepted()).map(({ to }) => to).sort()).toEqual([friend(0), friend(2)]);
	});

	test('what is for adults is marked so, and nothing else is', async () => {
		const asks = [true, false, true].map((adult, at) => ({ to: friend(at), adult, ...plain }));
		await brand.send(brand.freeForm(TEXT, asks));
		const marked = new Map((await bench.accepted()).map(({ to, bubble }) => [to, (bubble as BrandBubble).adult]));
		expect(asks.map(({ to }) => marked.get(to))).toEqual([true, false, true]);
	});

	test.runIf(capabilities.silent)('with and without a sound go out in one run', async () => {
		const asks = [true, false].map((pushAlarm, at) => ({ to: friend(at), pushAlarm, ...plain }));
		const outcomes = await brand.send(brand.freeForm(TEXT, asks));
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
	});

	test('strangers see the number by which they opt out', async () => {
		await brand.send(brand.freeForm(TEXT, [{ to: STRANGER, targeting: 'N', ...plain }]));
		await expect.poll(async () => (await bench.accepted())[0]?.state).toBe('delivered');
		expect((await bench.accepted())[0]?.bubble).toMatchObject({ optOut: { number: '080-123-4567', authNumber: null } });
	});

	test.runIf(capabilities.unsubscribe)(
		'a number given with the message takes its place, for that message only',
		async () => {
			const strangers = [STRANGER, friend(1), friend(2)];
			for (const number of strangers) await bench.phone(number, { friend: false });
			const numbers = [
				{ number: '080-999-1234', authNumber: '77' },
				{ number: '08055501234', authNumber: '' },
				{ number: '', authNumber: '' },
			];
			const asks = strangers.map((to, at) => ({ to, targeting: 'M' as const, unsubscribe: numbers[at]!, ...plain }));
			await brand.send(brand.freeForm(TEXT, asks));
			await expect.poll(async () => (await bench.accepted()).every(({ state }) => state === 'delivered')).toBe(true);
			const shown = new Map((await bench.accepted()).map(({ to, bubble }) => [to, (bubble as BrandBubble).optOut]));
			expect(strangers.map((to) => shown.get(to))).toEqual([
				{ number: '0809991234', authNumber: '77' },
				{ number: '08055501234', authNumber: null },
				{ number: '080-123-4567', authNumber: null },
			]);
		},
	);

	test.skipIf(capabilities.unsubscribe)(
		'a number that the dealer would drop is refused before anything is sent',
		() => {
			const unsubscribe = { number: '080-999-1234', authNumber: '' };
			expect(() => brand.freeForm(TEXT, [{ to: friend(1), unsubscribe, ...plain }])).toThrow(/Opt-Out Number/);
		},
	);
}
