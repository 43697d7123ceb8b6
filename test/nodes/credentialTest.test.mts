import { describe, expect, test } from 'vitest';

import { answeredWith, KEY, pressTest, SECRET } from './credentials.mts';
import { DEALERS } from './helpers.mts';
import { stage } from './kakao.mts';
import { proxy } from './proxy.mts';

const kakao = stage();

describe.each(DEALERS)('at %s', (dealer) => {
	test('right keys pass, also with blanks that were copied along', async () => {
		expect(await pressTest(kakao, dealer)).toMatchObject({ status: 'OK' });
		const fields: Record<string, unknown> = kakao.credentials(dealer).kakaoBizMessageApi!;
		expect(await pressTest(kakao, dealer, { [SECRET[dealer]]: ` ${String(fields[SECRET[dealer]])}\n` })).toMatchObject({
			status: 'OK',
		});
	});

	test('a wrong key and a wrong secret are told from each other where the dealer tells', async () => {
		const key = await pressTest(kakao, dealer, { [KEY[dealer]]: 'wrongKey0001' });
		const secret = await pressTest(kakao, dealer, { [SECRET[dealer]]: 'wrongSecret0001' });
		expect([key.status, secret.status]).toEqual(['Error', 'Error']);
		expect(key.message).toMatch(/app key|API key|access key/);
		expect(secret.message).toMatch(/secret/);
		if (dealer !== 'naverSens') expect(key.message).not.toBe(secret.message);
		expect(`${key.message} ${secret.message}`).toMatch(/[Cc]opy/);
	});

	test('an empty field is named with the place where to find it', async () => {
		const { message } = await pressTest(kakao, dealer, { [SECRET[dealer]]: '  ' });
		expect(message).toMatch(/^(?:API )?Secret(?: Key)? is empty\. .{10}/);
	});

	test('a dealer that cannot be reached is not blamed on the keys', async () => {
		const { message } = await pressTest(kakao, dealer, { baseUrl: 'http://127.0.0.1:1' });
		expect(message).toMatch(/could not be reached \(ECONNREFUSED\).*firewall/);
	});

	test.each([
		['http://dealer.example', 'must begin with https'],
		['http://192.168.0.7:5801', 'must begin with https'],
		['dealer.example', 'is not an address'],
		['https://user:pw@dealer.example', 'must not hold a user name'],
		['https://dealer.example/?key=1', 'must not hold'],
	])('the base URL %s is refused before a key leaves this machine', async (baseUrl, why) => {
		expect(await pressTest(kakao, dealer, { baseUrl })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(why),
		});
	});

	test('a page that is not the dealer’s, say of a hotel network, is not taken for success', async () => {
		const { status, message } = await answeredWith(kakao, dealer, {
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
			const { status } = await answeredWith(kakao, dealer, {
				status: 302,
				headers: { location: `${elsewhere.url}/thief` },
			});
			expect(status).toBe('Error');
			expect(elsewhere.seen).toEqual([]);
		} finally {
			await elsewhere.close();
		}
	});
});
