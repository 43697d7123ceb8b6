import { api, type DealerRequest, type Night, type NightMode, type PhoneChanges, type RefusedSend, type Reset, type SandboxMessage } from './api.mts';
import { Relations } from './channel/relations.mts';
import { BotTalks } from './chatbot/talks.mts';
import { ConsultChats } from './consult/chats.mts';
import { Conversations } from './conversations.mts';
import { listen, throttled } from './live.mts';
import { type News, noNews } from './news.mts';
import { OpenPhones } from './openPhones.mts';
import { Phonebook } from './phonebook.mts';
import { ReadMarks } from './readMarks.mts';
import { DeveloperRecords } from './records/developers.mts';
import { activityOf, newestRecipients } from './timeline.mts';

const REFRESH_PAUSE_MS = 300;
/** Night falls without an event. */
const NIGHT_CHECK_MS = 30_000;
const LATEST = 200;
const RECORDS = 200;

/** What the page shows of the sandbox. One object, replaced piece by piece; components redraw on every change. */
export class Store {
	loaded = false;
	online = true;
	problem = false;
	/** Newest first, of all phones: the snippets of the list. */
	latest: SandboxMessage[] = [];
	refused: RefusedSend[] = [];
	requests: DealerRequest[] = [];
	stats: Record<string, unknown> = {};
	/** null until the server has told. */
	night: Night | null = null;
	/** Some message waits for its hour. */
	scheduled = false;
	inspecting = false;
	readonly phones = new Phonebook();
	readonly conversations = new Conversations();
	readonly consults = new ConsultChats();
	readonly talks = new BotTalks();
	readonly relations = new Relations();
	readonly developers = new DeveloperRecords();
	readonly open = new OpenPhones();

	private clearedAt = 0;
	private marks = new ReadMarks();
	private listeners = new Set<() => void>();
	readonly refresh = throttled(() => this.load(), REFRESH_PAUSE_MS);

	start(): void {
		this.refresh();
		listen({
			onChange: this.refresh,
			onReset: (reset) => this.cleared(reset),
			onLink: (online) => {
				this.online = online;
				this.changed();
			},
		});
		// Messages that came while the tab was hidden become read when somebody looks.
		document.addEventListener('visibilitychange', () => this.markRead());
		setInterval(this.refresh, NIGHT_CHECK_MS);
	}

	subscribe(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	get isEmpty(): boolean {
		return this.loaded && [this.latest, this.refused, this.consults.numbers, this.talks.numbers].every(({ length }) => length === 0);
	}

	setFit(fit: number): void {
		if (!this.open.setFit(fit)) return;
		this.openNewest();
		this.look();
	}

	openPhone(number: string): void {
		if (this.open.shown.includes(number)) return;
		this.open.open(number);
		this.marks.opened(number, this.countOf(number));
		this.look();
	}

	closePhone(number: string): void {
		this.open.close(number);
		for (const part of this.ofPhones()) part.forget(number);
		this.changed();
	}

	/** Narrow screens: back to the list, and stay there until the user picks a phone. */
	closeAll(): void {
		for (const number of this.open.numbers) this.closePhone(number);
	}

	hasEarlier(number: string): boolean {
		return [this.conversations, this.consults, this.talks].some((part) => part.hasEarlier(number));
	}

	showEarlier(number: string): void {
		for (const part of [this.conversations, this.consults, this.talks]) part.wantEarlier(number);
		this.refresh();
	}

	setInspecting(inspecting: boolean): void {
		this.inspecting = inspecting;
		this.look();
	}

	unread(number: string): number {
		return this.marks.unread(number, this.countOf(number));
	}

	unreadAtOpening(number: string): number {
		return this.marks.unreadAtOpening(number);
	}

	async savePhone(number: string, changes: PhoneChanges): Promise<void> {
		await this.phones.save(number, changes);
		this.look();
	}

	async setNight(mode: NightMode): Promise<void> {
		this.night = await api.setNight(mode);
		this.look();
	}

	async releaseScheduled(): Promise<void> {
		await api.releaseScheduled();
		this.refresh();
	}

	/** Until the server can be read again. */
	setProblem(): void {
		this.problem = true;
		this.changed();
	}

	async reset(): Promise<void> {
		this.cleared(await api.reset());
	}

	/** First forgets, then looks: a look that began before is thrown away. */
	private cleared({ at }: Reset): void {
		// The page that cleared everything hears of it a second time, when the user may already have gone on.
		if (at > this.clearedAt) this.forget(at);
		this.refresh();
	}

	private forget(at: number): void {
		this.clearedAt = at;
		this.latest = [];
		this.refused = [];
		this.requests = [];
		this.stats = {};
		this.scheduled = false;
		this.phones.clear();
		this.open.clear();
		for (const part of this.ofPhones()) part.clear();
		this.developers.clear();
		this.marks.clear();
		this.changed();
	}

	private async load(): Promise<void> {
		const { clearedAt } = this;
		// What was read before everything was cleared would bring it back; the next look is on its way.
		const show = async (reading: Promise<News[]>): Promise<boolean> => {
			const all = await reading;
			if (clearedAt !== this.clearedAt) return false;
			for (const news of all) news();
			return true;
		};
		try {
			if (!(await show(Promise.all([this.loadLatest(), this.phones.load(), this.consults.loadHeads(), this.talks.loadHeads(), this.loadRest()])))) return;
			for (const { number } of this.phones.listed) this.marks.correct(number, this.countOf(number));
			this.openNewest();
			const { shown } = this.open;
			const parts = shown.flatMap((number) => this.ofPhones().map((part) => part.load(number)));
			if (!(await show(Promise.all([this.phones.meet(shown), ...parts])))) return;
			this.problem = false;
			this.loaded = true;
			this.markRead();
		} catch (error) {
			console.warn('The sandbox could not be read', error);
			this.problem = true;
		}
		this.changed();
	}

	private async loadLatest(): Promise<News> {
		const latest = await api.latest(LATEST);
		return () => {
			this.latest = latest.sort((a, b) => Date.parse(activityOf(b)) - Date.parse(activityOf(a)));
		};
	}

	private async loadRest(): Promise<News> {
		const before = this.night;
		const [[refused, night, scheduled], records] = await Promise.all([
			Promise.all([api.refused(RECORDS), api.night(), api.anyScheduled()]), this.inspecting ? this.loadRecords() : noNews,
		]);
		return () => {
			this.refused = refused;
			this.scheduled = scheduled;
			// What the user has chosen since stands.
			if (this.night === before) this.night = night;
			records();
		};
	}

	private async loadRecords(): Promise<News> {
		const [requests, stats, developers] = await Promise.all([api.requests(RECORDS), api.stats(), this.developers.load()]);
		return () => {
			this.requests = requests;
			this.stats = stats;
			developers();
		};
	}

	/** Shows the phones of the newest sends, refused ones too, where there is room. */
	private openNewest(): void {
		const wanted = newestRecipients(this.latest, this.refused, [...this.consults.all, ...this.talks.all]);
		for (const number of this.open.fill(wanted)) this.marks.opened(number, this.countOf(number));
	}

	private markRead(): void {
		if (document.hidden) return;
		this.marks.mark(new Map(this.open.shown.map((number) => [number, this.countOf(number)])));
	}

	private countOf(number: string): number {
		const sent = this.phones.of(number).messages ?? this.latest.filter((message) => message.to === number).length;
		return sent + this.consults.incoming(number);
	}

	/** What is loaded for each open phone. */
	private ofPhones() {
		return [this.conversations, this.consults, this.talks, this.relations];
	}

	/** Draws what is known and asks for what is not. */
	private look(): void {
		this.refresh();
		this.changed();
	}

	private changed(): void {
		for (const listener of this.listeners) listener();
	}
}
