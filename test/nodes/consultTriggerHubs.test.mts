import { describe, expect, onTestFinished, test } from 'vitest';

import { DEMO_HUB_CREDENTIALS as DEMO } from '../../sandbox/world/credentials.mts';
import type { HubId } from '../../sandbox/world/types.mts';
import { consultCredential, type Consult, consult, type ConsultItem, BRAND, SENDER_KEY } from './consult.mts';
import { stage } from './kakao.mts';
import { PIXEL } from '../sandbox/consultSupport.mts';

const kakao = stage();

const HUBS: readonly HubId[] = ['happyTalk', 'talkBridge', 'channelTalk', 'closer', 'hub'];
/** Under which name an answer goes to the channel. */
const SENDERS: Record<HubId, string> = {
	happyTalk: SENDER_KEY,
	hub: SENDER_KEY,
	talkBridge: BRAND,
	channelTalk: '',
	closer: DEMO.closer.botId,
};
const KOREAN_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+09:00$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const ALL_EVENTS = [
	'message.received',
	'session.started',
	'session.ended',
	'message.echo',
	'message.deleted',
	'agent.requested',
	'agent.started',
	'agent.ended',
	'user.updated',
	'test',
];

const textsOf = (items: ConsultItem[]) => items.map(({ message }) => message?.text);

describe.each(HUBS)('%s', (hub) => {
	const open = async (parameters = {}) => await consult(kakao, hub, { parameters });

	test('what a customer writes starts the flow once, in the shape that every hub has', async () => {
		const it = await open();
		await it.customer.write('환불하고 싶어요');
		const [item] = await it.until(1);
		await it.settle();
		expect(it.executions[0]).toHaveLength(1);
		expect(it.items()).toHaveLength(2);
		expect(it.thrown).toEqual([]);
		expect(item).toEqual({
			schema: 'kakao.consult/1',
			provider: hub,
			event: 'message.received',
			eventId: expect.stringMatching(/./),
			occurredAt: expect.stringMatching(KOREAN_TIME),
			receivedAt: expect.stringMatching(KOREAN_TIME),
			channel: expect.objectContaining({ senderKey: expect.any(String), brandKey: expect.any(String) }),
			user: {
				userKey: expect.stringMatching(/./),
				appUserId: null,
				memberId: null,
				mobileNumber: hub === 'channelTalk' ? '+821012345678' : null,
				isReturning: false,
				firstSeenAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+09:00$/),
			},
			session: {
				id: expect.stringMatching(/./),
				state: 'open',
				endedReason: null,
				billingDay: expect.stringMatching(DAY),
				previousSessionId: null,
				startedAt: expect.stringMatching(KOREAN_TIME),
			},
			message: {
				id: expect.stringMatching(/./),
				type: 'text',
				text: '환불하고 싶어요',
				truncated: false,
				longTextUrl: null,
				attachments: [],
				sentBy: 'customer',
				button: { extra: null, label: null },
			},
			entry: null,
			reply: {
				canReply: hub !== 'closer',
				provider: hub,
				senderKey: SENDERS[hub],
				userKey: item!.user.userKey,
				chatId: hub === 'channelTalk' ? item!.session.id : '',
				listener: it.url,
			},
		});
	});

	test('events that were not chosen get an empty 200 at once and start nothing', async () => {
		const it = await open({ events: ['test'] });
		await it.customer.open({ extra: 'plan_pro' });
		await it.customer.write('안녕하세요');
		await it.agent({ text: '상담원입니다', end: true });
		await it.customer.leave();
		await expect.poll(async () => (await it.calls()).length).toBeGreaterThanOrEqual(hub === 'closer' ? 1 : 3);
		expect(new Set(it.answers.map(({ status, body }) => `${status} ${body}`))).toEqual(new Set(['200 ']));
		expect([it.executions, it.thrown]).toEqual([[], []]);
	});

	test('what the flow itself sends, and what comes back of it, never starts the flow again', async () => {
		const it = await open({ events: ALL_EVENTS });
		await it.customer.write('계세요?');
		await it.settle();
		await answerThroughTheApi(it);
		await it.settle();
		expect(it.items().filter(({ event }) => event === 'message.echo')).toEqual([]);
		expect(it.thrown).toEqual([]);
	});

	test('a customer who comes back is known as such, with the consult before', async () => {
		const it = await open({ events: ['message.received', 'session.ended'] });
		await it.customer.write('처음입니다');
		const [first] = await it.until(1);
		await it.customer.leave();
		await it.settle();
		const again = it.items().filter(({ event }) => event === 'message.received')[1]!;
		// CLOSER does not say that a customer has left, and names the consult anew.
		expect(again.user).toMatchObject({ isReturning: true, firstSeenAt: first!.user.firstSeenAt });
		expect(again.session.previousSessionId).toBe(first!.session.id);
		expect(Date.parse(String(again.session.startedAt))).toBeGreaterThanOrEqual(
			Date.parse(String(first!.session.startedAt)),
		);
	});

	test('only the chosen channel and kind of message starts the flow', async () => {
		const it = await open({ filters: { messageTypes: ['image'] } });
		kakaoServesFiles(hub);
		await it.customer.write('글만');
		await it.customer.write({ photos: [{ name: 'a.png', bytes: PIXEL }] });
		await it.until(1);
		expect(it.items().map(({ message }) => message?.type)).toEqual(['image']);
		it.parameters = { filters: { senderProfiles: 'someone-else' } };
		await it.customer.write('다른 채널');
		await expect
			.poll(async () => (await it.calls()).some(({ body }) => body.includes('다른 채널') || hub === 'talkBridge'))
			.toBe(true);
		it.parameters = {
			filters: {
				senderProfiles: `someone-else, ${channelOf(it.items()[0]!)}`,
			},
		};
		await it.settle();
		expect(textsOf(it.items()).slice(1)).toEqual([expect.stringMatching(/^끝/)]);
	});
});

/** TalkBridge's pictures are lines of text, and only such with Kakao's own host count as pictures. */
function kakaoServesFiles(hub: HubId): void {
	const { media } = kakao.sandbox.world.consult;
	const { base } = media;
	if (hub === 'talkBridge') media.base = 'https://talk.kakaocdn.net';
	onTestFinished(() => {
		media.base = base;
	});
}

/** As the Send node would; CLOSER has no API, so there a bot's words stand in. */
async function answerThroughTheApi(it: Consult): Promise<void> {
	const { reply } = it.items()[0]!;
	const { hub } = it;
	if (hub === 'closer') return await it.agent({ text: '자동 답변' });
	const base = consultCredential(kakao, hub).kakaoConsultTalkApi.baseUrl!;
	const { happyTalk, talkBridge, channelTalk } = DEMO;
	const raw = {
		user_key: reply.userKey,
		sender_key: reply.senderKey,
		serial_number: `s${Date.now()}`,
		message: '자동 답변',
	};
	const requests: Record<Exclude<HubId, 'closer'>, [path: string, headers: Record<string, string>, body: object]> = {
		happyTalk: [
			'/v1/chat/write',
			{ 'HT-Client-Id': happyTalk.clientId, 'HT-Client-Secret': happyTalk.clientSecret },
			{ ...raw, message_type: 'TX' },
		],
		hub: [DEMO.hub.sendPath, { [DEMO.hub.headerName]: DEMO.hub.headerValue }, { ...raw, message_type: 'TX' }],
		talkBridge: [
			'/api/agent/send',
			{ Authorization: `Bearer ${talkBridge.apiKey}` },
			{ brandKey: reply.senderKey, userKey: reply.userKey, text: '자동 답변' },
		],
		channelTalk: [
			`/user-chats/${String(reply.chatId)}/messages`,
			{ 'x-access-key': channelTalk.accessKey, 'x-access-secret': channelTalk.accessSecret },
			{ blocks: [{ type: 'text', value: '자동 답변' }] },
		],
	};
	const [path, headers, body] = requests[hub];
	const answer = await fetch(base + path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
	expect(answer.status, await answer.text()).toBe(200);
	await expect.poll(async () => (await it.customer.sees()).length).toBe(1);
	// Hubs that send an echo have sent it once its record is there.
	if (hub === 'talkBridge') await expect.poll(async () => (await it.calls('agent')).length).toBe(2);
	if (hub === 'channelTalk') await expect.poll(async () => (await it.calls('message')).length).toBe(3);
}

/** A channel by whichever name its hub has for it. */
function channelOf({ channel }: ConsultItem): string {
	const { senderKey, brandKey, channelId } = channel;
	return senderKey || brandKey || channelId;
}
