import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { webhookMethod } from '../harness/triggerCalls.mts';
import { solapi } from '../sandbox/support.mts';
import { stage } from './kakao.mts';
import { behind, refusal, trigger } from './reports.mts';

const kakao = stage();
const BASE = 'https://n8n.example/webhook';
const OUTGOING = '/webhook/v1/outgoing';

interface Registered {
	webhookId: string;
	url: string;
	name: string;
	isTemporary: boolean;
}

const registered = async () =>
	(await solapi<{ webhookList: Registered[] }>(kakao.sandbox, 'GET', OUTGOING)).body.webhookList;
const urls = async () => (await registered()).map(({ url }) => url).sort();

/** Somebody else's webhooks, one of them of another n8n. */
async function foreign(): Promise<void> {
	for (const url of ['https://shop.example/solapi', 'https://n8n.example/webhook/other/delivery-report'])
		await solapi(kakao.sandbox, 'POST', OUTGOING, {
			eventId: 'SINGLE-REPORT',
			url,
			name: 'n8n production: shop',
			secret: 'theirs',
		});
}
const FOREIGN = ['https://n8n.example/webhook/other/delivery-report', 'https://shop.example/solapi'];
const OURS = `${BASE}/n8n-hook/delivery-report`;
const TEST = `${BASE}-test/n8n-hook/delivery-report`;

const call = (staticData: IDataObject = {}) =>
	trigger(kakao, 'solapi', { receive: 'webhook' }, { webhookBaseUrl: BASE, staticData });
const activate = async (staticData?: IDataObject) => await webhookMethod(kakao.host, 'create', call(staticData));

describe('SOLAPI registration', () => {
	test('switching on adds our webhook and switching off takes it away; others are never touched', async () => {
		await foreign();
		expect((await webhookMethod(kakao.host, 'checkExists', call())).answer).toBe(false);
		const on = await activate();
		expect(await urls()).toEqual([...FOREIGN, OURS].sort());
		expect((await registered()).find(({ url }) => url === OURS)).toMatchObject({
			isTemporary: false,
			name: expect.stringMatching(/^n8n production: Test/),
		});
		expect((await webhookMethod(kakao.host, 'checkExists', call(on.staticData))).answer).toBe(true);
		const off = await webhookMethod(kakao.host, 'delete', call(on.staticData));
		expect(await urls()).toEqual(FOREIGN);
		expect((await webhookMethod(kakao.host, 'checkExists', call(off.staticData))).answer).toBe(false);
		expect((await webhookMethod(kakao.host, 'delete', call(off.staticData))).answer).toBe(true);
		expect(await urls()).toEqual(FOREIGN);
	});

	test('switching on again, also without memory of the first time, leaves one webhook of ours', async () => {
		await foreign();
		const first = await activate();
		await activate(first.staticData);
		await activate();
		expect(await urls()).toEqual([...FOREIGN, OURS].sort());
	});

	test('a test run registers its own URL beside the production one, and leaves that in place', async () => {
		await foreign();
		const { staticData } = await activate();
		const testing = { ...call(staticData), isTest: true, mode: 'manual' as const };
		expect((await webhookMethod(kakao.host, 'checkExists', testing)).answer).toBe(false);
		const during = await webhookMethod(kakao.host, 'create', testing);
		expect(await urls()).toEqual([...FOREIGN, OURS, TEST].sort());
		expect((await registered()).find(({ url }) => url === TEST)?.name).toMatch(/^n8n test: /);
		await webhookMethod(kakao.host, 'delete', { ...testing, staticData: during.staticData });
		expect(await urls()).toEqual([...FOREIGN, OURS].sort());
		expect((await webhookMethod(kakao.host, 'checkExists', call(staticData))).answer).toBe(true);
	});

	test('a webhook that somebody has deleted in the console is missed at the next switching on', async () => {
		const { staticData } = await activate();
		const [ours] = await registered();
		await solapi(kakao.sandbox, 'DELETE', `${OUTGOING}/${ours!.webhookId}`);
		expect((await webhookMethod(kakao.host, 'checkExists', call(staticData))).answer).toBe(false);
		expect((await webhookMethod(kakao.host, 'delete', call(staticData))).answer).toBe(true);
	});

	describe('while SOLAPI refuses to remove it', () => {
		const refusing = async (times: number) =>
			await behind(kakao, 'solapi', ({ method }) =>
				method === 'DELETE' && times-- > 0 ? refusal('Internal error') : 'pass',
			);

		test('a webhook is taken away by the next try', async () => {
			const { staticData } = await activate();
			const { there } = await refusing(1);
			await webhookMethod(kakao.host, 'delete', { ...call(staticData), ...there, attempts: 2 });
			expect(await urls()).toEqual([]);
		});

		test('a webhook stays behind, and is replaced, not doubled', async () => {
			const { staticData } = await activate();
			const { there } = await refusing(1);
			const off = webhookMethod(kakao.host, 'delete', { ...call(staticData), ...there });
			await expect(off).rejects.toThrow('Could not read the webhook');
			await activate(staticData);
			expect(await urls()).toEqual([OURS]);
		});
	});

	test('the secret is never kept or logged as it is', async () => {
		const sent: string[] = [];
		const { there } = await behind(kakao, 'solapi', ({ body }) => {
			if (body) sent.push(body);
			return 'pass';
		});
		const { staticData } = await webhookMethod(kakao.host, 'create', { ...call(), ...there });
		const { secret } = JSON.parse(sent.at(-1)!) as { secret: string };
		expect(secret).toMatch(/^[0-9a-f]{48}$/);
		expect(JSON.stringify(staticData)).not.toContain(secret);
	});
});

test('SENS, which pushes nothing, says so at once and names the way out', async () => {
	const sens = trigger(kakao, 'naverSens', { receive: 'webhook' }, { webhookBaseUrl: BASE });
	for (const method of ['checkExists', 'create'] as const) {
		await expect(webhookMethod(kakao.host, method, sens)).rejects.toMatchObject({
			message: expect.stringContaining('does not push delivery reports'),
			description: expect.stringContaining('Polling'),
		});
	}
});

test('wrong keys are said when the workflow is switched on, not when the first report is missed', async () => {
	const fields = { ...kakao.credentials('solapi').kakaoBizMessageApi!, apiSecret: 'aWrongSecret0001' };
	const error: unknown = await webhookMethod(kakao.host, 'create', {
		...call(),
		credentials: { kakaoBizMessageApi: fields },
	}).catch((thrown: unknown) => thrown);
	expect(error).toMatchObject({
		message: expect.stringContaining('Could not read the webhooks'),
		description: expect.stringContaining('credential'),
	});
	expect(JSON.stringify(error)).not.toContain('aWrongSecret0001');
});
