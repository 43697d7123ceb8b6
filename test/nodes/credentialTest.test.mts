import { describe, expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { credentialTest } from '../harness/nodeMethods.mts';
import { DEALERS, TRIGGER } from './helpers.mts';
import { stage } from './kakao.mts';
import { proxy, type Verdict } from './proxy.mts';

const kakao = stage();

const KEY = { nhnCloud: 'appKey', solapi: 'apiKey', naverSens: 'accessKey' } as const;
const SECRET = { nhnCloud: 'secretKey', solapi: 'apiSecret', naverSens: 'secretKey' } as const;

/** What a person reads after pressing Test with these fields changed. */
async function pressTest(dealer: DealerId, changes: Record<string, string> = {}) {
	const credential = { ...kakao.credentials(dealer).kakaoBizMessageApi!, ...changes };
	const answer = await credentialTest(kakao.host, 'kakaoBizMessageApiTest', {
		credentials: { kakaoBizMessageApi: credential },
		node: { type: 'n8n-nodes-kakao-business.kakaoAlimTalkSend' },
	});
	const fields: Record<string, unknown> = credential;
	for (const secret of [fields[KEY[dealer]], fields[SECRET[dealer]]])
		if (secret) expect(answer.message).not.toContain(secret);
	return answer;
}

/** The same against a server that answers as the dealer's documents say. */
async function answeredWith(dealer: DealerId, verdict: Verdict) {
	const server = await proxy(
		() => '',
		() => verdict,
	);
	try {
		return await pressTest(dealer, { baseUrl: server.url });
	} finally {
		await server.close();
	}
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toUTCString();

describe.each(DEALERS)('at %s', (dealer) => {
	test('right keys pass, also with blanks that were copied along', async () => {
		expect(await pressTest(dealer)).toMatchObject({ status: 'OK' });
		const fields: Record<string, unknown> = kakao.credentials(dealer).kakaoBizMessageApi!;
		expect(await pressTest(dealer, { [SECRET[dealer]]: ` ${String(fields[SECRET[dealer]])}\n` })).toMatchObject({
			status: 'OK',
		});
	});

	test('a wrong key and a wrong secret are told from each other where the dealer tells', async () => {
		const key = await pressTest(dealer, { [KEY[dealer]]: 'wrongKey0001' });
		const secret = await pressTest(dealer, { [SECRET[dealer]]: 'wrongSecret0001' });
		expect([key.status, secret.status]).toEqual(['Error', 'Error']);
		expect(key.message).toMatch(/app key|API key|access key/);
		expect(secret.message).toMatch(/secret/);
		if (dealer !== 'naverSens') expect(key.message).not.toBe(secret.message);
		expect(`${key.message} ${secret.message}`).toMatch(/[Cc]opy/);
	});

	test('an empty field is named with the place where to find it', async () => {
		const { message } = await pressTest(dealer, { [SECRET[dealer]]: '  ' });
		expect(message).toMatch(/^(?:API )?Secret(?: Key)? is empty\. .{10}/);
	});

	test('a dealer that cannot be reached is not blamed on the keys', async () => {
		const { message } = await pressTest(dealer, { baseUrl: 'http://127.0.0.1:1' });
		expect(message).toMatch(/could not be reached \(ECONNREFUSED\).*firewall/);
	});

	test.each([
		['http://dealer.example', 'must begin with https'],
		['http://192.168.0.7:5801', 'must begin with https'],
		['dealer.example', 'is not an address'],
		['https://user:pw@dealer.example', 'must not hold a user name'],
		['https://dealer.example/?key=1', 'must not hold'],
	])('the base URL %s is refused before a key leaves this machine', async (baseUrl, why) => {
		expect(await pressTest(dealer, { baseUrl })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(why),
		});
	});

	test('a page that is not the dealer’s, say of a hotel network, is not taken for success', async () => {
		const { status, message } = await answeredWith(dealer, {
			status: dealer === 'naverSens' ? 502 : 200,
			headers: { 'content-type': 'text/html' },
			body: '<html>',
		});
		if (dealer === 'solapi') return;
		expect(status).toBe('Error');
		expect(message).toContain('base URL');
	});

	test('a redirect is not followed, because the keys would travel with it', async () => {
		const elsewhere = await proxy(
			() => '',
			() => ({ status: 200, body: {} }),
		);
		try {
			const { status } = await answeredWith(dealer, { status: 302, headers: { location: `${elsewhere.url}/thief` } });
			expect(status).toBe('Error');
			expect(elsewhere.seen).toEqual([]);
		} finally {
			await elsewhere.close();
		}
	});
});

// FAULT: SOLAPI's probe looks at the status only (solapi/auth.ts, explain).
test.fails('a hotel network’s page with status 200 is not taken for SOLAPI', async () => {
	const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' };
	expect(await answeredWith('solapi', page)).toMatchObject({ status: 'Error' });
});

test('a clock that is wrong is said to be wrong, with how much', async () => {
	const date = hoursAgo(2);
	const solapi = { status: 403, headers: { date }, body: { errorCode: 'RequestTimeTooSkewed', errorMessage: '…' } };
	expect((await answeredWith('solapi', solapi)).message).toMatch(
		/clock is more than 15 minutes off.*about 120 minutes/,
	);
	const sens = { status: 401, headers: { date }, body: { status: 401, errorMessage: 'Unauthorized' } };
	expect((await answeredWith('naverSens', sens)).message).toMatch(
		/clock is off by about 120 minutes; Naver Cloud allows 5/,
	);
	const inTime = { ...sens, headers: { date: new Date().toUTCString() } };
	expect((await answeredWith('naverSens', inTime)).message).toMatch(/access key ID or the secret key is wrong/);
});

test.each([
	['nhnCloud', { status: 403, body: {} }, 'IP address'],
	['solapi', { status: 403, body: { errorCode: 'Forbidden', errorMessage: '허용되지 않은 IP입니다.' } }, 'IP address'],
	[
		'solapi',
		{ status: 401, body: { errorCode: 'Unauthorized', errorMessage: 'IP 1.2.3.4 is not allowed' } },
		'IP address is not allowed',
	],
	['naverSens', { status: 403, body: { status: 403, errorMessage: 'Forbidden' } }, 'IP address'],
	['naverSens', { status: 404, body: { status: 404, errorMessage: 'Not Found' } }, 'service ID'],
	[
		'nhnCloud',
		{ status: 200, body: { header: { isSuccessful: false, resultCode: -1030, resultMessage: 'x' } } },
		'identity verification',
	],
] as const)('%s answers %j, and the person reads what that means', async (dealer, verdict, sentence) => {
	expect(await answeredWith(dealer, verdict)).toMatchObject({
		status: 'Error',
		message: expect.stringContaining(sentence),
	});
});

test('a SOLAPI key that may send but not read the balance is still a working key', async () => {
	const noPermission = { status: 403, body: { errorCode: 'NoPermission', errorMessage: '권한이 없습니다.' } };
	expect(await answeredWith('solapi', noPermission)).toMatchObject({ status: 'OK' });
});

test('a dealer of a newer version is named, and the report trigger has the same test', async () => {
	expect(await pressTest('nhnCloud', { provider: 'future' })).toMatchObject({
		status: 'Error',
		message: expect.stringContaining('"future"'),
	});
	const answer = await credentialTest(kakao.host, 'kakaoBizMessageApiTest', {
		credentials: kakao.credentials(),
		node: { type: TRIGGER },
	});
	expect(answer.status).toBe('OK');
});
