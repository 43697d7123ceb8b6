import { createHash } from 'node:crypto';

import { read, withQuery, write } from '../../delivery/conversation';
import type { Webhook, WebhookRegistration } from '../contract';
import { answerBody } from '../../partner/failure';
import { list, text } from '../../partner/json';
import { judge } from './codes';
import { toReport } from './reports';

const OUTGOING = '/webhook/v1/outgoing';
const PAGE = 200;

const register: WebhookRegistration = {
	*list() {
		const entries: { id: string; url: string }[] = [];
		let startKey: string | undefined;
		do {
			const reply = yield* read({ method: 'GET', path: withQuery(OUTGOING, { limit: PAGE, startKey }) });
			const body = answerBody(reply, 'the webhooks', judge);
			// SOLAPI's own node reads all three shapes; which one is current is not documented.
			const rows = list(
				reply.kind === 'answer' && Array.isArray(reply.body) ? reply.body : (body.list ?? body.webhookList),
			);
			entries.push(...rows.map((row) => ({ id: text(row.webhookId) ?? '', url: text(row.url) ?? '' })));
			startKey = text(body.nextKey);
		} while (startKey !== undefined);
		return entries;
	},
	*create({ url, name, secret }) {
		const reply = yield* write({
			method: 'POST',
			path: OUTGOING,
			body: { eventId: 'SINGLE-REPORT', url, name, secret, isTemporary: false },
		});
		return text(answerBody(reply, 'the new webhook', judge).webhookId) ?? '';
	},
	*remove(id) {
		const reply = yield* write({ method: 'DELETE', path: `${OUTGOING}/${encodeURIComponent(id)}` });
		if (reply.kind === 'answer' && reply.status === 404) return;
		answerBody(reply, 'the webhook', judge);
	},
};

/**
 * Facts §2.5: an array of messages; the header carries the SHA-1 of the secret given at registration (from public
 * code that tests it, no official page: T). Five deliveries at most, so repeats must be expected.
 */
export const webhook: Webhook = {
	registration: 'api',
	tellsFallback: true,
	header: 'x-solapi-secret',
	proof: (secret) => createHash('sha1').update(secret).digest('hex'),
	reports(body) {
		return list(body)
			.filter((row) => text(row.messageId) !== undefined)
			.map((row) => ({ id: `${text(row.messageId)}/${text(row.statusCode)}`, report: { ...toReport(row), raw: row } }));
	},
	register,
};
