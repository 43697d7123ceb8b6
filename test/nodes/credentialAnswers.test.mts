import { expect, test } from 'vitest';

import { credentialTest } from '../harness/nodeMethods.mts';
import { answeredWith, pressTest } from './credentials.mts';
import { TRIGGER } from './helpers.mts';
import { stage } from './kakao.mts';

const kakao = stage();

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toUTCString();

// Guards against: SOLAPI's probe looks at the status only (solapi/auth.ts, explain).
test('a hotel network’s page with status 200 is not taken for SOLAPI', async () => {
	const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' };
	expect(await answeredWith(kakao, 'solapi', page)).toMatchObject({ status: 'Error' });
});

test('a clock that is wrong is said to be wrong, with how much', async () => {
	const date = hoursAgo(2);
	const solapi = { status: 403, headers: { date }, body: { errorCode: 'RequestTimeTooSkewed', errorMessage: '…' } };
	expect((await answeredWith(kakao, 'solapi', solapi)).message).toMatch(
		/clock is more than 15 minutes off.*about 120 minutes/,
	);
	const sens = { status: 401, headers: { date }, body: { status: 401, errorMessage: 'Unauthorized' } };
	expect((await answeredWith(kakao, 'naverSens', sens)).message).toMatch(
		/clock is off by about 120 minutes; Naver Cloud allows 5/,
	);
	const inTime = { ...sens, headers: { date: new Date().toUTCString() } };
	expect((await answeredWith(kakao, 'naverSens', inTime)).message).toMatch(/access key ID or the secret key is wrong/);
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
	expect(await answeredWith(kakao, dealer, verdict)).toMatchObject({
		status: 'Error',
		message: expect.stringContaining(sentence),
	});
});

test('a SOLAPI key that may send but not read the balance is still a working key', async () => {
	const noPermission = { status: 403, body: { errorCode: 'NoPermission', errorMessage: '권한이 없습니다.' } };
	expect(await answeredWith(kakao, 'solapi', noPermission)).toMatchObject({ status: 'OK' });
});

test('a dealer of a newer version is named, and the report trigger has the same test', async () => {
	expect(await pressTest(kakao, 'nhnCloud', { provider: 'future' })).toMatchObject({
		status: 'Error',
		message: expect.stringContaining('"future"'),
	});
	const answer = await credentialTest(kakao.host, 'kakaoBizMessageApiTest', {
		credentials: kakao.credentials(),
		node: { type: TRIGGER },
	});
	expect(answer.status).toBe('OK');
});
