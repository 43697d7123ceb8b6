import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { answer, behave, botId, conversation, postCallback, say, setBot, words, type SkillRequest } from './chatbotSupport.mts';
import { listener, type Listener } from './consultSupport.mts';
import { control, eventually } from './support.mts';

const LATER = JSON.stringify({ version: '2.0', useCallback: true, data: { text: '생각 중이에요.' } });

describe('a chatbot callback', () => {
	let sandbox: Sandbox;
	let skill: Listener;
	let body: string;
	beforeAll(async () => {
		sandbox = await startSandbox();
		skill = await listener(() => ({ body }));
	});
	afterAll(async () => {
		await skill.close();
		await sandbox.close();
	});
	beforeEach(async () => {
		await control(sandbox, 'POST', '/api/reset');
		await setBot(sandbox, { skillUrl: skill.url });
		body = LATER;
	});

	const urlGiven = () => skill.bodies<SkillRequest>().at(-1)?.userRequest.callbackUrl ?? '';

	it('shows a waiting bubble at once and the answer when it comes', async () => {
		expect(await say(sandbox, '추천해 줘')).toMatchObject({ source: 'waiting', text: '생각 중이에요.', block: { name: 'AI 상담' } });
		expect((await conversation(sandbox)).waiting).toBe(true);
		const receipt = await postCallback(urlGiven(), answer([words('사과를 권해요.')]));
		expect(receipt).toMatchObject({ status: 200, body: { status: 'SUCCESS', taskId: expect.any(String) as string } });
		const { waiting, entries } = await conversation(sandbox);
		expect(waiting).toBe(false);
		expect(entries.at(-1)).toMatchObject({ source: 'callback', outputs: [words('사과를 권해요.')] });
	});

	it('waits in the block\'s own words when the skill has none', async () => {
		body = JSON.stringify({ version: '2.0', useCallback: true });
		expect((await say(sandbox, '추천해 줘')).text).toBe('답을 찾고 있어요. 잠시만 기다려 주세요.');
	});

	it('works once, and not again after a faulty answer', async () => {
		await say(sandbox, '추천해 줘');
		const url = urlGiven();
		expect((await postCallback(url, answer([words('')]))).body).toMatchObject({ status: 'FAIL', message: 'template.outputs[0].simpleText.text: is required.' });
		expect(await postCallback(url, answer([words('다시')]))).toMatchObject({ status: 400, body: { status: 'FAIL' } });
		expect((await conversation(sandbox)).entries.at(-1)).toMatchObject({ source: 'fallback', problems: [{ severity: 'error' }] });
		await say(sandbox, '추천해 줘');
		expect((await postCallback(urlGiven(), LATER)).body.status).toBe('FAIL');
	});

	it('may come before the skill has said that it will, and does not leave the customer waiting', async () => {
		const eager = await listener((post) => {
			const { callbackUrl = '' } = (JSON.parse(post.raw) as SkillRequest).userRequest;
			void postCallback(callbackUrl, answer([words('벌써 왔어요.')]));
			return { body: LATER, delayMs: 1500 };
		});
		await setBot(sandbox, { skillUrl: eager.url });
		await say(sandbox, '추천해 줘');
		const { waiting, entries } = await conversation(sandbox);
		expect([waiting, entries.map(({ source }) => source)]).toEqual([false, [null, 'callback', 'waiting']]);
		await eager.close();
	});

	it('is awaited for each question on its own', async () => {
		await say(sandbox, '추천해 줘');
		const first = urlGiven();
		await say(sandbox, '추천 하나 더');
		expect((await postCallback(first, answer([words('하나')]))).body.status).toBe('SUCCESS');
		expect((await conversation(sandbox)).waiting).toBe(true);
		expect((await postCallback(urlGiven(), answer([words('둘')]))).body.status).toBe('SUCCESS');
		expect((await conversation(sandbox)).waiting).toBe(false);
	});

	it('works for a minute, after which the operator sees that nobody came', async () => {
		expect((await control(sandbox, 'GET', '/api/chatbot/behaviour')).body).toEqual({ timeoutMs: 5000, callbackMs: 60_000, payload: 'talk' });
		await behave(sandbox, { callbackMs: 100 });
		await say(sandbox, '추천해 줘');
		const last = await eventually(async () => {
			const { waiting, entries } = await conversation(sandbox);
			return !waiting && entries.at(-1);
		});
		expect(last).toMatchObject({ from: 'system', problems: [{ path: 'useCallback' }] });
		expect((await postCallback(urlGiven(), answer([words('늦었나요?')]))).status).toBe(400);
	});

	it('is void once the skill has answered in full', async () => {
		body = answer([words('바로 답해요.')]);
		expect((await say(sandbox, '추천해 줘')).source).toBe('skill');
		expect((await postCallback(urlGiven(), answer([words('또')]))).status).toBe(400);
	});

	it('leaves the customer with nothing where no URL was given', async () => {
		expect(await say(sandbox, '배송')).toMatchObject({ from: 'system', text: null, problems: [{ path: 'useCallback' }] });
		await setBot(sandbox, { aiChatbot: false });
		await say(sandbox, '추천해 줘');
		expect(urlGiven()).toBe('');
		await setBot(sandbox, { aiChatbot: true });
		await control(sandbox, 'PUT', `/api/chatbot/bots/${botId}/blocks/자주 묻는 질문`, { callback: true });
		expect((await say(sandbox, '배송')).source).toBe('waiting');
		await behave(sandbox, { payload: 'tester' });
		expect((await say(sandbox, '배송')).from).toBe('system');
	});
});
