import { describe, expect, test } from 'vitest';

import { kakaoDevelopers, keyChecks, readChannelId } from '../../../kakao/channel';
import { signUrl } from '../../../kakao/partner/baseUrl';
import { answer } from '../support/wires.mts';
import { error } from './fixtures.mts';

const VALUES = { adminKey: 'admin', restApiKey: 'rest', primaryAdminKey: 'primary', channelPublicId: '_ZeUTxl' };
const MOMENT = { now: 0, nonce: '' };
const headerOf = (partner: typeof kakaoDevelopers, values: Record<string, string>) => {
	const { method, path } = partner.probe.request;
	return signUrl(partner, values, { method, url: `https://kapi.kakao.com${path}` }, MOMENT).headers.Authorization;
};
const explain = (at: number, body: unknown, status = 400, values = VALUES) =>
	keyChecks(values)[at]!.partner.probe.explain(answer(body, status), 0);

describe('testing the credential says which key lacks what', () => {
	test('each key is asked with itself', () => {
		expect(keyChecks(VALUES).map(({ use, partner }) => [use, headerOf(partner, VALUES)])).toEqual([
			['channelLookup', 'KakaoAK admin'],
			['customerFile', 'KakaoAK admin'],
			['customerFile', 'KakaoAK rest'],
			['webhook', 'KakaoAK primary'],
		]);
		expect(keyChecks({ adminKey: 'a', primaryAdminKey: 'a' })).toHaveLength(2);
		expect(keyChecks({})).toEqual([]);
	});

	test.each([
		[0, error(-101), 400, null],
		[0, error(-402), 403, null],
		[0, '[]', 200, /not that of Kakao/],
		[0, [], 200, null],
		[0, { msg: 'm', code: -401 }, 401, /does not know this admin key/],
		[0, { msg: 'ip mismatched! callerIp=1.2.3.4', code: -401 }, 401, /IP address/],
		[0, { msg: 'm', code: -3 }, 403, /admin key lacks the permission “Kakao Talk Channel lookup”/],
		[1, { msg: 'm', code: -3 }, 403, /admin key lacks the permission “Kakao Talk Channel customer file”/],
		[2, { msg: 'm', code: -3 }, 403, /REST API key lacks the permission “Kakao Talk Channel customer file”/],
		[1, { msg: 'm', code: -819 }, 400, /not connected to the app/],
		[1, { msg: 'm', code: -541 }, 400, /no such channel/],
		[1, { msg: 'm', code: -2 }, 400, null],
		[1, { results: [] }, 200, null],
		[3, { msg: 'm', code: -3 }, 403, null],
		[3, { msg: 'm', code: -401 }, 401, /does not know this primary admin key/],
		[0, { msg: 'm', code: -10 }, 400, /works, but/],
		[0, { msg: 'm', code: -12 }, 403, /sanction/],
		[0, { msg: 'm', code: -1 }, 400, /internal error\. Try again/],
		[1, { msg: 'm', code: -7 }, 400, /maintenance/],
		[0, '<html>', 200, /not that of Kakao/],
		[0, '', 502, /out of order/],
		[0, '', 301, /not that of Kakao/],
	])('check %i: %j, HTTP %i', (at, body, status, words) => {
		const parsed: unknown = typeof body === 'string' && body.startsWith('{') ? JSON.parse(body) : body;
		const found = explain(at, parsed, status);
		if (words === null) expect(found).toBeNull();
		else expect(found).toMatch(words);
	});

	test('the relationship is asked about as a form, customer files as JSON, as Kakao documents them', () => {
		const typeAt = (path: string) =>
			signUrl(kakaoDevelopers, VALUES, { method: 'GET', url: `https://kapi.kakao.com${path}` }, MOMENT).headers[
				'Content-Type'
			];
		expect(typeAt('/v2/api/talk/channels?target_id=1')).toMatch(/^application\/x-www-form-urlencoded/);
		expect(typeAt('/v2/api/talk/channels/multi?target_ids=1')).toMatch(/^application\/x-www-form-urlencoded/);
		expect(typeAt('/v1/talkchannel/target_user_file')).toBe('application/json');
		expect(typeAt('/v1/talkchannel/update/target_users')).toBe('application/json');
	});

	test('without an admin key the REST API key opens customer files', () => {
		expect(headerOf(kakaoDevelopers, { ...VALUES, adminKey: '' })).toBe('KakaoAK rest');
		expect(headerOf(kakaoDevelopers, VALUES)).toBe('KakaoAK admin');
	});
});

describe('the channel is named by its public ID', () => {
	test.each([['_ZeUTxl'], ['https://pf.kakao.com/_ZeUTxl'], ['pf.kakao.com/_ZeUTxl/friend']])('%s', (input) => {
		expect(readChannelId(input)).toEqual({ value: '_ZeUTxl' });
	});

	test('the search ID is the wrong one, and where the right one is', () => {
		expect(readChannelId('@test')).toMatchObject({
			problems: [{ text: expect.stringMatching(/search ID/), cure: expect.stringMatching(/pf\.kakao\.com\/_id/) }],
		});
	});
});
