import type { News } from '../news.mts';
import { type CustomerFile, developersApi, type WebhookRecord, type WebhookSettings } from './api.mts';

const WEBHOOKS = 200;

/** What the app at Kakao Developers has, and what it was told. */
export class DeveloperRecords {
	files: CustomerFile[] = [];
	/** Newest first. */
	webhooks: WebhookRecord[] = [];
	settings: WebhookSettings = { channel: null, unlink: null };

	async load(): Promise<News> {
		const [files, webhooks, settings] = await Promise.all([developersApi.files(), developersApi.webhooks(WEBHOOKS), developersApi.settings()]);
		return () => {
			this.files = files;
			this.webhooks = webhooks;
			this.settings = settings;
		};
	}

	clear(): void {
		this.files = [];
		this.webhooks = [];
		this.settings = { channel: null, unlink: null };
	}
}
