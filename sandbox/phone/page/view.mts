import { Relations } from './channel/relations.mts';
import { BotTalks } from './chatbot/talks.mts';
import { ConsultChats } from './consult/chats.mts';
import { Drafts } from './consult/drafts.mts';
import { Conversations } from './conversations.mts';
import { throttled } from './live.mts';
import type { News } from './news.mts';
import { KoreanNight } from './night.mts';
import { OpenPhones } from './openPhones.mts';
import { Phonebook } from './phonebook.mts';
import { ReadMarks } from './readMarks.mts';
import { DealerRecords } from './records/dealers.mts';
import { DeveloperRecords } from './records/developers.mts';
import { Sends } from './sends.mts';
import { newestRecipients } from './timeline.mts';

const REFRESH_PAUSE_MS = 300;

/** What the page shows of the sandbox, and how it looks for what is new there. */
export class View {
	loaded = false;
	online = true;
	problem = false;
	inspecting = false;
	readonly night = new KoreanNight();
	readonly sends = new Sends();
	readonly phones = new Phonebook();
	readonly conversations = new Conversations();
	readonly consults = new ConsultChats();
	readonly talks = new BotTalks();
	readonly relations = new Relations();
	readonly dealers = new DealerRecords();
	readonly developers = new DeveloperRecords();
	readonly open = new OpenPhones();
	readonly drafts = new Drafts();

	protected readonly marks = new ReadMarks();
	private clearedAt = 0;
	private listeners = new Set<() => void>();
	readonly refresh = throttled(() => this.load(), REFRESH_PAUSE_MS);

	subscribe(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	get isEmpty(): boolean {
		const { latest, refused } = this.sends;
		return this.loaded && [latest, refused, this.consults.numbers, this.talks.numbers].every(({ length }) => length === 0);
	}

	hasEarlier(number: string): boolean {
		return this.paged().some((part) => part.hasEarlier(number));
	}

	unread(number: string): number {
		return this.marks.unread(number, this.countOf(number));
	}

	unreadAtOpening(number: string): number {
		return this.marks.unreadAtOpening(number);
	}

	/** Forgets all that the sandbox has forgotten. @param at when it has, in epoch milliseconds */
	protected forget(at: number): void {
		// The page that cleared everything hears of it a second time, when the user may already have gone on.
		if (at <= this.clearedAt) return;
		this.clearedAt = at;
		const { sends, phones, open, dealers, developers, drafts, marks } = this;
		for (const part of [sends, phones, open, dealers, developers, drafts, marks, ...this.ofPhones()]) part.clear();
		this.changed();
	}

	private async load(): Promise<void> {
		const { clearedAt, phones, open } = this;
		// What was read before everything was cleared would bring it back; the next look is on its way.
		const show = async (reading: Promise<News>[]): Promise<boolean> => {
			const all = await Promise.all(reading);
			if (clearedAt !== this.clearedAt) return false;
			for (const news of all) news();
			return true;
		};
		try {
			if (!(await show(this.loadGeneral()))) return;
			for (const { number } of phones.listed) this.marks.correct(number, this.countOf(number));
			this.openNewest();
			const { shown } = open;
			if (!(await show([phones.meet(shown), ...shown.flatMap((number) => this.ofPhones().map((part) => part.load(number)))]))) return;
			this.problem = false;
			this.loaded = true;
			this.markRead();
		} catch (error) {
			console.warn('The sandbox could not be read', error);
			this.problem = true;
		}
		this.changed();
	}

	/** What does not depend on which phones are open. */
	private loadGeneral(): Promise<News>[] {
		const { sends, phones, consults, talks, night, dealers, developers } = this;
		const records = this.inspecting ? [dealers.load(), developers.load()] : [];
		return [sends.load(), phones.load(), consults.loadHeads(), talks.loadHeads(), night.load(), ...records];
	}

	/** Shows the phones of the newest sends, refused ones too, where there is room. */
	protected openNewest(): void {
		const { latest, refused } = this.sends;
		const wanted = newestRecipients(latest, refused, [...this.consults.all, ...this.talks.all]);
		for (const number of this.open.fill(wanted)) this.marks.opened(number, this.countOf(number));
	}

	protected markRead(): void {
		if (document.hidden) return;
		this.marks.mark(new Map(this.open.shown.map((number) => [number, this.countOf(number)])));
	}

	protected countOf(number: string): number {
		const sent = this.phones.of(number).messages ?? this.sends.latest.filter((message) => message.to === number).length;
		return sent + this.consults.incoming(number);
	}

	/** What is loaded for each open phone. */
	protected ofPhones() {
		return [...this.paged(), this.relations];
	}

	/** What is loaded page by page. */
	protected paged() {
		return [this.conversations, this.consults, this.talks];
	}

	protected changed(): void {
		for (const listener of this.listeners) listener();
	}
}
