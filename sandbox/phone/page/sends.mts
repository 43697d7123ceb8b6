import { api, type RefusedSend, type SandboxMessage } from './api.mts';
import type { News } from './news.mts';
import { activityOf } from './timeline.mts';

const LATEST = 200;
const REFUSED = 200;

/** What was sent, to whichever phone. */
export class Sends {
	/** Newest first: the snippets of the list. */
	latest: SandboxMessage[] = [];
	refused: RefusedSend[] = [];
	/** Some message waits for its hour. */
	scheduled = false;

	async load(): Promise<News> {
		const [latest, refused, scheduled] = await Promise.all([api.latest(LATEST), api.refused(REFUSED), api.anyScheduled()]);
		return () => {
			this.latest = latest.sort((a, b) => Date.parse(activityOf(b)) - Date.parse(activityOf(a)));
			this.refused = refused;
			this.scheduled = scheduled;
		};
	}

	clear(): void {
		this.latest = [];
		this.refused = [];
		this.scheduled = false;
	}
}
