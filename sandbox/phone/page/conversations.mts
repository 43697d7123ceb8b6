import { api, type SandboxMessage } from './api.mts';
import { keepKnown, Pages } from './pages.mts';
import { momentOf } from './timeline.mts';

/** The messages of the open phones, oldest first. */
export class Conversations extends Pages<SandboxMessage> {
	protected read(number: string, limit: number): Promise<SandboxMessage[]> {
		return api.messagesOf(number, limit);
	}

	protected merge(known: readonly SandboxMessage[], fresh: SandboxMessage[]): SandboxMessage[] {
		const kept = keepKnown(known, fresh, (old, { state, finishedAt }) => old.state === state && old.finishedAt === finishedAt);
		// The server sends the newest first; of messages within one millisecond only its order tells which came later.
		return kept.reverse().sort((a, b) => Date.parse(momentOf(a)) - Date.parse(momentOf(b)));
	}

	protected lists(loaded: SandboxMessage[]): SandboxMessage[][] {
		return [loaded];
	}
}
