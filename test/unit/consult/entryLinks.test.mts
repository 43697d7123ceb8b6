import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readChannel } from '../../../kakao/message/channelId';
import { chatLink, consultLink } from '../../../kakao/consult/entry/links';
import { decodeMetadata } from '../../../kakao/consult/metadata';
import { valueOf } from '../support/made.mts';

describe('a customer who follows the link reaches the right channel', () => {
	test.each([
		['@myshop', 'https://bizmessage.kakao.com/chat/open/@myshop'],
		['@우리', 'https://bizmessage.kakao.com/chat/open/@%EC%9A%B0%EB%A6%AC'],
		['https://bizmessage.kakao.com/chat/open/%40myshop?extra=old', 'https://bizmessage.kakao.com/chat/open/@myshop'],
	])('consult with %s', (channel, link) => {
		expect(consultLink(channel)).toEqual({ value: link });
	});

	test.each([['_xAbC12'], ['https://pf.kakao.com/_xAbC12'], ['https://pf.kakao.com/_xAbC12/chat']])(
		'chat with %s',
		(channel) => {
			expect(chatLink(channel)).toEqual({ value: 'https://pf.kakao.com/_xAbC12/chat' });
		},
	);

	test('and the link reads back as the channel it was made for', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^@[a-z0-9가-힣]{1,15}$/), (id) => {
				expect(readChannel(valueOf(consultLink(id, 'from_qr')))).toEqual({ value: { kind: 'searchId', id } });
			}),
		);
	});
});

describe('what the shop knows arrives with the customer', () => {
	test('ready-made metadata goes as it is', () => {
		expect(consultLink('@myshop', 'order_A100__from_qr')).toEqual({
			value: 'https://bizmessage.kakao.com/chat/open/@myshop?extra=order_A100__from_qr',
		});
	});

	test('no names and values leave no empty metadata behind', () => {
		expect(consultLink('@myshop', { order: '' })).toEqual({
			value: 'https://bizmessage.kakao.com/chat/open/@myshop',
		});
	});

	test('names and values come back exactly, Korean and signs too', () => {
		const value = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), value, { maxKeys: 2 }), (params) => {
				const made = consultLink('@우리가게', params);
				fc.pre('value' in made);
				const { searchParams } = new URL(valueOf(made));
				expect(decodeMetadata(searchParams.get('extra') ?? '')).toEqual({ ...params });
			}),
		);
	});
});

describe('a link that would not work is not made', () => {
	const problem = (field: string, text: RegExp, cure: RegExp) => ({
		field,
		text: expect.stringMatching(text) as string,
		cure: expect.stringMatching(cure) as string,
	});

	test('the public ID for a consult, the search ID for a chat', () => {
		expect(consultLink('https://pf.kakao.com/_xAbC12')).toEqual({
			problems: [problem('channel', /"_xAbC12" is the public ID/, /beginning with @/)],
		});
		expect(chatLink('@myshop')).toEqual({
			problems: [problem('channel', /"@myshop" is the search ID/, /beginning with _/)],
		});
	});

	test.each([
		['a'.repeat(51), /51 characters/, /by 1 characters/],
		['주문', /more than letters/, /names and values/],
		['a b', /more than letters/, /names and values/],
		['{"order":1}', /more than letters/, /names and values/],
		['a&bot=true', /more than letters/, /names and values/],
		[{ product: '하늘색 원피스 라지 사이즈' }, /and a button carries 50/, /order number/],
		[{ 'order no': '1' }, /letters and digits only/, /shorter names/],
	])('metadata %j', (metadata, text, cure) => {
		expect(consultLink('@myshop', metadata)).toEqual({ problems: [problem('metadata', text, cure)] });
	});

	test('everything wrong is said at once', () => {
		expect(consultLink('', '주문')).toMatchObject({ problems: [{ field: 'channel' }, { field: 'metadata' }] });
	});

	test('fifty characters still go', () => {
		expect(consultLink('@myshop', 'a'.repeat(50))).toHaveProperty('value');
	});
});
