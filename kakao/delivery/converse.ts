import type { Answer, Conversation, Reply, Wish } from './conversation';
import type { Exchange, Wire } from './wire';

/**
 * How often the driver tries before it gives the bad news to the adapter. Reading is tried longer: what a look-up
 * cannot find out stays unknown to a person.
 */
const TRIES = { read: 8, write: 5 };
/** A name that does not resolve or a closed port rarely mends itself while somebody waits. */
const TRIES_UNREACHABLE = 4;
const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 8_000;
const LONGEST_RETRY_AFTER = 120_000;

/** Drives a conversation to its end over a real wire. */
export async function converse<T>(conversation: Conversation<T>, wire: Wire): Promise<T> {
	let step = conversation.next();
	while (!step.done) {
		step = conversation.next(await grant(step.value, wire));
	}
	return step.value;
}

async function grant(wish: Wish, wire: Wire): Promise<Reply | undefined> {
	if (wish.kind === 'pause') {
		await wire.sleep(wish.milliseconds);
		return undefined;
	}
	for (let attempt = 1; ; attempt++) {
		// Asked inside: the wait for a place, or for the dealer's door to open, can be long.
		const exchange = await wire.pacer.run(async () => {
			if (wire.stopped()) return 'stopped';
			if (wish.mode === 'write' && wire.closed?.()) return 'closed';
			return await wire.exchange(wish.request);
		}, wire);
		if (typeof exchange === 'string') return { kind: 'refused', why: exchange, detail: DETAILS[exchange] };
		const verdict = judge(exchange, wish.mode);
		if (verdict.again === false) return verdict.reply;
		if (attempt === (exchange.kind === 'notSent' ? TRIES_UNREACHABLE : TRIES[wish.mode])) return verdict.reply;
		const backoff = Math.min(FIRST_BACKOFF * 2 ** (attempt - 1), LONGEST_BACKOFF);
		if (verdict.again === 'whenOpen') wire.pacer.closeUntil(wire.now() + (retryAfter(exchange, wire.now()) ?? backoff));
		else await wire.sleep(backoff);
	}
}

const DETAILS = { stopped: 'the execution was stopped', closed: 'its time was over' } as const;

type Verdict = { reply: Reply; again: false | 'soon' | 'whenOpen' };

function judge(exchange: Exchange, mode: 'read' | 'write'): Verdict {
	if (exchange.kind === 'notSent')
		return { reply: { kind: 'refused', why: 'unreachable', detail: exchange.detail }, again: 'soon' };
	if (exchange.kind === 'lost') return { reply: exchange, again: mode === 'read' ? 'soon' : false };
	if (exchange.status === 429) {
		return {
			reply: { kind: 'refused', why: 'throttled', detail: 'the dealer answered 429 (too many requests) each time' },
			again: 'whenOpen',
		};
	}
	if (exchange.status >= 500) {
		const lost: Reply = { kind: 'lost', detail: `the dealer answered HTTP ${exchange.status}` };
		return { reply: lost, again: mode === 'read' ? 'soon' : false };
	}
	return { reply: exchange, again: false };
}

/**
 * How long the partner asks to wait, in milliseconds: Retry-After (seconds or an HTTP date), else Channel Talk's
 * `x-ratelimit-reset` (the second since the epoch at which its budget is full again, facts consulttalk §4.1).
 */
function retryAfter(exchange: Exchange, now: number): number | undefined {
	const headers = (exchange as Answer).headers ?? {};
	const wait = waitFor(headers['retry-after'], now) ?? Number(headers['x-ratelimit-reset']) * 1000 - now;
	return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_RETRY_AFTER);
}

function waitFor(after: string | undefined, now: number): number | undefined {
	if (!after) return undefined;
	const seconds = Number(after);
	return Number.isNaN(seconds) ? Date.parse(after) - now : seconds * 1000;
}
