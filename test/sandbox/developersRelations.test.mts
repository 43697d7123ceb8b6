import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import {
	LONG, NO_TALK_ID, NUMBER, SHOP, UNCONSENTED_ID, UNLINKED_ID, USER_ID, behave, kapi, many, ofShop, one, relate, type KapiProblem,
} from './developersSupport.mts';
import { brand, freestyle, to } from './brandNhnSupport.mts';
import { control, eventually, finished } from './support.mts';

interface Person { user_id: number; channels?: { channel_uuid: string; channel_public_id: string; relation: string; created_at?: string; updated_at?: string }[] }

describe('channel relationship', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20, night: 'never' });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const shopOf = async (userId: string) => (await kapi<Person>(sandbox, one(userId, ofShop))).body.channels?.[0];
	const codeOf = async (path: string) => {
		const { status, body } = await kapi(sandbox, path);
		return [body.code, status];
	};

	it('follows what people do on their phones, channel by channel', async () => {
		expect(await shopOf(USER_ID)).toMatchObject({ channel_uuid: '@kakaoshop', channel_public_id: '_xkShop', relation: 'ADDED', created_at: '2026-01-05T01:00:00Z' });
		expect((await relate(sandbox, 'BLOCKED')).body).toMatchObject({ changed: true });
		const { body } = await kapi<Person>(sandbox, one(USER_ID));
		expect(body.channels?.map(({ channel_public_id: id, relation }) => [id, relation])).toEqual([['_xkShop', 'BLOCKED'], ['_xkHelp', 'ADDED'], ['_xkTalk', 'ADDED']]);
		expect(body.channels?.[0]?.updated_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		await control(sandbox, 'PUT', `/api/phones/${NUMBER}`, { friend: false });
		expect(await shopOf(USER_ID)).toEqual({ channel_uuid: '@kakaoshop', channel_public_id: '_xkShop', relation: 'NONE' });
	});

	it('decides, channel by channel, whom an advertisement reaches', async () => {
		const arrives = async (targeting = 'I') => {
			await brand(sandbox, 'POST', '/freestyle-messages', freestyle('TEXT', { content: '세일' }, { recipientList: [to(NUMBER, { targeting, resendParameter: { isResend: false } })] }));
			return (await finished(sandbox, NUMBER)).resultCode;
		};
		await relate(sandbox, 'BLOCKED', NUMBER, '@kakaoshop_cs');
		expect(await arrives()).toBe('1000');
		await relate(sandbox, 'BLOCKED');
		expect([await arrives(), await arrives('N'), await arrives('M')]).toEqual(['3018', '3018', '3018']);
		await relate(sandbox, 'NONE');
		expect([await arrives(), await arrives('N')]).toEqual(['3018', '1000']);
	});

	it('is shown to whoever steers the sandbox, and changes only when somebody does something', async () => {
		await relate(sandbox, 'BLOCKED');
		expect((await control(sandbox, 'GET', `/api/channel/relations?number=${NUMBER}`)).body).toMatchObject([{ channel: '@kakaoshop', relation: 'BLOCKED' }, { relation: 'ADDED' }, {}, {}]);
		expect((await relate(sandbox, 'BLOCKED')).body).toMatchObject({ changed: false });
		expect((await relate(sandbox, 'ADDED', '01000003019')).status).toBe(409);
		expect((await relate(sandbox, 'ADDED', NUMBER, '@nobody')).status).toBe(400);
	});

	it('writes user IDs as bare numbers with all nineteen digits', async () => {
		expect((await kapi(sandbox, one(LONG.userId, ofShop))).text).toMatch(/^\{"user_id":1234567890190000001,"channels":\[/);
		expect((await control<object[]>(sandbox, 'GET', '/api/phones')).body).toContainEqual(expect.objectContaining({ number: LONG.number, userId: LONG.userId }));
		const ids = [LONG.userId, '1234567890190000002', USER_ID];
		const { text, body } = await kapi<Person[]>(sandbox, many(ids, ofShop));
		expect(text.match(/"user_id":(\d+)/g)).toEqual(ids.map((id) => `"user_id":${id}`));
		// Whoever reads them as doubles takes the first two for one person.
		expect(new Set(body.map(({ user_id: id }) => id)).size).toBe(2);
	});

	it('says of each person why there is no answer', async () => {
		const unconsented = await kapi(sandbox, one(UNCONSENTED_ID));
		expect(unconsented).toMatchObject({ status: 403, body: { code: -402, required_scopes: ['plusfriends'], allowed_scopes: ['profile_nickname'] } });
		expect(await codeOf(one(UNLINKED_ID))).toEqual([-101, 400]);
		expect(await codeOf(one('99'))).toEqual([-101, 400]);
		expect(await codeOf(one(NO_TALK_ID))).toEqual([-501, 400]);
	});

	it('leaves channels or people out of a long list, or fails it, as told', async () => {
		const ask = async () => (await kapi<Person[] | KapiProblem>(sandbox, many([USER_ID, UNCONSENTED_ID, UNLINKED_ID], ofShop))).body;
		expect(await ask()).toMatchObject([{ user_id: Number(USER_ID), channels: [{ relation: 'ADDED' }] }, { user_id: Number(UNCONSENTED_ID) }]);
		expect((await ask() as Person[])[1]).not.toHaveProperty('channels');
		await behave(sandbox, { multiUnlinked: 'bare', multiUnconsented: 'omit' });
		expect((await ask() as Person[]).map(({ user_id: id }) => String(id))).toEqual([USER_ID, UNLINKED_ID]);
		await behave(sandbox, { multiUnlinked: 'error' });
		expect(await ask()).toMatchObject({ code: -101 });
		expect((await behave(sandbox, { multiUnlinked: 'sometimes' })).status).toBe(400);
	});

	it('takes 200 people a call, named as the documents name them', async () => {
		const ids = Array.from({ length: 201 }, (_, i) => String(3_080_000_000 + i));
		expect((await kapi<Person[]>(sandbox, many(ids.slice(0, 200)))).body).toHaveLength(200);
		expect(await codeOf(many(ids))).toEqual([-2, 400]);
		expect(await codeOf('/v2/api/talk/channels/multi?target_id_type=user_id&target_ids=[1,2]')).toEqual([-2, 400]);
		expect(await codeOf('/v2/api/talk/channels/multi?target_ids=1')).toEqual([-2, 400]);
		expect(await codeOf('/v2/api/talk/channels')).toEqual([-2, 400]);
		const noted = (await control<{ dealer: string; recipients: number }[]>(sandbox, 'GET', '/api/requests')).body;
		expect(noted).toContainEqual(expect.objectContaining({ dealer: 'kapi', recipients: 200 }));
	});

	it('knows a channel by its public ID alone', async () => {
		const ask = (id: string) => codeOf(one(USER_ID, `&channel_id_type=channel_public_id&channel_ids=${encodeURIComponent(id)}`));
		expect(await ask('@kakaoshop')).toEqual([-541, 400]);
		expect(await ask('https://pf.kakao.com/_xkShop')).toEqual([-541, 400]);
		expect(await ask('_xkOldS')).toEqual([-544, 400]);
		expect(await ask('_xkElse')).toEqual([-819, 400]);
		expect(await codeOf(one(USER_ID, '&channel_ids=_xkShop'))).toEqual([-2, 400]);
		await control(sandbox, 'PUT', '/api/developers/channels/_xkHelp', { connected: false });
		expect(await ask('_xkHelp')).toEqual([-819, 400]);
		expect((await kapi<Person>(sandbox, one(USER_ID))).body.channels?.map(({ channel_uuid: id }) => id)).toEqual(['@kakaoshop', '@kakaoshop_talk']);
	});

	it('tells whoever watches that a relation changed', async () => {
		const watching = new AbortController();
		const stream = await fetch(`${sandbox.urls.phone}/api/events`, { signal: watching.signal });
		const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
		await relate(sandbox, 'BLOCKED');
		let seen = '';
		await eventually(async () => (seen += (await reader?.read())?.value ?? '').includes('event: relation'));
		expect(seen).toContain(`"number":"${NUMBER}","channel":"${SHOP.channel}","relation":"BLOCKED"`);
		watching.abort();
	});
});
