import { DEMO_CREDENTIALS } from '../../world/credentials.mts';
import { kstSeconds } from '../../world/kst.mts';
import type { SandboxMessage } from '../../world/types.mts';
import type { WebhookSender } from '../webhook.mts';
import type { NhnAccount, Row } from './account.mts';

/** How many results travel in one post. The document shows a list and no number. */
const HOOKS_PER_POST = 500;

function hook(account: NhnAccount, row: Row) {
	const { message, request } = row;
	const brand = request.lane === 'BRAND';
	const api = brand ? 'brand-message/v1.0' : 'alimtalk/v2.3';
	const path = `/${api}/appkeys/${DEMO_CREDENTIALS.nhnCloud.appKey}/messages/${request.requestId}/${row.seq}`;
	return {
		hookId: account.newId(), kakaoMessageType: brand ? 'BRAND_MESSAGE_NORMAL' : `ALIMTALK_${request.lane}`, requestId: request.requestId, recipientSeq: row.seq,
		requestDate: kstSeconds(request.requestMs), createDate: kstSeconds(request.createMs),
		receiveDate: message.finishedAt && kstSeconds(Date.parse(message.finishedAt)), recipientNo: message.to,
		resultCode: message.resultCode, senderGroupingKey: request.senderGroupingKey,
		recipientGroupingKey: row.recipientGroupingKey,
		// Whether the recipient is the channel's friend; Brand Message only (release notes, 2026-06-23).
		isAddedChannel: brand ? account.world.phones.get(message.to).friend : null, _links: { self: { href: path } },
	};
}

/**
 * Takes decided messages into the account and posts MESSAGE_RESULT_UPDATE to the URL typed into the console.
 * The signature is the string typed there, not computed; retries are undocumented, so there are none.
 */
export function report(account: NhnAccount, webhooks: WebhookSender, messages: readonly SandboxMessage[]): void {
	const rows = messages.map((message) => account.requests.get(message.requestId)?.rows[Number(message.messageId) - 1]);
	const known = rows.filter((row): row is Row => row !== null && row !== undefined);
	account.finished.push(...known);
	const { webhook } = account;
	if (!webhook) return;
	for (let from = 0; from < known.length; from += HOOKS_PER_POST) {
		webhooks.send({
			url: webhook.url, headers: { 'X-Toast-Webhook-Signature': webhook.signature }, attempts: 1, pauseMs: 0,
			body: {
				hooksId: account.newId(), webhookConfigId: 'sandbox-webhook', productName: 'KakaoTalk Bizmessage',
				appKey: DEMO_CREDENTIALS.nhnCloud.appKey, event: 'MESSAGE_RESULT_UPDATE',
				hooks: known.slice(from, from + HOOKS_PER_POST).map((row) => hook(account, row)),
			},
		});
	}
}
