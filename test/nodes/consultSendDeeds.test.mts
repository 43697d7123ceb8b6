import type { IDataObject } from 'n8n-workflow';
import { expect, test } from 'vitest';

import { elsewhere } from './consult.mts';
import { CREDENTIAL, desk, HUBS, itemOf, type AnswerableHub } from './consultSend.mts';
import { jsonOf } from './kakao.mts';

const shop = desk();

const bubbles = async () => (await shop.got()).map(({ bubble }) => bubble as unknown as IDataObject);

const BUTTONS = [
	{ type: 'WL', name: '주문 조회', link: 'https://shop.example.com/order' },
	{ type: 'BK', name: '상담 종료', chatExtra: 'bye' },
];
const REPLIES = [{ label: '환불', value: 'refund' }, { label: '교환' }];

test.each(['happyTalk', 'talkBridge', 'hub'] as const)(
	'buttons and quick replies arrive, filled in or as lists: %s',
	async (hub) => {
		const reply = await shop.begin(hub);
		const filledIn = { text: '어떻게 할까요?', buttons: { button: BUTTONS }, quickReplies: { reply: REPLIES } };
		const asLists = {
			text: '어떻게 할까요?',
			buttonsFrom: 'array',
			buttonsArray: '={{ $json.buttons }}',
			quickRepliesFrom: 'array',
			quickRepliesArray: '={{ $json.replies }}',
		};
		for (const parameters of [filledIn, asLists]) {
			const items = [itemOf(reply, { buttons: BUTTONS, replies: REPLIES })];
			const { error } = await shop.run(hub, 'sendRich', items, { parameters });
			expect(error).toBeUndefined();
		}
		const [first, second] = await bubbles();
		expect(first).toMatchObject({
			text: '어떻게 할까요?',
			buttons: [
				{ type: 'WL', name: '주문 조회', linkMobile: 'https://shop.example.com/order' },
				{ type: 'BK', extra: 'bye' },
			],
			quickReplies: [{ name: '환불', extra: 'refund' }, { name: '교환' }],
		});
		expect(second).toEqual(first);
	},
);

test.each(HUBS)('an answer whose list of buttons is empty this time arrives all the same: %s', async (hub) => {
	const reply = await shop.begin(hub);
	const { outputs, error } = await shop.run(hub, 'sendRich', [itemOf(reply, { buttons: [] })], {
		parameters: { text: '네, 됩니다', buttonsFrom: 'array', buttonsArray: '={{ $json.buttons }}' },
	});
	expect(error).toBeUndefined();
	expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'sent' }]);
	expect(await bubbles()).toMatchObject([{ text: '네, 됩니다' }]);
});

test('a carousel, whose words stand on its cards, needs no text in the form', async () => {
	const reply = await shop.begin('happyTalk');
	const cards = [{ header: '새 상품', message: '따뜻한 이불' }];
	const { error } = await shop.run('happyTalk', 'sendRich', [itemOf(reply)], {
		parameters: { text: '', layout: { form: 'carousel', extra: JSON.stringify({ carousel: { list: cards } }) } },
	});
	expect(error).toBeUndefined();
	expect(await bubbles()).toMatchObject([{ layout: 'CAROUSEL_FEED', cards: [{ header: '새 상품' }] }]);
});

test.each(['happyTalk', 'hub'] as const)('a notice goes out in Kakao’s own words: %s', async (hub) => {
	const reply = await shop.begin(hub);
	const { outputs } = await shop.run(hub, 'sendNotice', [itemOf(reply)], { parameters: { notice: 'S2' } });
	expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'sent' }]);
	expect(await bubbles()).toHaveLength(1);
});

test.each(HUBS)('a consult is ended: %s', async (hub) => {
	const reply = await shop.begin(hub);
	const { outputs, error } = await shop.run(hub, 'endSession', [itemOf(reply)], { parameters: { ending: 'plain' } });
	expect(error).toBeUndefined();
	expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'done', operation: 'endSession' }]);
	expect(await shop.bench(hub).customer.chat()).not.toMatchObject({ state: 'consult' });
});

test.each(['happyTalk', 'talkBridge'] as const)('a consult is handed over to the chatbot: %s', async (hub) => {
	const reply = await shop.begin(hub);
	await shop.control('PUT', `/api/consult/channels/${encodeURIComponent('@kakaoshop')}`, { bot: true });
	const { outputs } = await shop.run(hub, 'endSession', [itemOf(reply)], {
		parameters: { ending: 'bot', botEvent: '' },
	});
	expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'done' }]);
	expect(await shop.bench(hub).customer.chat()).toMatchObject({ state: 'bot' });
});

test.each(['happyTalk', 'talkBridge'] as const)('a customer is blocked and let in again: %s', async (hub) => {
	const reply = await shop.begin(hub);
	for (const [operation, blockedByAgent] of [
		['blockUser', true],
		['unblockUser', false],
	] as const) {
		const { outputs } = await shop.run(hub, operation, [itemOf({ ...reply, canReply: false })]);
		expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'done', operation }]);
		expect(await shop.bench(hub).customer.chat()).toMatchObject({ blockedByAgent });
	}
});

test('a customer who could not be blocked is not taken for a blocked one', async () => {
	const reply = await shop.begin('happyTalk');
	const baseUrl = await elsewhere((_request, response) => {
		response.setHeader('content-type', 'application/json').end('{"code":-502,"message":"ExpiredSessionException"}');
	});
	const credentials = { [CREDENTIAL]: { ...shop.credentials('happyTalk')[CREDENTIAL], baseUrl } };
	const { error } = await shop.run('happyTalk', 'blockUser', [itemOf(reply), itemOf(reply)], { credentials });
	expect(error?.message).toMatch(/^None of 2 items could be done\..*The consult has ended/);
});

const LOOK_UPS: readonly [AnswerableHub, string, IDataObject][] = [
	['talkBridge', 'getSession', { session: { state: 'open' } }],
	['channelTalk', 'getSession', { session: { state: 'open' } }],
	['happyTalk', 'getProfile', { profile: { searchId: '@kakaoshop', name: '카카오상점' } }],
	['talkBridge', 'getProfile', { profile: { searchId: '@kakaoshop' } }],
	['channelTalk', 'getProfile', { profile: { senderKey: '' } }],
];

test.each(LOOK_UPS)('%s: %s tells what the hub knows', async (hub, operation, found) => {
	const reply = await shop.begin(hub);
	const { outputs, error } = await shop.run(hub, operation, [itemOf(reply)]);
	expect(error).toBeUndefined();
	expect(outputs).toHaveLength(1);
	const [item] = jsonOf(outputs[0]);
	expect(item).toMatchObject({ outcome: 'done', operation, ...found });
	expect(item).not.toHaveProperty('raw');
	expect(JSON.stringify(item)).not.toContain('"raw"');
});
