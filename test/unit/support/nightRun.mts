import { read, type Conversation } from '../../../kakao/delivery/conversation';
import { deliver } from '../../../kakao/delivery/deliver';
import type { Gate } from '../../../kakao/delivery/gate';
import { identityOf } from '../../../kakao/delivery/keys';
import type { Ledger } from '../../../kakao/delivery/ledger';
import { Pacer } from '../../../kakao/delivery/pacer';
import { sendOnce, type Sighting } from '../../../kakao/delivery/sendOnce';
import type { Service } from '../../../kakao/delivery/service';
import type { Exchange, Wire } from '../../../kakao/delivery/wire';
import { unknownReason } from '../../../kakao/delivery/reasons';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import { accepted, rejected, rejectedTogether, type Outcome } from '../../../kakao/message/outcome';
import { dealerModel, storage } from './dealerModel.mts';
import { answer, fakeClock, lost, notSent } from './wires.mts';

/** What the dealer does with one request. */
export type Mood =
	| 'take'
	/** Takes it, and the answer gets lost. */
	| 'takeSilently'
	/** The request itself gets lost. */
	| 'lose'
	/** Cannot be reached. */
	| 'away'
	/** "Too many requests", for so many seconds. */
	| { wait: number }
	/** Refuses one message, or the whole request because of it. */
	| { refuses: number }
	| { refusesTogether: number };

/** One message as it reached the dealer. */
export interface Taken {
	index: number;
	identity: string;
	at: number;
	scheduleAt: number | null;
}

export interface NightRun {
	start: number;
	gate?: Gate<AlimTalkMessage>;
	/** In turn; afterwards everything is taken. */
	moods?: readonly Mood[];
	maxRecipients?: number;
	parallel?: number;
	/** Milliseconds that a request takes. */
	takes?: number;
	ledger?: Ledger;
}

interface Body {
	batchKey: string;
	messages: AlimTalkMessage[];
}

/**
 * A dealer that takes batches as real ones do (what gets lost is looked up, never guessed) and writes down what reached
 * it and when. Its truth outlives a run.
 */
export function nightDealer() {
	const taken: Taken[] = [];
	const requests: { at: number; indexes: number[]; kind: 'send' | 'look' }[] = [];
	const batches = new Map<string, number[]>();
	const refusal = { ...unknownReason(''), code: 'no', kind: 'message' as const };

	const service = (maxRecipients: number): Service<AlimTalkMessage> => ({
		...dealerModel({ maxRecipients }).service,
		*send(batch, { batchKey }) {
			return yield* sendOnce({
				request: { method: 'POST', path: '/send', body: { batchKey, messages: batch } },
				count: batch.length,
				read: ({ body }) => body as Outcome[],
				*lookUp(): Conversation<Sighting> {
					const reply = yield* read({ method: 'GET', path: `/batches/${batchKey}` });
					if (reply.kind !== 'answer') return { found: 'noAnswer', detail: 'no answer' };
					const has = new Set(reply.body as number[]);
					if (has.size === 0) return { found: 'nothing' };
					return {
						found: batch.map((each) =>
							has.has(each.index) ? accepted(`R/${each.index}`, each.scheduleAt) : rejected(refusal),
						),
					};
				},
				looks: [1_000],
				maySendAgain: () => true,
			});
		},
		*find(messages) {
			yield* read({ method: 'GET', path: '/find' });
			const has = new Set(taken.map(({ identity }) => identity));
			return new Map(messages.filter((each) => has.has(identityOf(each))).map((each) => [each, `R/${each.index}`]));
		},
	});

	function take({ batchKey, messages }: Body, at: number): void {
		batches.set(
			batchKey,
			messages.map(({ index }) => index),
		);
		for (const each of messages)
			taken.push({ index: each.index, identity: identityOf(each), at, scheduleAt: each.scheduleAt });
	}

	function serve(body: Body, mood: Mood, at: number): Exchange {
		const { messages } = body;
		if (mood === 'away') return notSent;
		if (mood === 'lose') return lost;
		if (mood === 'takeSilently') {
			take(body, at);
			return lost;
		}
		if (typeof mood === 'object' && 'wait' in mood) return answer({}, 429, { 'retry-after': String(mood.wait) });
		if (typeof mood === 'object' && 'refusesTogether' in mood) {
			if (messages.some(({ index }) => index === mood.refusesTogether))
				return answer(messages.map(() => rejectedTogether(refusal)));
		}
		const bad = typeof mood === 'object' && 'refuses' in mood ? mood.refuses : -1;
		const good = messages.filter(({ index }) => index !== bad);
		take({ ...body, messages: good }, at);
		return answer(
			messages.map((each) => (each.index === bad ? rejected(refusal) : accepted(`R/${each.index}`, each.scheduleAt))),
		);
	}

	/** One execution. */
	async function run(messages: readonly AlimTalkMessage[], options: NightRun) {
		const { start, gate, moods = [], maxRecipients = 2, parallel = 1, takes = 0, ledger = storage().ledger } = options;
		const clock = fakeClock(start);
		const left = [...moods];
		const wire: Wire = {
			exchange: async ({ path, body }) => {
				const at = clock.now();
				const batch = body as Body | undefined;
				requests.push({
					at,
					indexes: batch?.messages.map(({ index }) => index) ?? [],
					kind: path === '/send' ? 'send' : 'look',
				});
				const exchange =
					path === '/send'
						? serve(batch!, left.shift() ?? 'take', at)
						: answer(batches.get(path.slice('/batches/'.length)) ?? []);
				await clock.sleep(takes);
				return exchange;
			},
			sleep: clock.sleep,
			now: clock.now,
			stopped: () => false,
			pacer: new Pacer(parallel),
		};
		const outcomes = await deliver(messages, service(maxRecipients), wire, {
			includeRaw: false,
			parallel,
			ledger,
			...(gate && { gate }),
			onUnexpected: (error) => {
				throw error;
			},
		});
		return { outcomes, kinds: outcomes.map(({ outcome }) => outcome), end: clock.now() };
	}
	return { run, taken, requests };
}

/** When the phone rings: at once, at its time, or at once where that time is past. */
export const ringsAt = ({ at, scheduleAt }: Taken): number => Math.max(at, scheduleAt ?? at);
