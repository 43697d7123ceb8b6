import { api, type SandboxMessage } from './api.mts';
import type { News } from './news.mts';
import { momentOf } from './timeline.mts';

const PAGE = 200;

/** The messages of the open phones. */
export class Conversations {
	private loaded = new Map<string, SandboxMessage[]>();
	private pages = new Map<string, number>();

	/** Oldest first; undefined before they have been loaded. */
	of(number: string): SandboxMessage[] | undefined {
		return this.loaded.get(number);
	}

	async load(number: string): Promise<News> {
		const fresh = await api.messagesOf(number, this.pagesOf(number) * PAGE);
		return () => this.merge(number, fresh);
	}

	private merge(number: string, fresh: SandboxMessage[]): void {
		const known = new Map(this.loaded.get(number)?.map((message) => [message.id, message]));
		// Unchanged messages keep their object, so their bubbles need no redraw.
		const merged = fresh.map((message) => {
			const old = known.get(message.id);
			return old && old.state === message.state && old.finishedAt === message.finishedAt ? old : message;
		});
		// The server sends the newest first; of messages within one millisecond only its order tells which came later.
		this.loaded.set(number, merged.reverse().sort((a, b) => Date.parse(momentOf(a)) - Date.parse(momentOf(b))));
	}

	hasEarlier(number: string): boolean {
		return (this.loaded.get(number)?.length ?? 0) >= this.pagesOf(number) * PAGE;
	}

	/** The next load brings one page more. */
	wantEarlier(number: string): void {
		this.pages.set(number, this.pagesOf(number) + 1);
	}

	forget(number: string): void {
		this.loaded.delete(number);
		this.pages.delete(number);
	}

	clear(): void {
		this.loaded.clear();
		this.pages.clear();
	}

	private pagesOf(number: string): number {
		return this.pages.get(number) ?? 1;
	}
}
