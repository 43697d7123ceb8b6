import { createHash, createHmac } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { naverSens } from '../../../kakao/dealers/naverSens';
import { nhnCloud } from '../../../kakao/dealers/nhnCloud';
import { solapi } from '../../../kakao/dealers/solapi';

describe('SOLAPI lets us in', () => {
	const credential = { apiKey: 'NCSAYU7YDBXYORXC', apiSecret: 'TESTSECRETTESTSECRETTESTSECRET12' };
	const moment = { now: Date.parse('2026-01-02T03:04:05.000Z'), nonce: '0123456789abcdef0123456789abcdef' };

	test('with the signature of the reference vector', () => {
		const { headers, path } = solapi.sign({ method: 'GET', path: '/cash/v1/balance' }, credential, moment);
		expect(path).toBe('/cash/v1/balance');
		expect(headers.Authorization).toBe(
			'HMAC-SHA256 apiKey=NCSAYU7YDBXYORXC, date=2026-01-02T03:04:05.000Z, salt=0123456789abcdef0123456789abcdef, signature=397415e34acbebe881719fc336dd6e78b422b8da1a1200735b46cddc14954073',
		);
	});

	test('a second time: each attempt has a signature of its own, since a repeated one is refused', () => {
		const sign = (nonce: string) => solapi.sign({ method: 'GET', path: '/' }, credential, { ...moment, nonce }).headers;
		fc.assert(
			fc.property(fc.stringMatching(/^[0-9a-f]{32}$/), (nonce) => {
				fc.pre(nonce !== moment.nonce);
				expect(sign(nonce).Authorization).not.toBe(sign(moment.nonce).Authorization);
				expect(sign(nonce).Authorization).toContain(
					createHmac('sha256', credential.apiSecret).update(`2026-01-02T03:04:05.000Z${nonce}`).digest('hex'),
				);
			}),
		);
	});
});

describe('Naver Cloud lets us in', () => {
	const credential = {
		accessKey: 'testAccessKey',
		secretKey: 'testSecretKey',
		serviceId: 'ncp:kkobizmsg:kr:100000000002:proj',
	};
	const moment = { now: 1_767_323_045_000, nonce: '' };
	const sign = (method: string, path: string) => naverSens.sign({ method, path }, credential, moment);

	test('with the signature of the reference vector for a send', () => {
		const signed = sign('POST', '/alimtalk/v2/services/{serviceId}/messages');
		expect(signed.path).toBe('/alimtalk/v2/services/ncp%3Akkobizmsg%3Akr%3A100000000002%3Aproj/messages');
		expect(signed.headers).toMatchObject({
			'x-ncp-apigw-timestamp': '1767323045000',
			'x-ncp-iam-access-key': 'testAccessKey',
			'x-ncp-apigw-signature-v2': 'SujMOM86eIPvqQ4gkZPdrNBVRtxMUse8+Ui7CRgCKnE=',
		});
	});

	test('with the signature of the reference vector for a list, whose query is signed as it is sent', () => {
		const path = '/alimtalk/v2/services/{serviceId}/templates?channelId=%40shop&pageSize=100&pageIndex=0';
		expect(sign('GET', path).headers['x-ncp-apigw-signature-v2']).toBe('ZckyZwGFZ7Pa1H3eYTWtGb/09ouNmuAct6pzfLKkyXE=');
	});

	test('when the path holds the service id unencoded, as the third vector has it', () => {
		const path = '/alimtalk/v2/services/ncp:kkobizmsg:kr:100000000002:proj/messages';
		expect(sign('POST', path).headers['x-ncp-apigw-signature-v2']).toBe('TqkYARbcrQD0bIZKBSdd6NYP+jiem4sRhb5gl2yZcrk=');
	});
});

describe('NHN Cloud lets us in', () => {
	test('the app key stands in the path, encoded, the secret only in its header', () => {
		const path = '/alimtalk/v2.3/appkeys/{appKey}/messages?a=1';
		const signed = nhnCloud.sign(
			{ method: 'GET', path },
			{ appKey: 'key/$&', secretKey: 's3cret' },
			{ now: 0, nonce: '' },
		);
		expect(signed.path).toBe('/alimtalk/v2.3/appkeys/key%2F%24%26/messages?a=1');
		expect(signed.headers['X-Secret-Key']).toBe('s3cret');
	});
});

describe('a report pushed to us is believed only with the right secret', () => {
	test('SOLAPI proves itself with the SHA-1 of the secret', () => {
		expect(solapi.webhook?.header).toBe('x-solapi-secret');
		expect(solapi.webhook?.proof('my-webhook-secret')).toBe('1c7b518f7e40f7aca065995f0f1ecb69661b1d39');
		fc.assert(
			fc.property(fc.string(), (secret) => {
				expect(solapi.webhook?.proof(secret)).toBe(createHash('sha1').update(secret, 'utf8').digest('hex'));
			}),
		);
	});

	test('NHN Cloud repeats the secret typed in its console', () => {
		expect(nhnCloud.webhook?.header).toBe('x-toast-webhook-signature');
		expect(nhnCloud.webhook?.proof('내 비밀')).toBe('내 비밀');
	});
});
