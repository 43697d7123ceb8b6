import { describe, expect, test } from 'vitest';

import { adminKey, developers, narrowAdminKey, primaryAdminKey, restApiKey, SHOP } from './developers.mts';

const kakao = developers();
const ALL = { adminKey, restApiKey, primaryAdminKey, channelPublicId: SHOP };
const may = async (categories: string[]) => await kakao.put('/api/developers/keys/narrowAdminKey', { categories });

describe('pressing Test says which key is wrong and which lacks what', () => {
	test('right keys pass, also with blanks copied along and the channel’s whole address', async () => {
		expect(await kakao.pressTest(ALL)).toEqual({ status: 'OK', message: 'Kakao Developers accepts this credential' });
		const untidy = { adminKey: ` ${adminKey}\n`, channelPublicId: 'https://pf.kakao.com/_xkShop' };
		expect(await kakao.pressTest(untidy)).toMatchObject({ status: 'OK' });
	});

	test.each([
		['adminKey', /does not know this admin key/],
		['restApiKey', /does not know this REST API key/],
		['primaryAdminKey', /does not know this primary admin key/],
	])('a wrong %s is named', async (name, words) => {
		const { status, message } = await kakao.pressTest({ ...ALL, [name]: 'wrongkey0001' });
		expect(status).toBe('Error');
		expect(message).toMatch(words);
		expect(message).not.toContain('wrongkey0001');
	});

	test('a REST API key in place of the admin key is not taken for one', async () => {
		expect((await kakao.pressTest({ adminKey: restApiKey })).message).toMatch(/other kinds of key do not work here/);
	});

	test('no key at all is an error', async () => {
		const { status, message } = await kakao.pressTest({ adminKey: ' ' });
		expect({ status, message }).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/^No key is filled in\./),
		});
		expect(await kakao.asked()).toEqual([]);
	});

	test.each([
		[['channelLookup'], /“Kakao Talk Channel customer file”/],
		[['customerFile'], /“Kakao Talk Channel lookup”/],
	])('an admin key narrowed to %j is a good one, with a word on what it cannot do', async (categories, words) => {
		await may(categories);
		const { status, message } = await kakao.pressTest({ adminKey: narrowAdminKey });
		expect(status).toBe('OK');
		expect(message).toMatch(/^Kakao knows the keys\. Mend this only if a node needs it: The admin key lacks/);
		expect(message).toMatch(words);
	});

	test('an admin key that may do nothing here is an error that names both permissions', async () => {
		await may(['login']);
		const { status, message } = await kakao.pressTest({ adminKey: narrowAdminKey });
		expect(status).toBe('Error');
		expect(message).toMatch(/channel lookup.*customer file/i);
	});

	test('a REST API key alone does for customer files, a primary admin key alone for a trigger', async () => {
		expect(await kakao.pressTest({ adminKey: '', restApiKey })).toMatchObject({ status: 'OK' });
		expect(await kakao.pressTest({ adminKey: '', primaryAdminKey })).toMatchObject({ status: 'OK' });
	});

	test.each([
		['@kakaoshop', /public ID is needed/],
		['_xkElse', /not connected to the app/],
		['_xkNobody', /no such channel/],
	])('the channel %s is refused with the cure', async (channelPublicId, words) => {
		const { status, message } = await kakao.pressTest({ ...ALL, channelPublicId });
		expect(status).toBe('Error');
		expect(message).toMatch(words);
	});

	test('a used-up quota is not blamed on the keys', async () => {
		await kakao.refuse(-10, { path: '/v2/' });
		const { status, message } = await kakao.pressTest({ adminKey });
		expect(status).toBe('OK');
		expect(message).toMatch(/admin key works, but .*quota/i);
	});

	test('an address list that leaves this server out is named as such', async () => {
		await kakao.refuse(-401, { message: 'ip mismatched! callerIp=203.0.113.7' });
		expect((await kakao.pressTest({ adminKey })).message).toMatch(/allowed IPs, or empty that list/);
	});

	test('a server that is not there is not blamed on the keys', async () => {
		const { status, message } = await kakao.pressTest({ baseUrl: 'http://127.0.0.1:1' });
		expect(status).toBe('Error');
		expect(message).toMatch(/could not be reached \(ECONNREFUSED\)/);
	});

	test('keys leave over https only', async () => {
		expect((await kakao.pressTest({ baseUrl: 'http://kapi.example' })).message).toContain('must begin with https');
	});
});
