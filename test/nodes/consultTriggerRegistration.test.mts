import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import type { HubId } from '../../sandbox/world/types.mts';
import { webhookMethod } from '../harness/triggerCalls.mts';
import { consultCredential, CONSULT_TRIGGER, elsewhere, requestOf, SENDER_KEY } from './consult.mts';
import { stage } from './kakao.mts';

const kakao = stage();
const BASE = 'https://n8n.example/webhook';
const OURS = `${BASE}/n8n-hook/consult`;
const DESK = 'https://desk.example/kakao';

const call = (
	hub: HubId,
	parameters: IDataObject,
	staticData: IDataObject = {},
	changes: Record<string, string> = {},
) => ({
	credentials: consultCredential(kakao, hub, changes),
	webhookBaseUrl: BASE,
	staticData,
	workflowId: 'consult-registration',
	node: { type: CONSULT_TRIGGER, webhookId: 'n8n-hook', parameters: { events: ['message.received'], ...parameters } },
});
const registering = (staticData?: IDataObject, changes?: Record<string, string>) =>
	call('happyTalk', { registerAddress: true }, staticData, changes);

const domains = async () =>
	(await requestOf(kakao)<{ id: string; domains: Record<string, string> }[]>('GET', '/api/hubs')).find(
		({ id }) => id === 'happyTalk',
	)?.domains;
const registrations = async () =>
	(await requestOf(kakao)<{ path: string }[]>('GET', '/api/requests')).filter(({ path }) =>
		path.includes('receiveDomain'),
	).length;

/** Another consult desk has the channel, or gets it. */
const moveTo = async (domain: string) => {
	const { clientId, clientSecret } = consultCredential(kakao, 'happyTalk').kakaoConsultTalkApi as unknown as Record<
		string,
		string
	>;
	const answer = await fetch(
		`${kakao.sandbox.urls.happyTalk}/kakaoWebhook/v1/bzmc/consult/${SENDER_KEY}/receiveDomain`,
		{
			method: 'POST',
			headers: { 'content-type': 'application/json', 'HT-Client-Id': clientId!, 'HT-Client-Secret': clientSecret! },
			body: JSON.stringify({ domain }),
		},
	);
	expect(await answer.json()).toMatchObject({ code: 200 });
};

describe('the receive address', () => {
	test('is left alone unless that is chosen, so that no consult desk loses its channel', async () => {
		await moveTo(DESK);
		const { staticData } = await webhookMethod(kakao.host, 'create', call('happyTalk', {}));
		await webhookMethod(kakao.host, 'delete', call('happyTalk', {}, staticData));
		expect([await domains(), await registrations()]).toEqual([{ [SENDER_KEY]: DESK }, 1]);
	});

	test('is never set for a test listen, nor taken back after one', async () => {
		await moveTo(DESK);
		const testing = { isTest: true, mode: 'manual' as const };
		const { staticData } = await webhookMethod(kakao.host, 'create', { ...registering(), ...testing });
		// n8n ends a test listen in the mode in which it ends production.
		await webhookMethod(kakao.host, 'delete', { ...registering(staticData), isTest: true, mode: 'internal' });
		expect([await domains(), await registrations()]).toEqual([{ [SENDER_KEY]: DESK }, 1]);
	});

	test('is set when the workflow is activated, and not again when n8n starts anew: somebody may have moved the channel since', async () => {
		await moveTo(DESK);
		const { staticData } = await webhookMethod(kakao.host, 'create', registering());
		expect(await domains()).toEqual({ [SENDER_KEY]: OURS });
		await moveTo(DESK);
		const anew = await webhookMethod(kakao.host, 'create', { ...registering(staticData), activation: 'init' });
		expect(await domains()).toEqual({ [SENDER_KEY]: DESK });
		await webhookMethod(kakao.host, 'create', registering(anew.staticData));
		expect(await domains()).toEqual({ [SENDER_KEY]: OURS });
	});

	test('is set when n8n starts anew at another address, or with another channel in the credential', async () => {
		const { staticData } = await webhookMethod(kakao.host, 'create', registering());
		const moved = {
			...registering(staticData),
			webhookBaseUrl: 'https://new.example/webhook',
			activation: 'init' as const,
		};
		await webhookMethod(kakao.host, 'create', moved);
		expect(await domains()).toEqual({ [SENDER_KEY]: 'https://new.example/webhook/n8n-hook/consult' });
		const second = '5a1dbc00c0ffee00c0ffee00c0ffee00c0ffee02';
		await requestOf(kakao)('PUT', `/api/consult/channels/${encodeURIComponent('@kakaoshop_cs')}`, { hub: 'happyTalk' });
		const more = registering(staticData, { senderKeys: `${SENDER_KEY}, ${second}` });
		await webhookMethod(kakao.host, 'create', { ...more, activation: 'init' });
		expect(await domains()).toEqual({ [SENDER_KEY]: OURS, [second]: OURS });
	});

	test('stays after switching off where the hub does not tell whose it is', async () => {
		const { staticData } = await webhookMethod(kakao.host, 'create', registering());
		await moveTo(DESK);
		const off = await webhookMethod(kakao.host, 'delete', registering(staticData));
		expect([off.answer, await domains(), await registrations()]).toEqual([true, { [SENDER_KEY]: DESK }, 2]);
		expect(JSON.stringify(off.staticData)).not.toContain(OURS);
	});

	test.each(['talkBridge', 'channelTalk', 'closer', 'hub'] as const)(
		'that %s cannot be given from here is said, with the way out',
		async (hub) => {
			await expect(webhookMethod(kakao.host, 'create', call(hub, { registerAddress: true }))).rejects.toMatchObject({
				message: expect.stringContaining('no way to set the receive address'),
				description: expect.stringContaining('production URL'),
			});
			expect((await webhookMethod(kakao.host, 'create', call(hub, {}))).answer).toBe(true);
		},
	);

	test('of no channel at all is not set in silence', async () => {
		await expect(webhookMethod(kakao.host, 'create', registering({}, { senderKeys: '' }))).rejects.toMatchObject({
			message: expect.stringContaining('names no channel'),
			description: expect.stringContaining('sender keys'),
		});
	});

	test.each([
		['wrong keys', { clientSecret: 'aWrongSecret0001' }, /HappyTalk|keys|client/i],
		['an unknown channel', { senderKeys: 'f'.repeat(40) }, /receive address/i],
	])('that HappyTalk refuses because of %s is said when the workflow is activated', async (_what, changes, words) => {
		const error: unknown = await webhookMethod(kakao.host, 'create', registering({}, changes)).catch(
			(thrown: unknown) => thrown,
		);
		expect(error).toMatchObject({ message: expect.stringMatching(words), description: expect.stringMatching(/./) });
		expect(JSON.stringify(error)).not.toContain('aWrongSecret0001');
		expect(await domains()).toEqual({});
	});

	test('that one of several channels is refused tells which ones have left their desk already', async () => {
		const refused = 'f'.repeat(40);
		const both = registering({}, { senderKeys: `${SENDER_KEY}, ${refused}` });
		await expect(webhookMethod(kakao.host, 'create', both)).rejects.toMatchObject({
			description: expect.stringContaining(`already set for ${SENDER_KEY}:`),
		});
		expect(await domains()).toEqual({ [SENDER_KEY]: OURS });
	});

	test('that HappyTalk’s server cannot be given is said', async () => {
		const url = await elsewhere((_request, response) => void response.writeHead(503).end('{}'));
		await expect(webhookMethod(kakao.host, 'create', registering({}, { baseUrl: url }))).rejects.toMatchObject({
			message: expect.stringContaining('whether HappyTalk took the receive address'),
		});
	});
});

test.each(['talkBridge', 'channelTalk'] as const)(
	'without a webhook secret for %s the workflow cannot be activated, and it is said where to find it',
	async (hub) => {
		await expect(webhookMethod(kakao.host, 'create', call(hub, {}, {}, { webhookSecret: ' ' }))).rejects.toMatchObject({
			message: expect.stringContaining('no webhook secret'),
			description: expect.stringMatching(/webhook/i),
		});
	},
);

test.each(['hub.example', '203.0.113.0/33', '203.0.113.7, x'])(
	'the allowed address %j is refused when the workflow is activated',
	async (allowedIps) => {
		await expect(
			webhookMethod(kakao.host, 'create', call('happyTalk', { options: { allowedIps } })),
		).rejects.toMatchObject({
			message: expect.stringContaining('neither an address nor a range'),
		});
	},
);

test('a credential that names an unknown hub is said when the workflow is activated', async () => {
	await expect(
		webhookMethod(kakao.host, 'create', call('happyTalk', {}, {}, { provider: 'nobody' })),
	).rejects.toMatchObject({
		message: expect.stringContaining('nobody'),
	});
});
