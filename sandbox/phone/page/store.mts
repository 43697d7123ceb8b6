import { api, type NightMode, type PhoneChanges, type Reset } from './api.mts';
import { listen } from './live.mts';
import { View } from './view.mts';

/** Night falls without an event. */
const NIGHT_CHECK_MS = 30_000;

/** All that components know of the sandbox, and what a user can do on the page. One object, replaced piece by piece; they redraw on every change. */
export class Store extends View {
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

	showEarlier(number: string): void {
		for (const part of this.paged()) part.wantEarlier(number);
		this.refresh();
	}

	setInspecting(inspecting: boolean): void {
		this.inspecting = inspecting;
		this.look();
	}

	async savePhone(number: string, changes: PhoneChanges): Promise<void> {
		await this.phones.save(number, changes);
		this.look();
	}

	async setNight(mode: NightMode): Promise<void> {
		await this.night.set(mode);
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
		this.forget(at);
		this.refresh();
	}

	/** Draws what is known and asks for what is not. */
	private look(): void {
		this.refresh();
		this.changed();
	}
}
