import { describe, expect, test } from 'vitest';

import { linkProblems } from '../../../kakao/message/links';
import type { Button } from '../../../kakao/message/template';
import { content } from '../support/make.mts';

const button = (linkMobile: string): Button => ({ type: 'WL', name: '주문 확인', linkMobile });
const problems = (link: string, requireHttps = false) =>
	linkProblems(content({ buttons: [button(link)] }), { requireHttps });

describe('a link that works is let through', () => {
	test.each([
		['https://shop.example.com'],
		['https://shop.example.com/orders/A-100?from=kakao#top'],
		['http://shop.example.com/'],
		['HTTPS://SHOP.EXAMPLE.COM'],
		['https://쇼핑.한국/주문'],
		['https://shop.example.com:8443/x'],
		['https://shop.example.com/go?to=https://other.example.com'],
	])('%s', (link) => {
		expect(problems(link)).toEqual([]);
	});
});

describe('a button that would lead nowhere is found before it is in the chat for good', () => {
	test.each([
		['https://https://shop.example.com', /twice/],
		['http://https://shop.example.com', /twice/],
		['https://shop.example.com/주문 확인', /blank/],
		['https://shop.example.com/a\nb', /blank/],
		['javascript:alert(1)', /no web address/],
		['shop.example.com/orders', /no web address/],
		['//shop.example.com', /no web address/],
		['https://', /no web address/],
		['https:///orders', /no web address/],
		['https:/shop.example.com', /no web address/],
		['ftp://shop.example.com', /no web address/],
	])('%s', (link, why) => {
		expect(problems(link)).toMatchObject([
			{ field: 'button 1 "주문 확인"', text: expect.stringMatching(why) as string, cure: expect.any(String) as string },
		]);
	});

	test('a link that its empty variable left empty', () => {
		expect(problems('')).toHaveLength(1);
	});

	test('an address that no browser can open, with a word where its port should be', () => {
		expect(problems('https://javascript:alert(1)')).toHaveLength(1);
	});
});

test('with "Require HTTPS Links" an unencrypted link is held back, without it not', () => {
	expect(problems('http://shop.example.com')).toEqual([]);
	expect(problems('http://shop.example.com', true)).toMatchObject([
		{ text: expect.stringContaining('not encrypted') as string },
	]);
	expect(problems('https://shop.example.com', true)).toEqual([]);
});

test('every place with a link is looked at, PC links, quick replies and the image included', () => {
	const found = linkProblems(
		content({
			buttons: [button('https://ok.kr'), { type: 'WL', name: '둘', linkMobile: 'https://ok.kr', linkPc: 'bad' }],
			quickReplies: [{ type: 'WL', name: '답', linkMobile: 'bad' }],
			representLink: { linkPc: 'bad' },
		}),
		{ requireHttps: false },
	);
	expect(found.map(({ field }) => field)).toEqual(['button 2 "둘"', 'quick reply 1 "답"', 'image link']);
});

test('app links are left alone: their schemes are the shop’s own', () => {
	const app: Button = { type: 'AL', name: '앱', schemeAndroid: 'shop://orders/1', schemeIos: 'shop://orders/1' };
	expect(linkProblems(content({ buttons: [app] }), { requireHttps: true })).toEqual([]);
});
