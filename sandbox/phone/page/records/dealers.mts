import { api, type DealerRequest } from '../api.mts';
import type { News } from '../news.mts';

const REQUESTS = 200;

/** What apps have asked of the dealers, and how much of it there was. */
export class DealerRecords {
	requests: DealerRequest[] = [];
	stats: Record<string, unknown> = {};

	async load(): Promise<News> {
		const [requests, stats] = await Promise.all([api.requests(REQUESTS), api.stats()]);
		return () => {
			this.requests = requests;
			this.stats = stats;
		};
	}

	clear(): void {
		this.requests = [];
		this.stats = {};
	}
}
