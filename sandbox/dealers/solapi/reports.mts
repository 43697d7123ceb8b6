import { createHash } from 'node:crypto';
import type { SandboxMessage } from '../../world/types.mts';
import { misfit } from '../shape.mts';
import type { WebhookSender } from '../webhook.mts';
import type { Entry, Group, OutgoingWebhook, SolapiAccount } from './account.mts';
import { invalid, notFound } from './codes.mts';
import { settle, wireGroup } from './groups.mts';
import { limitOf, readQuery, wireMessage } from './listing.mts';

/** Tries in total (S-SDK examples, webhooks); the intervals are not documented. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 500;
const MESSAGES_PER_POST = 500;

const CREATE = { eventId: 'string', url: 'string', name: 'string', isTemporary: 'boolean', secret: 'string' } as const;

/** `POST /webhook/v1/outgoing` */
export function createWebhook(account: SolapiAccount, body: unknown): { webhookId: string } {
	const bad = misfit(body, CREATE);
	if (bad) throw invalid(`"${bad.path}" ${bad.problem === 'unknown' ? 'is not allowed' : `must be a ${bad.expected}`}`);
	const wish = body as Partial<OutgoingWebhook>;
	if (wish.eventId !== 'SINGLE-REPORT' && wish.eventId !== 'GROUP-REPORT') throw invalid('"eventId" must be one of [SINGLE-REPORT, GROUP-REPORT]');
	if (!wish.url || !/^https?:\/\//.test(wish.url)) throw invalid('"url" must be a valid uri');
	const webhookId = account.newId('WH');
	account.webhooks.set(webhookId, {
		webhookId, eventId: wish.eventId, url: wish.url, name: wish.name ?? '', isTemporary: wish.isTemporary ?? false,
		secret: wish.secret ?? null, dateCreated: new Date().toISOString(),
	});
	return { webhookId };
}

/** `GET /webhook/v1/outgoing` */
export function listWebhooks(account: SolapiAccount, query: URLSearchParams) {
	const values = readQuery(query, ['limit', 'startKey', 'eventId', 'url']);
	const limit = limitOf(values('limit')[0] ?? null);
	const all = [...account.webhooks.values()].map(({ secret: _secret, ...webhook }) => webhook);
	return { startKey: null, nextKey: null, limit, webhookList: all.slice(0, limit) };
}

/** `DELETE /webhook/v1/outgoing/{webhookId}` */
export function deleteWebhook(account: SolapiAccount, webhookId: string): { webhookId: string } {
	if (!account.webhooks.delete(webhookId)) throw notFound('요청하신 Resource를 찾을수 없습니다.');
	return { webhookId };
}

function post(account: SolapiAccount, sender: WebhookSender, eventId: OutgoingWebhook['eventId'], body: unknown[]): void {
	for (const webhook of account.webhooks.values()) {
		if (webhook.eventId !== eventId) continue;
		// The secret header is the SHA-1 of the secret, the same in every post (facts 2.5: four public repositories agree).
		const secret = webhook.secret && createHash('sha1').update(webhook.secret).digest('hex');
		const headers = { 'X-Solapi-Event-Name': eventId, ...(secret && { 'X-Solapi-Secret': secret }) };
		sender.send({ url: webhook.url, headers, body, attempts: ATTEMPTS, pauseMs: FIRST_PAUSE_MS });
	}
}

/** Counts decided messages into their groups and posts SINGLE-REPORT and GROUP-REPORT; bodies are arrays. */
export function report(account: SolapiAccount, sender: WebhookSender, messages: readonly SandboxMessage[]): void {
	const byGroup = new Map<Group, Entry[]>();
	for (const message of messages) {
		const entry = account.byMessageId.get(message.messageId);
		if (!entry) continue;
		const entries = byGroup.get(entry.group);
		if (entries) entries.push(entry);
		else byGroup.set(entry.group, [entry]);
	}
	for (const [group, entries] of byGroup) {
		const complete = settle(group, entries.flatMap((entry) => entry.message ?? []));
		if (account.webhooks.size === 0) continue;
		for (let from = 0; from < entries.length; from += MESSAGES_PER_POST) {
			post(account, sender, 'SINGLE-REPORT', entries.slice(from, from + MESSAGES_PER_POST).map(wireMessage));
		}
		if (complete) post(account, sender, 'GROUP-REPORT', [wireGroup(group)]);
	}
}
