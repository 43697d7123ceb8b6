import type { FileSchema } from '../../../developers/files/schema.mts';
import type { WebhookRecord } from '../../../developers/webhooks/log.mts';
import type { WebhookSettings } from '../../../developers/webhooks/webhooks.mts';
import { ask, read } from '../calls.mts';

export type { WebhookRecord } from '../../../developers/webhooks/log.mts';
export type { WebhookSettings } from '../../../developers/webhooks/webhooks.mts';

/** A customer file with the first of its rows. */
export interface CustomerFile {
	id: number;
	channel: string;
	name: string;
	schema: FileSchema;
	updatedAt: string;
	/** Of all its rows. */
	count: number;
	users: { number: string; fields: Record<string, string | number> }[];
}

export const developersApi = {
	files: () => read<CustomerFile[]>('/api/developers/files'),
	/** Newest first. */
	webhooks: (limit: number) => read<WebhookRecord[]>(`/api/developers/webhooks?limit=${limit}`),
	settings: async () => (await read<{ webhooks: WebhookSettings }>('/api/developers')).webhooks,
	setWebhook: (kind: 'channel' | 'unlink', url: string | null) => ask<unknown>('POST', '/api/developers/webhook', { kind, url }),
};
