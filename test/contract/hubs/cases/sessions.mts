import { expect, test } from 'vitest';

import { encodeMetadata } from '../../../../kakao/consult/metadata';
import type { HubBench } from '../bench.mts';
import { billedDay } from '../shape.mts';

const DAY = 86_400_000;
const PARAMS = { order: 'A-100', mid: '홍길동' };

function extraOf(params: Readonly<Record<string, string>>): string {
	const made = encodeMetadata(params);
	if ('why' in made) throw new Error(made.why);
	return made.extra;
}

/** Days until it is so late in Korea, at least an hour from now. */
function daysUntil(now: number, hour: number, minute: number): number {
	const today = Math.floor((now + 9 * 3_600_000) / DAY) * DAY - 9 * 3_600_000;
	const at = today + (hour * 60 + minute) * 60_000;
	return ((at > now + 3_600_000 ? at : at + DAY) - now) / DAY;
}

/** How consults begin and end, as the flow is told. */
export function sessions(bench: HubBench): void {
	const { customer, tells, hub } = bench;

	test('a consult that begins is told of before its first message, under the same customer and consult', async () => {
		const { userKey } = await bench.begin();
		const [started] = await bench.until('session.started');
		const [received] = bench.events('message.received');
		const kinds = bench.events().map(({ event }) => event);
		expect(kinds.indexOf('session.started')).toBeLessThan(kinds.indexOf('message.received'));
		expect(started).toMatchObject({ user: { userKey }, session: { state: 'open' }, entry: { carriedOver: false } });
		if (started!.session.id !== null) expect(started!.session.id).toBe(received!.session.id);
		expect(received!.session.id).toMatch(/./);
	});

	if (tells.metadata) {
		test('what the consult button carried comes with the start of the consult, decoded', async () => {
			const extra = extraOf(PARAMS);
			await customer.open({ extra });
			const [started] = await bench.until('session.started');
			expect(started?.entry).toMatchObject({ extra, params: PARAMS, carriedOver: false });
		});

		test('metadata of another make is handed on as it is', async () => {
			await customer.open({ extra: '메타 정보 {"a":1}' });
			const [started] = await bench.until('session.started');
			expect(started?.entry).toMatchObject({ extra: '메타 정보 {"a":1}', params: {} });
		});

		test('a later consult does not take over the metadata of an earlier one', async () => {
			await customer.open({ extra: extraOf(PARAMS) });
			await customer.leave();
			await customer.write('다시 왔어요');
			const [, again] = await bench.until('session.started', 2);
			expect(again?.entry).toMatchObject({ extra: null, params: {}, carriedOver: true });
		});

		test('a button tapped again within a consult brings its own metadata', async () => {
			for (const order of ['1', '2']) await customer.open({ extra: extraOf({ order }) });
			const started = await bench.until('session.started', 2);
			expect(started.map(({ entry }) => entry?.params)).toEqual([{ order: '1' }, { order: '2' }]);
			expect(new Set(started.map(({ eventId }) => eventId)).size).toBe(2);
		});
	}

	test('a consult that the customer leaves is over for the flow as well', async () => {
		const { userKey } = await bench.begin();
		await customer.leave();
		const [ended] = await bench.until(tells.ending);
		expect(ended).toMatchObject({ user: { userKey }, reply: { canReply: false } });
		if (tells.ending === 'session.ended') expect(ended!.session.state).toBe('ended');
	});

	test('after 30 days of silence the consult is over, and the flow is told', async () => {
		await bench.begin();
		await bench.control('POST', '/api/consult/age', { days: 31 });
		const [ended] = await bench.until('session.ended');
		expect(ended).toMatchObject({ session: { state: 'ended' }, reply: { canReply: false } });
	});

	test('a customer who comes back is the same customer in a new consult', async () => {
		const first = await bench.begin();
		await customer.leave();
		await bench.until(tells.ending);
		const again = await bench.begin('다시 왔어요');
		expect(again).toEqual(first);
		const [before, after] = bench.events('message.received');
		if (tells.sessions) expect(after!.session.id).not.toBe(before!.session.id);
		const started = await bench.until('session.started', 2);
		expect(new Set(started.map(({ eventId }) => eventId)).size).toBe(2);
	});

	test.each([
		['in the small hours', 3, 59],
		['after four in the morning', 4, 1],
		['before midnight', 23, 58],
		['after midnight', 0, 2],
	])('a consult is booked on the day on which the hub bills it: %s', async (_, hour, minute) => {
		await bench.control('POST', '/api/consult/age', { days: daysUntil(Date.now(), hour, minute) });
		await bench.begin();
		const [event] = bench.events('message.received');
		expect(event?.occurredAt).toContain(`T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:`);
		expect(event?.session.billingDay).toBe(billedDay(Date.parse(event!.occurredAt), hub.capabilities.billingDay));
		const [atKakao] = (await customer.chat()).billedDays;
		if (hub.capabilities.billingDay === '04:00') expect(event?.session.billingDay).toBe(atKakao);
	});
}
