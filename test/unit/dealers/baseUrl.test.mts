import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { baseUrlOf, signUrl } from '../../../kakao/partner/baseUrl';
import { DEALERS, dealerById } from '../../../kakao/dealers/registry';
import { solapi } from '../../../kakao/dealers/solapi';

const base = (override?: string) => baseUrlOf(solapi, override);

test.each([undefined, '', '   '])('an empty base URL (%j) is the dealer’s own', (override) => {
	expect(base(override)).toBe('https://api.solapi.com');
});

test.each([
	['https://proxy.example.com', 'https://proxy.example.com'],
	['https://proxy.example.com/', 'https://proxy.example.com'],
	[' https://proxy.example.com/solapi// ', 'https://proxy.example.com/solapi'],
	['https://proxy.example.com:8443', 'https://proxy.example.com:8443'],
	['http://localhost:5680', 'http://localhost:5680'],
	['http://127.0.0.1:5680/x', 'http://127.0.0.1:5680/x'],
	['http://127.1:80', 'http://127.0.0.1'],
	['http://[::1]:5680', 'http://[::1]:5680'],
])('%s is taken as %s', (override, expected) => {
	expect(base(override)).toBe(expected);
});

describe('keys do not travel readable over the network', () => {
	test.each([
		'http://api.solapi.com',
		'http://192.168.0.10:5680',
		'http://localhost.example.com',
		'http://127.0.0.1.example.com',
		'http://[::2]',
		'ftp://localhost',
		'file:///etc/passwd',
		'javascript:alert(1)',
	])('%s is refused', (override) => {
		expect(() => base(override)).toThrow(/https:\/\//);
	});
});

test.each(['https://me@proxy.example.com', 'https://me:pw@proxy.example.com', 'https://a.kr/?x=1', 'https://a.kr/#x'])(
	'%s is refused, since part of it would be dropped',
	(override) => {
		expect(() => base(override)).toThrow(/must not hold/);
	},
);

test('so is a password without a user name', () => {
	expect(() => base('https://:pw@proxy.example.com')).toThrow();
});

test.each(['api.solapi.com', 'https://', 'not an address'])('%s is said to be no address', (override) => {
	expect(() => base(override)).toThrow(/is not an address/);
});

describe('keys never leave for another host', () => {
	const sign = (url: string, override = '') =>
		signUrl(solapi, { apiKey: 'k', apiSecret: 's', baseUrl: override }, { method: 'GET', url }, { now: 0, nonce: 'n' });

	test.each([
		'https://evil.example.com/messages',
		'https://api.solapi.com.evil.example.com/messages',
		'https://api.solapi.com@evil.example.com/messages',
		'https://api.solapi.com:8443/messages',
		'http://api.solapi.com/messages',
		'//api.solapi.com/messages',
		'https://api.solapi.com',
	])('%s is not signed', (url) => {
		expect(() => sign(url)).toThrow(/signs requests to https:\/\/api\.solapi\.com only/);
	});

	test('with a proxy, the dealer’s own host is another one too', () => {
		expect(() => sign('https://api.solapi.com/x', 'https://proxy.example.com')).toThrow();
		expect(sign('https://proxy.example.com/sub/x', 'https://proxy.example.com/sub/').url).toBe(
			'https://proxy.example.com/sub/x',
		);
		expect(() => sign('https://proxy.example.com/subway/x', 'https://proxy.example.com/sub')).toThrow();
	});

	test('whatever the address, what is signed goes to the credential’s host', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.webUrl(),
					fc.string().map((end) => `https://api.solapi.com${end}`),
				),
				(url) => {
					let signed: string;
					try {
						signed = sign(url).url;
					} catch {
						return;
					}
					expect(new URL(signed).origin).toBe('https://api.solapi.com');
				},
			),
		);
	});
});

test('every dealer is found by what its credential stores, and asks for what it signs with', () => {
	for (const dealer of DEALERS) {
		expect(dealerById(dealer.id)).toBe(dealer);
		expect(dealer.baseUrl).toMatch(/^https:\/\/[a-z.-]+$/);
		const credential = Object.fromEntries(dealer.credentialFields.map(({ name }) => [name, `<${name}>`]));
		const signed = JSON.stringify(dealer.sign(dealer.probe.request, credential, { now: 0, nonce: 'n' }));
		expect(signed).not.toMatch(/\{\w+\}/);
	}
	expect(dealerById('toString')).toBeUndefined();
});
