import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import type { SandboxEvent } from '../../sandbox/world/types.mts';
import { SHOP, benchValues, control, eventually, finished, nhn } from './support.mts';

describe('the control API', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20 });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const send = (numbers: string[], templateCode = 'bench-three') =>
		nhn(sandbox, 'POST', '/messages', {
			senderKey: SHOP.senderKey, templateCode,
			recipientList: numbers.map((recipientNo) => ({ recipientNo, templateParameter: benchValues })),
		});

	it('shows what arrived on a phone and what was refused, with the reason', async () => {
		await send(['01012345678', '01000003019', 'nonsense']);
		await finished(sandbox, '01000003019');
		const messages = await control<object[]>(sandbox, 'GET', '/api/messages?to=01000003019');
		expect(messages.body).toMatchObject([{ state: 'fallbackDelivered', reason: { ko: '카카오톡 유저가 아님' } }]);
		expect((await control<object[]>(sandbox, 'GET', '/api/messages?state=delivered')).body).toHaveLength(1);
		expect((await control<object[]>(sandbox, 'GET', '/api/refused')).body).toMatchObject([{ to: 'nonsense', code: '-5000' }]);
	});

	it('lists phones by newest activity, and the troublesome ones from the start', async () => {
		await send(['01055550001']);
		await send(['01055550002', '01055550001']);
		const { body } = await control<{ number: string; messages: number }[]>(sandbox, 'GET', '/api/phones');
		expect(body.slice(0, 2).map(({ number, messages }) => [number, messages])).toEqual([['01055550001', 2], ['01055550002', 1]]);
		expect(body.map(({ number }) => number)).toEqual(expect.arrayContaining(['01000003018', '01000003019', '01000003020', '01000000404']));
	});

	it('changes how a phone behaves from the next message on', async () => {
		await control(sandbox, 'PUT', '/api/phones/01012345678', { blocksAlimTalk: true });
		await send(['01012345678']);
		expect((await finished(sandbox, '01012345678')).resultCode).toBe('3020');
		expect((await control(sandbox, 'PUT', '/api/phones/010-1234', { dead: true })).status).toBe(400);
	});

	it('adds templates, one or many, that can be sent at once', async () => {
		const added = await control(sandbox, 'POST', '/api/templates', { code: 'mine', name: '내 템플릿', text: '#{이름}님 안녕하세요.' });
		expect(added.status).toBe(201);
		await send(['01012345678'], 'mine');
		expect((await finished(sandbox, '01012345678')).bubble.text).toBe('홍길동님 안녕하세요.');
		const bulk = await control<{ templates: number }>(sandbox, 'POST', '/api/templates/bulk', { count: 1200 });
		expect(bulk.body.templates).toBeGreaterThan(1200);
	});

	it('masks secrets in the request log and counts the largest batch', async () => {
		await send(['01012345678', '01012345679']);
		await nhn(sandbox, 'GET', '/sender/categories?secret=hush');
		const { body } = await control<{ path: string; recipients: number }[]>(sandbox, 'GET', '/api/requests');
		expect(body[0]?.path).toContain('secret=***');
		expect(body[1]).toMatchObject({ dealer: 'nhnCloud', method: 'POST', status: 200, recipients: 2, fault: null });
		expect((await control(sandbox, 'GET', '/api/stats')).body).toMatchObject({ accepted: 2, duplicates: 0, largestBatch: 2 });
	});

	it('streams events, and survives ten thousand messages in a second', async () => {
		const abort = new AbortController();
		const response = await fetch(`${sandbox.urls.phone}/api/events`, { signal: abort.signal });
		const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
		const events: SandboxEvent[] = [];
		let rest = '';
		const listening = (async () => {
			for (;;) {
				const chunk = await reader?.read();
				if (!chunk || chunk.done) return;
				const lines = (rest + chunk.value).split('\n');
				rest = lines.pop() ?? '';
				for (const line of lines) if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)) as SandboxEvent);
			}
		})().catch((error: unknown) => {
			if (!abort.signal.aborted) throw error;
		});
		for (let batch = 0; batch < 10; batch++) await send(Array.from({ length: 1000 }, () => '01066660001'));
		await send(['01077770001']);
		await eventually(() => events.some((event) => event.type === 'message' && event.message.to === '01077770001' && event.message.finishedAt));
		expect(events.length).toBeLessThan(500);
		abort.abort();
		await listening;
	});
});
