import { describe, expect, test } from 'vitest';

import { pause, read, withQuery, write, type Conversation, type Reply } from '../../../kakao/delivery/conversation';
import { converse } from '../../../kakao/delivery/converse';
import type { Exchange } from '../../../kakao/delivery/wire';
import { answer, lost, notSent, scriptedWire } from '../support/wires.mts';

const SEND = { method: 'POST', path: '/send' } as const;
const LIST = { method: 'GET', path: '/list' } as const;
const ok = answer({ ok: true });
const tooMany = (headers: Record<string, string> = {}) => answer({}, 429, headers);
const times = (count: number, exchange: Exchange) => Array.from({ length: count }, () => exchange);

async function ask(conversation: Conversation<Reply>, script: readonly Exchange[]) {
	const { wire, asked, times: at } = scriptedWire(script);
	return { reply: await converse(conversation, wire), asked: asked.length, at };
}

describe('a dealer that says "too many requests"', () => {
	test('is obeyed by the second', async () => {
		const { reply, at } = await ask(write(SEND), [tooMany({ 'retry-after': '7' }), ok]);
		expect(reply).toBe(ok);
		expect(at).toEqual([0, 7_000]);
	});

	test('is obeyed when it names a date', async () => {
		const date = new Date(1_000_000 + 90_000).toUTCString();
		expect((await ask(write(SEND), [tooMany({ 'retry-after': date }), ok])).at).toEqual([0, 90_000]);
	});

	test('is obeyed when it names the second of its clock, as Channel Talk does', async () => {
		expect((await ask(write(SEND), [tooMany({ 'x-ratelimit-reset': '1030' }), ok])).at).toEqual([0, 30_000]);
	});

	test.each<Record<string, string>>([{}, { 'retry-after': 'soon' }])(
		'is given growing pauses when it names none (%j)',
		async (headers) => {
			const { at } = await ask(write(SEND), [tooMany(headers), tooMany(headers), tooMany(headers), ok]);
			expect(at).toEqual([0, 500, 1_500, 3_500]);
		},
	);

	test('cannot hold a workflow for hours', async () => {
		expect((await ask(write(SEND), [tooMany({ 'retry-after': '86400' }), ok])).at).toEqual([0, 120_000]);
	});

	test('and keeps saying so: the message is surely not accepted', async () => {
		const { reply, asked } = await ask(write(SEND), times(9, tooMany()));
		expect(reply).toMatchObject({ kind: 'refused', why: 'throttled' });
		expect(asked).toBe(5);
	});

	test('holds back the other requests of the credential as well', async () => {
		const { wire, times: at } = scriptedWire([tooMany({ 'retry-after': '60' }), ok, ok], 1);
		await Promise.all([converse(write(SEND), wire), converse(write(SEND), wire)]);
		expect(at).toEqual([0, 60_000, 60_000]);
	});
});

describe('a request that never reached the dealer', () => {
	test('is repeated, also when it sends something', async () => {
		const { reply, at } = await ask(write(SEND), [notSent, notSent, ok]);
		expect(reply).toBe(ok);
		expect(at).toEqual([0, 500, 1_500]);
	});

	test('is reported as not sent in the end', async () => {
		const { reply, asked } = await ask(write(SEND), times(9, notSent));
		expect(reply).toEqual({ kind: 'refused', why: 'unreachable', detail: 'ECONNREFUSED' });
		expect(asked).toBe(4);
	});
});

describe.each([
	['a broken connection', lost],
	['HTTP 500', answer('oops', 500)],
	['HTTP 503', answer({}, 503, { 'retry-after': '1' })],
])('after %s', (_, exchange) => {
	test('what may have been accepted is never repeated blindly', async () => {
		const { reply, asked } = await ask(write(SEND), times(9, exchange));
		expect(reply.kind).toBe('lost');
		expect(asked).toBe(1);
	});

	test('what changes nothing is asked again, but not for ever', async () => {
		expect((await ask(read(LIST), [exchange, exchange, ok])).reply).toBe(ok);
		const { reply, asked } = await ask(read(LIST), times(50, exchange));
		expect(reply.kind).toBe('lost');
		expect(asked).toBeGreaterThanOrEqual(5);
		expect(asked).toBeLessThanOrEqual(10);
	});
});

test.each([200, 202, 400, 401, 403, 404])('HTTP %i is the dealer’s answer, for the adapter to read', async (status) => {
	const { reply, asked } = await ask(write(SEND), [answer({}, status)]);
	expect(reply).toMatchObject({ kind: 'answer', status });
	expect(asked).toBe(1);
});

describe('once the person has stopped the execution', () => {
	test('nothing more is sent', async () => {
		const { wire, asked, state } = scriptedWire([ok]);
		state.stopped = true;
		expect(await converse(write(SEND), wire)).toMatchObject({ kind: 'refused', why: 'stopped' });
		expect(asked).toEqual([]);
	});

	test('also by a request that was waiting for the dealer’s door to open', async () => {
		const { wire, asked, state } = scriptedWire([ok]);
		wire.pacer.closeUntil(wire.now() + 60_000);
		const sleep = async (milliseconds: number) => {
			state.stopped = true;
			await Promise.resolve(milliseconds);
			wire.now = () => 1_060_000;
		};
		expect(await converse(write(SEND), { ...wire, sleep, now: () => wire.now() })).toMatchObject({ why: 'stopped' });
		expect(asked).toEqual([]);
	});

	test('nor after a failed attempt', async () => {
		const { wire, asked, state } = scriptedWire(() => {
			state.stopped = true;
			return notSent;
		});
		expect(await converse(write(SEND), wire)).toMatchObject({ kind: 'refused', why: 'stopped' });
		expect(asked).toHaveLength(1);
	});
});

test('an adapter’s own pauses are kept', async () => {
	const { wire, clock } = scriptedWire([ok]);
	const conversation = (function* (): Conversation<Reply> {
		yield* pause(3_000);
		return yield* read(LIST);
	})();
	await converse(conversation, wire);
	expect(clock.slept).toEqual([3_000]);
});

test('Korean values, blanks and lists arrive in a query as they are meant', () => {
	expect(withQuery('/list', { a: '가 나', b: undefined, c: '', d: 0, 'ids[]': ['1', '2&3'] })).toBe(
		'/list?a=%EA%B0%80%20%EB%82%98&d=0&ids%5B%5D=1&ids%5B%5D=2%263',
	);
	expect(withQuery('/list', {})).toBe('/list');
});
