import type { Answer, Conversation, DealerRequest, Reply, Wish } from '../../../kakao/delivery/conversation';
import { Pacer } from '../../../kakao/delivery/pacer';
import type { Exchange, Wire } from '../../../kakao/delivery/wire';

export const answer = (body: unknown, status = 200, headers: Record<string, string> = {}): Answer => ({
	kind: 'answer',
	status,
	headers,
	body,
});
export const lost: Exchange & { kind: 'lost' } = { kind: 'lost', detail: 'the connection broke' };
export const notSent: Exchange & { kind: 'notSent' } = { kind: 'notSent', detail: 'ECONNREFUSED' };

/** A clock that only moves when somebody sleeps. */
export function fakeClock(start = 1_000_000) {
	let now = start;
	const slept: number[] = [];
	return {
		slept,
		now: () => now,
		sleep: async (milliseconds: number) => {
			slept.push(milliseconds);
			now += milliseconds;
			await Promise.resolve();
		},
	};
}

/** A wire that gives scripted exchanges in turn and writes down what it was asked, and when. */
export function scriptedWire(script: readonly Exchange[] | ((request: DealerRequest) => Exchange), parallel = 4) {
	const clock = fakeClock();
	const asked: DealerRequest[] = [];
	const times: number[] = [];
	const state = { stopped: false };
	const wire: Wire = {
		exchange: async (request) => {
			asked.push(request);
			times.push(clock.now() - 1_000_000);
			const exchange = typeof script === 'function' ? script(request) : script[asked.length - 1];
			if (exchange === undefined) throw new Error(`Nobody expected request ${asked.length}: ${request.path}`);
			return await Promise.resolve(exchange);
		},
		sleep: clock.sleep,
		now: clock.now,
		stopped: () => state.stopped,
		pacer: new Pacer(parallel),
	};
	return { wire, asked, times, state, clock };
}

/** Drives a conversation by hand; replies come in turn or by request, pauses cost nothing. Returns wishes and result. */
export function talk<T>(
	conversation: Conversation<T>,
	replies: readonly Reply[] | ((request: DealerRequest) => Reply),
): { result: T; wishes: Wish[] } {
	const wishes: Wish[] = [];
	const left = typeof replies === 'function' ? [] : [...replies];
	let step = conversation.next();
	while (!step.done) {
		wishes.push(step.value);
		if (step.value.kind === 'pause') step = conversation.next(undefined);
		else {
			const reply = typeof replies === 'function' ? replies(step.value.request) : left.shift();
			if (!reply) throw new Error(`No reply left for ${step.value.request.path}`);
			step = conversation.next(reply);
		}
	}
	if (left.length > 0) throw new Error(`${left.length} replies were never asked for`);
	return { result: step.value, wishes };
}

/** The requests among the wishes of a conversation. */
export const requestsOf = (wishes: readonly Wish[]): DealerRequest[] =>
	wishes.flatMap((wish) => (wish.kind === 'ask' ? [wish.request] : []));
