import { api, type DealerRequest, type PhoneChanges, type PhoneRow, type RefusedSend, type SandboxMessage } from './api.mts';
import { listen, throttled } from './live.mts';
import { recall, remember } from './remember.mts';
import { activityOf, momentOf } from './timeline.mts';

const REFRESH_PAUSE_MS = 300;
const LATEST = 200;
const RECORDS = 200;
/** Phones in the list. After a campaign the server knows many more. */
export const LISTED = 500;
const ALL_PHONES = 200_000;
export const PAGE = 200;

/** What the page shows of the sandbox. One object, replaced piece by piece; components redraw on every change. */
export class Store {
	loaded = false;
	online = true;
	problem = false;
	phones: PhoneRow[] = [];
	/** Newest first, of all phones: the snippets of the list. */
	latest: SandboxMessage[] = [];
	refused: RefusedSend[] = [];
	requests: DealerRequest[] = [];
	stats: Record<string, unknown> = {};
	inspecting = false;
	/** Oldest first, for the open phones. */
	conversations = new Map<string, SandboxMessage[]>();
	/** In the order of opening; the newest are shown as far as they fit. */
	open: string[] = [];
	/** Unread messages when the phone was opened: where to draw the line. */
	unreadAtOpening = new Map<string, number>();

	/** The settings of every phone met so far: an open one may fall out of the list of the most recent. */
	private known = new Map<string, PhoneRow>();
	private fit = 1;
	private pages = new Map<string, number>();
	private seen = new Map<string, number>(Object.entries(recall<Record<string, number>>('seen', {})));
	private closedByUser = new Set<string>();
	private listeners = new Set<() => void>();
	readonly refresh = throttled(() => this.load(), REFRESH_PAUSE_MS);

	start(): void {
		this.refresh();
		listen({
			onChange: this.refresh,
			onReset: () => this.forget(),
			onLink: (online) => {
				this.online = online;
				this.changed();
			},
		});
		// Messages that came while the tab was hidden become read when somebody looks.
		document.addEventListener('visibilitychange', () => this.markSeen());
	}

	subscribe(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	get shown(): string[] {
		return this.open.slice(-this.fit);
	}

	setFit(fit: number): void {
		if (fit === this.fit) return;
		this.fit = fit;
		this.openNewest();
		this.refresh();
		this.changed();
	}

	openPhone(number: string): void {
		this.closedByUser.delete(number);
		if (this.shown.includes(number)) return;
		this.unreadAtOpening.set(number, this.unread(number));
		this.open = [...this.open.filter((other) => other !== number), number];
		this.refresh();
		this.changed();
	}

	closePhone(number: string): void {
		this.closedByUser.add(number);
		this.open = this.open.filter((other) => other !== number);
		this.conversations.delete(number);
		this.pages.delete(number);
		this.changed();
	}

	/** Narrow screens: back to the list, and stay there until the user picks a phone. */
	closeAll(): void {
		for (const number of this.open) this.closePhone(number);
	}

	showEarlier(number: string): void {
		this.pages.set(number, this.pagesOf(number) + 1);
		this.refresh();
	}

	hasEarlier(number: string): boolean {
		return (this.conversations.get(number)?.length ?? 0) >= this.pagesOf(number) * PAGE;
	}

	setInspecting(inspecting: boolean): void {
		this.inspecting = inspecting;
		if (inspecting) this.refresh();
		this.changed();
	}

	phone(number: string): PhoneRow {
		return this.known.get(number) ?? { number, label: null, kakaoUser: true, blocksAlimTalk: false, dead: false };
	}

	unread(number: string): number {
		return Math.max(0, this.countOf(number) - (this.seen.get(number) ?? 0));
	}

	async savePhone(number: string, changes: PhoneChanges): Promise<void> {
		this.known.set(number, await api.savePhone(number, changes));
		this.refresh();
		this.changed();
	}

	async reset(): Promise<void> {
		await api.reset();
		this.forget();
		this.refresh();
	}

	private forget(): void {
		this.latest = [];
		this.refused = [];
		this.open = [];
		this.known.clear();
		this.conversations.clear();
		this.unreadAtOpening.clear();
		this.pages.clear();
		this.closedByUser.clear();
		this.seen.clear();
		remember('seen', {});
		this.changed();
	}

	private async load(): Promise<void> {
		try {
			const [phones, latest, refused] = await Promise.all([api.phones(LISTED), api.latest(LATEST), api.refused(RECORDS)]);
			this.phones = phones;
			for (const phone of phones) {
				this.known.set(phone.number, phone);
				// Fewer messages than were read: the sandbox has begun anew while nobody watched.
				if ((this.seen.get(phone.number) ?? 0) > (phone.messages ?? 0)) this.seen.delete(phone.number);
			}
			this.latest = latest.sort((a, b) => Date.parse(activityOf(b)) - Date.parse(activityOf(a)));
			this.refused = refused;
			this.openNewest();
			await Promise.all([this.meetShown(), ...this.shown.map((number) => this.loadConversation(number))]);
			if (this.inspecting) [this.requests, this.stats] = await Promise.all([api.requests(RECORDS), api.stats()]);
			this.problem = false;
			this.loaded = true;
			this.markSeen();
		} catch (error) {
			console.warn('The sandbox could not be read', error);
			this.problem = true;
		}
		this.changed();
	}

	/** Opened from a record or by its number, a phone may be none of those listed. */
	private async meetShown(): Promise<void> {
		const strangers = this.shown.filter((number) => !this.known.has(number));
		if (strangers.length === 0) return;
		const all = new Map((await api.phones(ALL_PHONES)).map((phone) => [phone.number, phone]));
		for (const number of strangers) this.known.set(number, all.get(number) ?? this.phone(number));
	}

	private async loadConversation(number: string): Promise<void> {
		const fresh = await api.messagesOf(number, this.pagesOf(number) * PAGE);
		const known = new Map(this.conversations.get(number)?.map((message) => [message.id, message]));
		// Unchanged messages keep their object, so their bubbles need no redraw.
		const merged = fresh.map((message) => {
			const old = known.get(message.id);
			return old && old.state === message.state && old.finishedAt === message.finishedAt ? old : message;
		});
		// The server sends the newest first; of messages within one millisecond only its order tells which came later.
		this.conversations.set(number, merged.reverse().sort((a, b) => Date.parse(momentOf(a)) - Date.parse(momentOf(b))));
	}

	get isEmpty(): boolean {
		return this.loaded && this.latest.length === 0 && this.refused.length === 0;
	}

	/** Fills free places with the phones of the newest sends, refused ones too, except those the user has closed. */
	private openNewest(): void {
		const free = this.fit - this.open.length;
		// On a narrow screen, going back to the list is a wish to see the list.
		if (free <= 0 || (this.fit === 1 && this.closedByUser.size > 0)) return;
		const sends = [
			...this.latest.map((message) => ({ to: message.to, at: Date.parse(activityOf(message)) })),
			...this.refused.map((refused) => ({ to: refused.to, at: Date.parse(refused.at) })),
		].sort((a, b) => b.at - a.at);
		const chosen = [...new Set(sends.map(({ to }) => to))]
			.filter((number) => number !== '' && !this.open.includes(number) && !this.closedByUser.has(number))
			.slice(0, free);
		for (const number of chosen) {
			this.unreadAtOpening.set(number, this.unread(number));
			this.open = [...this.open, number];
		}
	}

	private markSeen(): void {
		if (document.hidden) return;
		for (const number of this.shown) this.seen.set(number, this.countOf(number));
		remember('seen', Object.fromEntries(this.seen));
	}

	private countOf(number: string): number {
		const counted = this.known.get(number)?.messages;
		return counted ?? this.latest.filter((message) => message.to === number).length;
	}

	private pagesOf(number: string): number {
		return this.pages.get(number) ?? 1;
	}

	private changed(): void {
		for (const listener of this.listeners) listener();
	}
}
