import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import { DEMO_HUB_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { packageName } from '../n8n/paths.mts';

/** One row: calls of one kind to one trigger. */
export interface CallbackCase {
	way: string;
	calls: number;
	node: Pick<INode, 'type' | 'typeVersion' | 'parameters'> & { credential?: string };
	/** What follows the webhook's own address. */
	suffix: string;
	body: (index: number) => string;
	/** Whether each call starts a workflow, or none does. */
	starts: boolean;
	status: number;
}

const { happyTalk, channelTalk } = DEMO_HUB_CREDENTIALS;

/** A customer's message as HappyTalk hands it on: forty customers in turn. */
const happyTalkBody = (index: number, senderKey: string = happyTalk.senderKey): string =>
	`{"user_key":"bench${index % 40}","sender_key":"${senderKey}","session_id":"${1000 + (index % 40)}","time":${Date.now()},"serial_number":${2_914_978_254_845_711_401n + BigInt(index)},"type":"text","contents":["문의 ${index}"]}`;

const channelTalkBody = (index: number): string =>
	JSON.stringify({
		event: 'push',
		type: 'message',
		entity: {
			id: randomUUID(),
			channelId: '1',
			chatType: 'userChat',
			chatId: `chat-${index % 40}`,
			personType: 'user',
			personId: `user-${index % 40}`,
			createdAt: Date.now(),
			plainText: `문의 ${index}`,
		},
		refers: { userChat: { id: `chat-${index % 40}`, userId: `user-${index % 40}`, contactMediumType: 'appKakao' } },
	});

const ours = (credential: string): CallbackCase['node'] => ({
	type: `${packageName}.kakaoConsultMessageTrigger`,
	typeVersion: 2,
	parameters: { events: ['message.received'], filters: {}, options: {} },
	credential,
});
const HAPPY_TALK = 'HappyTalk (local Kakao)';
const CHANNEL_TALK = 'Channel Talk (local Kakao)';

/** n8n's own Webhook node, which checks nothing, drops no repeats and keeps nothing, beside ours. */
export function callbackCases(calls: number): CallbackCase[] {
	const webhook = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		parameters: { httpMethod: 'POST', path: 'bench', options: {} },
	};
	const happy = { node: ours(HAPPY_TALK), suffix: '/consult/message', calls, starts: true, status: 200 };
	const plain = { calls, node: webhook, suffix: '', body: happyTalkBody, starts: true, status: 200 };
	return [
		{ way: "n8n's Webhook node", ...plain },
		{ way: 'Consult trigger, HappyTalk', ...happy, body: happyTalkBody },
		{
			way: 'Consult trigger, Channel Talk (token)',
			...happy,
			node: ours(CHANNEL_TALK),
			suffix: `/consult?token=${channelTalk.webhookToken}`,
			body: channelTalkBody,
		},
		{ way: 'Consult trigger, one message repeated', ...happy, body: () => happyTalkBody(-1), starts: false },
		{
			way: 'Consult trigger, forged',
			...happy,
			body: (index) => happyTalkBody(index, 'f'.repeat(40)),
			starts: false,
			status: 403,
		},
		// n8n gets faster and its database larger from row to row.
		{ way: "n8n's Webhook node, once more", ...plain },
	];
}
