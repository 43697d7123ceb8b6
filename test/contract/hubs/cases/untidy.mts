import { expect, test } from 'vitest';

import type { ConsultEvent } from '../../../../kakao/consult/event';
import type { HubBench } from '../bench.mts';
import { PARCEL, RECEIPT } from '../pictures.mts';

/** Callbacks as they come in real life: twice, in the wrong order, in older spellings. */
export function untidy(bench: HubBench): void {
	const { customer, tells, hub } = bench;
	const raw = hub.reception.suffixes.length > 1;

	test('repeats of a call are known by their ids, so that a flow answers once', async () => {
		await bench.behave({ duplicates: 2 });
		await customer.open({ extra: 'order_1' });
		for (const words of ['하나', '둘']) await customer.write(words);
		await bench.until('message.received', 6);
		await customer.leave();
		await bench.until(tells.ending, 3);
		const ids = Map.groupBy(bench.events(), ({ eventId }) => eventId);
		// A call without a time is dated when it is read.
		const content = ({ event, message, session, entry }: ConsultEvent) => ({
			event,
			message,
			session: session.id,
			entry,
		});
		for (const [, copies] of ids) expect(copies.map(content)).toEqual(Array(3).fill(content(copies[0]!)));
		const kinds = [...ids.values()].map(([event]) => event!.event).filter((kind) => /^(?:message|session)/.test(kind));
		expect(kinds.filter((kind) => kind === 'message.received')).toHaveLength(2);
		expect(kinds.filter((kind) => kind === 'session.started')).toHaveLength(1);
	});

	test('events of many customers that overtake each other keep their own words', async () => {
		await bench.behave({ unordered: true });
		for (const words of ['하나', '둘', '셋', '넷']) await customer.write(words);
		const events = await bench.until('message.received', 4);
		expect(events.map(({ message }) => message!.text).sort()).toEqual(['하나', '둘', '셋', '넷'].sort());
	});

	test('bodies that are no events of a customer start nothing, and break nothing', () => {
		const odd = [
			'',
			'{',
			'null',
			'[]',
			'"text"',
			'{}',
			'{"messages":[null,1]}',
			'{"event":"push","type":"message","entity":null}',
			'{"user_key":1}',
		];
		for (const suffix of [...hub.reception.suffixes, 'elsewhere'])
			for (const rawBody of odd)
				expect(hub.reception.read({ suffix, headers: {}, query: {}, rawBody }, Date.now())).toEqual([]);
	});

	if (!raw) return;

	test('a message that overtakes the start of its consult is neither lost nor taken for another consult’s', async () => {
		await bench.behave({ messageBeforeReference: true });
		await customer.open({ extra: 'order_1' });
		await customer.write('급해요');
		const [started] = await bench.until('session.started');
		expect(bench.events().map(({ event }) => event)).toEqual(['message.received', 'session.started']);
		expect(started).toMatchObject({ entry: { params: { order: '1' } }, session: bench.events()[0]!.session });
	});

	test('a start that is told three times is one start', async () => {
		await bench.behave({ repeatReference: 2 });
		await customer.open({ extra: 'order_1' });
		const started = await bench.until('session.started', 3);
		expect(new Set(started.map(({ eventId }) => eventId)).size).toBe(1);
	});

	test.each(['both', 'only'] as const)(
		'bodies in the older spelling lose nothing (content: %s)',
		async (legacyContent) => {
			await bench.behave({ legacyContent });
			await customer.write('안녕하세요');
			await customer.write({ photos: [RECEIPT, PARCEL] });
			const [words, photos] = await bench.until('message.received', 2);
			expect(words?.message).toMatchObject({ type: 'text', text: '안녕하세요' });
			// The older spelling holds one picture.
			expect(photos?.message).toMatchObject({
				type: 'image',
				attachments: { length: legacyContent === 'both' ? 2 : 1 },
			});
		},
	);

	test('numbers in quotes are the same numbers', async () => {
		const [plain] = await customer.write('따옴표 없이');
		await bench.until('message.received');
		await bench.behave({ quotedNumbers: true });
		const [quoted] = await customer.write('따옴표로');
		const events = await bench.until('message.received', 2);
		expect(events.map(({ message }) => message?.id)).toEqual([plain?.serial, quoted?.serial]);
		expect(events.map(({ occurredAt }) => Date.parse(occurredAt))).toEqual(
			[plain, quoted].map((each) => Date.parse(each!.at)),
		);
	});

	test('the hub’s own word for how a consult ended is handed on', async () => {
		await bench.behave({ endType: 'user_leave' });
		await bench.begin();
		await customer.leave();
		expect((await bench.until('session.ended'))[0]?.session.endedReason).toBe('user_leave');
	});
}
