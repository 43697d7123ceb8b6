import { api, type Night, type NightMode } from './api.mts';
import type { News } from './news.mts';

/** Whether advertising has to wait. "Clear all" does not touch it. */
export class KoreanNight {
	/** null until the server has told. */
	now: Night | null = null;

	async load(): Promise<News> {
		const before = this.now;
		const now = await api.night();
		return () => {
			// What the user has chosen since stands.
			if (this.now === before) this.now = now;
		};
	}

	async set(mode: NightMode): Promise<void> {
		this.now = await api.setNight(mode);
	}
}
