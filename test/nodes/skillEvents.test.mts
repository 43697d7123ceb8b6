import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { DEMO_BOT_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { conversation, say } from '../sandbox/chatbotSupport.mts';
import { control } from '../sandbox/support.mts';
import { elsewhere } from './consult.mts';
import { jsonOf, stage } from './kakao.mts';
import { respond, SKILL_RESPOND } from './skill.mts';

const kakao = stage();
const EVENT = {
	operation: 'sendBotEvent',
	botId: DEMO_BOT_CREDENTIALS.botId,
	eventName: 'order_shipped',
	user: '={{ $json.key }}',
};
const BOT = { credential: 'botApi' } as const;

/** The key by which the bot knows the customer. */
async function botUserKey(): Promise<string> {
	await say(kakao.sandbox, '안녕');
	return (await conversation(kakao.sandbox)).botUserKey;
}
const tasks = async () => (await control<IDataObject[]>(kakao.sandbox, 'GET', '/api/chatbot/tasks')).body;
const event = async (parameters: IDataObject, items: IDataObject[], options = {}) =>
	await respond(kakao, { ...EVENT, ...parameters }, items, { ...BOT, ...options });

test('the bot speaks first, with the values of each item, and its result is told', async () => {
	const key = await botUserKey();
	const data = { entry: [{ name: 'item', value: '={{ $json.item }}' }] };
	const { outputs, error } = await event({ data }, [{ key, item: '양말' }]);
	expect(error?.message).toBeUndefined();
	const [sent] = jsonOf(outputs[0]);
	expect(sent).toMatchObject({ outcome: 'accepted', user: key, reason: null });
	await expect
		.poll(async () => (await conversation(kakao.sandbox)).entries.at(-1)?.text)
		.toBe('주문하신 양말 상품이 출발했어요.');

	const ask = { operation: 'getBotEventResult', messageId: '={{ $json.messageId }}' };
	const asked = async (messageId: unknown) =>
		jsonOf((await respond(kakao, ask, [{ messageId } as IDataObject], BOT)).outputs[0]);
	expect(await asked(sent!['messageId'])).toMatchObject([{ status: 'delivered', user: key }]);
	const [taskId] = String(sent!['messageId']).split('/');
	expect(await asked(taskId)).toEqual([
		{ status: 'finished', taskId, task: { requested: 1, succeeded: 1, failed: 0 }, failures: [] },
	]);
});

test('250 users take three calls, in input order; who is named again is told once', async () => {
	const keys = Array.from({ length: 250 }, (_, at) => ({ key: `k${at}` }));
	const { outputs } = await event({}, [...keys, { key: 'k7' }]);
	const told = jsonOf(outputs[0]);
	expect(told.map(({ user }) => user)).toEqual([...keys.map(({ key }) => key), 'k7']);
	expect(told.at(-1)).toMatchObject({ outcome: 'skipped' });
	expect((await tasks()).length).toBe(3);
});

test('a user whom the bot does not know is told as failed afterwards', async () => {
	const { outputs } = await event({}, [{ key: 'nobody' }]);
	const ask = { operation: 'getBotEventResult', messageId: '={{ $json.messageId }}' };
	const { outputs: result } = await respond(kakao, ask, jsonOf(outputs[0]), BOT);
	expect(jsonOf(result[0])).toMatchObject([{ status: 'failed', user: 'nobody', reason: { code: 'unresolved' } }]);
});

test('a value that an item lacks is shown as nothing', async () => {
	const data = { entry: [{ name: 'item', value: '={{ $json.item }}' }] };
	await event({ data }, [{ key: await botUserKey(), item: null }]);
	await expect
		.poll(async () => (await conversation(kakao.sandbox)).entries.at(-1)?.text)
		.toBe('주문하신  상품이 출발했어요.');
});

test('a result that cannot be had does not take the others along', async () => {
	const data = { entry: [{ name: 'item', value: '양말' }] };
	const { outputs } = await event({ data }, [{ key: await botUserKey() }]);
	const sent = jsonOf(outputs[0])[0]!;
	await expect.poll(async () => (await conversation(kakao.sandbox)).entries.at(-1)?.text).toContain('양말');
	const ask = { operation: 'getBotEventResult', messageId: '={{ $json.messageId }}' };
	const asked = [{ messageId: 'gone/someone' }, { messageId: sent['messageId'] }, { messageId: null }] as IDataObject[];
	const run = await respond(kakao, ask, asked, { ...BOT, onError: 'continueRegularOutput' });
	expect(jsonOf(run.outputs[0])).toMatchObject([
		{ status: 'unknown', user: 'someone', taskId: 'gone', reason: { code: 'HTTP 404' } },
		{ status: 'delivered', user: sent['user'], reason: null },
		{ status: 'unknown', taskId: null, reason: { text: 'The item has no message ID.' } },
	]);
	expect(run.outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	expect((await respond(kakao, ask, asked, BOT)).error?.message).toBe('Item 2: Message ID is empty');
});

describe('nothing is sent', () => {
	test.each<[string, IDataObject, IDataObject[], string]>([
		['for an item without a user', {}, [{ key: 'a' }, { other: 1 }], 'Item 1: User is empty'],
		['with a bot ID that is none', { botId: 'my bot' }, [{ key: 'a' }], 'is no bot ID'],
		['without an event', { eventName: ' ' }, [{ key: 'a' }], 'Event Name is empty'],
		[
			'for a user ID whose digits are lost',
			{ userType: 'appUserId' },
			[{ key: 1234567890190000001 }],
			'digits are lost',
		],
		[
			'to more users than allowed',
			{ eventOptions: { maxRecipients: 1 } },
			[{ key: 'a' }, { key: 'b' }],
			'more than the 1',
		],
		['with parameters that are no JSON', { eventOptions: { params: 'x' } }, [{ key: 'a' }], 'no valid JSON'],
	])('%s', async (_what, parameters, items, words) => {
		expect((await event(parameters, items)).error?.message).toContain(words);
		expect(await tasks()).toEqual([]);
	});

	test('without a credential or the REST API key, and the node says which', async () => {
		expect((await respond(kakao, EVENT, [{ key: 'a' }])).error?.message).toBe('Choose a Kakao Developers credential');
		const keyless = await kakao.host.execute({
			items: [{ key: 'a' }],
			credentials: { kakaoDevelopersApi: { adminKey: 'admin' } },
			node: { type: SKILL_RESPOND, parameters: EVENT },
		});
		expect(keyless.error?.message).toBe('The credential has no REST API key');
	});
});

test('the REST API key signs, whatever other key the credential has, and it stands in no result', async () => {
	const got: (string | undefined)[] = [];
	const baseUrl = await elsewhere((request, response) => {
		got.push(request.headers.authorization);
		response.writeHead(401, { 'content-type': 'application/json' }).end('{"msg":"invalid app key.","code":-401}');
	});
	const keys = { adminKey: 'the admin key', restApiKey: 'the REST key', primaryAdminKey: 'the primary key', baseUrl };
	const run = await kakao.host.execute({
		items: [{ key: 'a' }],
		credentials: { kakaoDevelopersApi: keys },
		node: { type: SKILL_RESPOND, parameters: EVENT },
	});
	expect(got).toEqual(['KakaoAK the REST key']);
	expect(run.error?.message).toContain('REST API key');
	expect(JSON.stringify([run.run.data.resultData, run.error])).not.toContain('the REST key');
});

test('a lost answer is never sent again: the message costs money', async () => {
	let calls = 0;
	const baseUrl = await elsewhere((request, response) => {
		calls += 1;
		request.resume();
		response.destroy();
	});
	const { outputs } = await kakao.host.execute({
		items: [{ key: 'a' }],
		credentials: { kakaoDevelopersApi: { restApiKey: 'rest', baseUrl } },
		node: { type: SKILL_RESPOND, parameters: EVENT },
	});
	expect(jsonOf(outputs[0])).toMatchObject([{ outcome: 'unknown', user: 'a' }]);
	expect(calls).toBe(1);
});
