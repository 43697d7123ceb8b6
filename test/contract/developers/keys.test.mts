import { describe, expect, test } from 'vitest';

import { keyChecks, type KeyCheck } from '../../../kakao/channel';
import { adminKey, developersBench, narrowAdminKey, primaryAdminKey, restApiKey, SHOP } from './bench.mts';

const kakao = developersBench();

/** What Kakao's answer to a check is read as. */
async function told({ partner, use }: KeyCheck, keys: Record<string, string>): Promise<[string, string | null]> {
	const exchange = await kakao.wire(keys, partner).exchange(partner.probe.request);
	if (exchange.kind !== 'answer') throw new Error(exchange.detail);
	const body: unknown = JSON.parse(String(exchange.body));
	return [use, partner.probe.explain({ ...exchange, body }, Date.now())];
}
const all = async (keys: Record<string, string>) =>
	await Promise.all(keyChecks(keys).map(async (check) => await told(check, keys)));

describe('each key is proved by what it is used for', () => {
	test('good keys', async () => {
		expect(await all({ adminKey, restApiKey, primaryAdminKey, channelPublicId: SHOP })).toEqual([
			['channelLookup', null],
			['customerFile', null],
			['customerFile', null],
			['webhook', null],
		]);
		expect(await all({ adminKey: narrowAdminKey, channelPublicId: '' })).toEqual([
			['channelLookup', null],
			['customerFile', null],
		]);
	});

	test('a permission that is off is named with the key that lacks it', async () => {
		await kakao.control('PUT', '/api/developers/keys/narrowAdminKey', { categories: ['channelLookup'] });
		const [lookup, files] = await all({ adminKey: narrowAdminKey, channelPublicId: SHOP });
		expect(lookup).toEqual(['channelLookup', null]);
		expect(files?.[1]).toMatch(/admin key lacks the permission “Kakao Talk Channel customer file”/);
	});

	test('keys in each other’s places are none', async () => {
		const told = await all({
			adminKey: restApiKey,
			restApiKey: 'wrong',
			primaryAdminKey: 'wrong2',
			channelPublicId: SHOP,
		});
		expect(
			told.map(([use, problem]) => [use, /does not know this (\w+(?: \w+)*)\./.exec(problem ?? '')?.[1] ?? null]),
		).toEqual([
			['channelLookup', 'admin key'],
			// Either key opens customer files.
			['customerFile', null],
			['customerFile', 'REST API key'],
			['webhook', 'primary admin key'],
		]);
	});
});
