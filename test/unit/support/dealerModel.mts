import { pause, read, write, type Answer, type Conversation, type Reply } from '../../../kakao/delivery/conversation';
import { identityOf } from '../../../kakao/delivery/keys';
import type { Ledger } from '../../../kakao/delivery/ledger';
import type { Service } from '../../../kakao/delivery/service';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import { accepted, rejected, unknownOutcome, type Outcome } from '../../../kakao/message/outcome';
import { unknownReason } from '../../../kakao/delivery/reasons';

/** The process is killed here: nothing after it runs, nothing before it is undone. */
export class Killed extends Error {}

export type Fate = 'accept' | 'reject' | 'acceptSilently' | 'loseSilently';

const bodyOf = (reply: Reply) => (reply.kind === 'answer' ? (reply as Answer).body : undefined);

/**
 * A dealer reduced to the truth: what it has accepted, and how often. `fate` says what becomes of a request; silent
 * ones end without an answer, and nobody can find out within the run.
 */
export function dealerModel(options: { maxRecipients?: number } = {}) {
	const had = new Map<string, number>();
	const asked: string[][] = [];
	const state = { fate: 'accept' as Fate, findable: true, forgotten: new Set<string>() };
	const reason = { ...unknownReason(''), kind: 'message' as const, code: 'no' };

	const take = (batch: readonly AlimTalkMessage[]): Outcome[] => {
		if (state.fate === 'accept' || state.fate === 'acceptSilently')
			for (const each of batch) had.set(identityOf(each), (had.get(identityOf(each)) ?? 0) + 1);
		if (state.fate === 'accept') return batch.map((each) => accepted(`R/${each.index}`, each.scheduleAt));
		return batch.map(() => (state.fate === 'reject' ? rejected(reason) : unknownOutcome(unknownReason('lost'))));
	};
	const service: Service<AlimTalkMessage> = {
		batch: { groupOf: () => '', maxRecipients: options.maxRecipients ?? 2 },
		*send(batch): Conversation<Outcome[]> {
			yield* pause(1);
			return bodyOf(yield* write({ method: 'POST', path: '/send', body: batch })) as Outcome[];
		},
		*find(messages): Conversation<ReadonlyMap<AlimTalkMessage, string> | null> {
			yield* read({ method: 'GET', path: '/find' });
			asked.push(messages.map(identityOf));
			if (!state.findable) return null;
			const known = messages.filter((each) => had.has(identityOf(each)) && !state.forgotten.has(identityOf(each)));
			return new Map(known.map((each) => [each, `R/${each.index}`]));
		},
		*results() {
			yield* read({ method: 'GET', path: '/results' });
			return [];
		},
		resultsPerCall: 1,
		*reportsBetween() {
			yield* read({ method: 'GET', path: '/reports' });
			return [];
		},
		*cancel() {
			yield* write({ method: 'DELETE', path: '/cancel' });
			return { cancelled: true };
		},
	};
	return { service, state, had, asked, take };
}

/** A storage that keeps marks over runs, can be killed before or after any write, and can be out of order. */
export function storage() {
	const marks = new Set<string>();
	/** `returns`: a storage that is away at the start is back by the time of the first request. */
	const state = { killAt: Infinity, steps: 0, available: true, returns: false };
	const step = () => {
		if (++state.steps === state.killAt) throw new Killed();
	};
	const ledger: Ledger = {
		async note(given) {
			step();
			await Promise.resolve();
			if (!state.available) return null;
			const before = new Set(given.filter((mark) => marks.has(mark)));
			for (const mark of given) marks.add(mark);
			step();
			return before;
		},
		async forget(given) {
			step();
			await Promise.resolve();
			if (state.available) for (const mark of given) marks.delete(mark);
			step();
		},
	};
	return { ledger, marks, state, step };
}
