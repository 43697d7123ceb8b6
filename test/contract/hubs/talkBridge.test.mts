import { expect, test } from 'vitest';

import { talkBridge } from '../../../kakao/consult/talkBridge';
import { DEMO_HUB_CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { expectHelp, type HubBench } from './bench.mts';
import { NUMBER } from './customer.mts';
import type { HubUnderTest } from './hubUnderTest.mts';
import { hubContract } from './suite.mts';

const { apiKey, readKey, webhookSecret } = DEMO_HUB_CREDENTIALS.talkBridge;
/** The shop's channel as a brand. */
const BRAND = 'crm-ffee01';

const under: HubUnderTest = {
	hub: talkBridge,
	basePath: '',
	credential: { agentKey: apiKey, brand: BRAND },
	keys: ['agentKey'],
	secret: webhookSecret,
	senderKey: BRAND,
	tells: {
		metadata: true,
		taps: true,
		serials: false,
		longText: 'attachment',
		files: 'attachment',
		comments: true,
		echoes: true,
		sessions: true,
		ending: 'session.ended',
		late: 'sessionEnded',
	},
};

hubContract(under, (bench) => {
	const { customer } = bench;
	const desk = talkBridge.desk!;

	test('a recalled answer is told of, by the number under which it was sent', async () => {
		const target = await bench.begin();
		const { messageId } = await bench.talk(desk.sendText(target, '잘못 보낸 답', 'recall-1'));
		await recall(bench, target.userKey, messageId!);
		const [deleted] = await bench.until('message.deleted');
		expect(deleted).toMatchObject({ user: { userKey: target.userKey }, message: { id: messageId } });
		expect((await customer.sees())[0]?.deletedAt).toMatch(/./);
	});

	test('the centre’s test signal is a test, and no customer', async () => {
		await bench.control('POST', '/api/hubs/talkBridge/test');
		const [signal] = await bench.until('test');
		expect(signal).toMatchObject({ message: null, reply: { canReply: false } });
		expect(bench.events()).toHaveLength(1);
	});

	test('a message whose room cannot be read just now is not lost: TalkBridge calls again', async () => {
		await bench.behave({ noPersistence: true, retryPausesMs: [300, 300, 300] });
		await customer.write('급해요');
		const failed = async () =>
			await bench.control<unknown[]>('GET', `/api/hubs/callbacks?kind=message&number=${NUMBER}`);
		await expect.poll(async () => (await failed()).length, { timeout: 5000 }).toBeGreaterThan(0);
		await bench.behave({ noPersistence: false });
		expect((await bench.until('message.received'))[0]?.message?.text).toBe('급해요');
	});

	test('a recorded call that comes again under another delivery id is known for what it is', async () => {
		await bench.begin();
		const { call, events } = bench.arrivals().at(-1)!;
		const again = { ...call, headers: { ...call.headers, 'x-bridge-delivery-id': 'replayed' } };
		expect(talkBridge.reception.verify(again, webhookSecret, Date.now())).toBe('genuine');
		const [replayed] = talkBridge.reception.read(again, Date.now());
		expect(replayed!.alsoKnownAs.filter((id) => events[0]!.alsoKnownAs.includes(id))).toHaveLength(1);
	});

	test('a plan that is used up is called so', async () => {
		const target = await bench.begin();
		await bench.behave({ quota: 0 });
		const outcome = await bench.talk(desk.sendText(target, '안녕하세요', 'quota-1'));
		expect(outcome).toMatchObject({ outcome: 'rejected', reason: { kind: 'account', code: 'QUOTA_EXHAUSTED' } });
		expectHelp(outcome);
	});

	test('a key that may only read fails the credential test, and its answers say why', async () => {
		const keys = { ...bench.credential, baseUrl: bench.credential.baseUrl!, agentKey: readKey };
		const answer = await bench.wire({}, keys).exchange(talkBridge.probe.request);
		if (answer.kind !== 'answer') throw new Error(answer.detail);
		expect(talkBridge.probe.explain(answer, Date.now())).toContain('BrandWrite');
		const outcome = await bench.talk(desk.sendText(await bench.begin(), '안녕하세요', 'read-1'), {}, keys);
		expect(outcome).toMatchObject({ outcome: 'rejected', reason: { kind: 'credential' } });
	});
});

/** What an agent does in TalkBridge's own screen. */
async function recall(bench: HubBench, userKey: string, serial: string): Promise<void> {
	const body = { brandKey: BRAND, userKey, serial };
	const answer = await bench.wire().exchange({ method: 'POST', path: '/api/agent/delete', body });
	expect(answer).toMatchObject({ status: 200, body: { ok: true } });
}
