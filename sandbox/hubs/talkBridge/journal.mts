import type { ConsultMessage } from '../../consult/types.mts';
import { HEAD_OF_LONG_TEXT } from '../kakao/callbackBodies.mts';

export type JournalKind = 'message' | 'reference' | 'expired' | 'ended' | 'agent' | 'deleted';

export interface JournalEntry {
	seq: number;
	userKey: string;
	sessionId: string;
	kind: JournalKind;
	text: string;
	timestampUnixMs: number;
	/** Of `agent` and `deleted`: what the send answered. One send of several bubbles is one entry. */
	serials: string[];
}

/** Customers' files stand in the text, one a line (facts 1.2). */
export function journalText({ from, bubble }: ConsultMessage): string {
	switch (bubble.kind) {
		case 'text':
			if (bubble.longTextUrl === null) return bubble.text;
			// How TalkBridge shows a text that Kakao cut is not public; like any other file is the nearest.
			return `${bubble.text.slice(0, HEAD_OF_LONG_TEXT)}\n[file] ${bubble.longTextUrl}`;
		case 'media':
			if (from !== 'customer') return '[첨부]';
			return bubble.files.map(({ url, comment }) => `[${bubble.media}] ${url}${comment ? ` ${comment}` : ''}`).join('\n');
		case 'rich': return bubble.text ?? bubble.header ?? (bubble.imageUrl ? '[첨부]' : '[리치 메시지]');
		case 'notice': return bubble.text;
	}
}

const FIRST_MOMENT_MS = Date.UTC(2026, 0, 1);

/**
 * What happened in one brand, numbered without gaps. The numbers begin at the second of the start and are not set back: a
 * receiver that remembers what it has seen would otherwise take the next message for an old one.
 */
export class BrandJournal {
	#lastSeq = Math.floor((Date.now() - FIRST_MOMENT_MS) / 1000);
	#byUser = new Map<string, JournalEntry[]>();

	add(entry: Omit<JournalEntry, 'seq'>): JournalEntry {
		const added = { seq: ++this.#lastSeq, ...entry };
		const own = this.#byUser.get(entry.userKey);
		if (own) own.push(added);
		else this.#byUser.set(entry.userKey, [added]);
		return added;
	}

	clear(): void {
		this.#byUser.clear();
	}

	/** Oldest first. */
	of(userKey: string): readonly JournalEntry[] {
		return this.#byUser.get(userKey) ?? [];
	}

	/** The customers with the newest entry first. */
	users(): string[] {
		const seqOf = (userKey: string) => this.of(userKey).at(-1)?.seq ?? 0;
		return [...this.#byUser.keys()].sort((a, b) => seqOf(b) - seqOf(a));
	}
}
