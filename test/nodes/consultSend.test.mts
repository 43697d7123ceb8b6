import { expect, test } from 'vitest';

import type { WorkflowFile } from '../../tools/n8n/rest.mts';
import { itemsName, itemsNode } from '../harness/itemsNode.mts';
import { desk, HUBS, itemOf, SEND } from './consultSend.mts';
import { jsonOf } from './kakao.mts';

const shop = desk();

test.each(HUBS)('an answer goes out right behind the trigger, without any mapping: %s', async (hub) => {
	const reply = await shop.begin(hub);
	const { outputs, error } = await shop.run(hub, 'sendText', [itemOf(reply)], { parameters: { text: '안녕하세요' } });
	expect(error).toBeUndefined();
	expect(jsonOf(outputs[0])).toEqual([
		{
			outcome: 'sent',
			operation: 'sendText',
			messageId: expect.stringMatching(/./),
			sessionId: hub === 'channelTalk' ? expect.stringMatching(/./) : null,
			provider: hub,
			userKey: reply.userKey,
			senderKey: reply.senderKey,
			reason: null,
		},
	]);
	expect(outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });
	expect((await shop.got()).map(({ bubble }) => (bubble as { text?: string }).text)).toEqual(['안녕하세요']);
});

test.each(HUBS)(
	'the consult that has ended leaves through its own output, so that an AlimTalk can follow: %s',
	async (hub) => {
		const reply = await shop.begin(hub);
		const ended = itemOf({ ...reply, canReply: false });
		const before = (await shop.bench(hub).requests()).length;
		const { outputs, error } = await shop.run(hub, 'sendText', [ended], { parameters: { text: '늦은 답' } });
		expect(error).toBeUndefined();
		expect(outputs.map((each) => each.length)).toEqual([0, 1]);
		expect(jsonOf(outputs[1])).toMatchObject([
			{ outcome: 'sessionEnded', reason: { advice: expect.stringContaining('AlimTalk') } },
		]);
		expect(await shop.bench(hub).requests()).toHaveLength(before);
	},
);

test.each(['happyTalk', 'talkBridge', 'hub'] as const)(
	'a consult that the customer has left meanwhile leaves the same way: %s',
	async (hub) => {
		const reply = await shop.begin(hub);
		await shop.bench(hub).customer.leave();
		const { outputs, error } = await shop.run(hub, 'sendText', [itemOf(reply)], { parameters: { text: '늦은 답' } });
		expect(error).toBeUndefined();
		expect(outputs.map((each) => each.length)).toEqual([0, 1]);
		expect(jsonOf(outputs[1])).toMatchObject([
			{ outcome: 'sessionEnded', reason: { codeSpace: expect.not.stringContaining('input') } },
		]);
	},
);

test('fifty customers are served side by side, and each reads the answers in their order', async () => {
	await shop.begin('happyTalk');
	await shop.control('POST', '/api/consult/burst', {
		customers: 50,
		messages: 50,
		channel: '@kakaoshop',
		firstNumber: '01070000000',
	});
	const { senderKey } = shop.bench('happyTalk');
	const crowd = async () =>
		(
			await shop.control<{ userKey: string; number: string }[]>(
				'GET',
				'/api/consult/chats?channel=%40kakaoshop&limit=0',
			)
		).filter(({ number }) => number.startsWith('0107'));
	await expect.poll(async () => (await crowd()).length, { timeout: 10_000 }).toBe(50);
	const numbers = await crowd();
	const items = [1, 2, 3, 4].flatMap((nth) =>
		numbers.map(({ userKey }) =>
			itemOf({ canReply: true, provider: 'happyTalk', senderKey, userKey, chatId: '' }, { text: `${nth}번째` }),
		),
	);
	const { outputs } = await shop.run('happyTalk', 'sendText', items, { parameters: { text: '={{ $json.text }}' } });
	expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
	expect(jsonOf(outputs[0]).every(({ outcome }) => outcome === 'sent')).toBe(true);
	for (const { number } of numbers)
		expect((await shop.got(number)).map(({ bubble }) => (bubble as { text?: string }).text)).toEqual([
			'1번째',
			'2번째',
			'3번째',
			'4번째',
		]);
});

test('behind other nodes the reply is taken from the trigger by its name', async () => {
	const reply = await shop.begin('happyTalk');
	const from = `={{ $('${itemsName}').item.json.reply }}`;
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	const answerer = {
		name: 'Answerer',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'raw', jsonOutput: '{ "answer": "3일 걸려요" }', options: {} },
	};
	const send = {
		name: 'Send',
		type: SEND,
		parameters: { operation: 'sendText', reply: from, text: '={{ $json.answer }}' },
	};
	const { outputs, error } = await shop.kakao.host.executeWorkflow(
		{
			name: 'Behind other nodes',
			nodes: [itemsNode, answerer, send] as WorkflowFile['nodes'],
			connections: { [itemsName]: to('Answerer'), Answerer: to('Send') },
		},
		{ credentials: shop.credentials('happyTalk'), executionId: 'behind', startItems: [{ json: itemOf(reply) }] },
	);
	expect(error).toBeUndefined();
	expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'sent', userKey: reply.userKey }]);
	expect(await shop.got()).toMatchObject([{ bubble: { text: '3일 걸려요' } }]);
});

test('keys that were kept from an earlier event reach the customer as well', async () => {
	const { senderKey, userKey } = await shop.begin('happyTalk');
	const { outputs } = await shop.run('happyTalk', 'sendText', [{}], {
		parameters: { targetFrom: 'define', senderKey, userKey, text: '다시 안녕하세요' },
	});
	expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'sent', userKey }]);
});
