import { describe, expect, test } from 'vitest';

import { readChannel } from '../../../kakao/message/channelId';

describe('a channel is known however its owner writes it down', () => {
	test.each([
		['@myshop', 'searchId', '@myshop'],
		['  @myshop\n', 'searchId', '@myshop'],
		['@우리가게', 'searchId', '@우리가게'],
		['@우리가게'.normalize('NFD'), 'searchId', '@우리가게'],
		['_xAbC12', 'publicId', '_xAbC12'],
		['https://pf.kakao.com/_xAbC12', 'publicId', '_xAbC12'],
		['http://pf.kakao.com/_xAbC12/', 'publicId', '_xAbC12'],
		['https://pf.kakao.com/_xAbC12/chat', 'publicId', '_xAbC12'],
		['https://pf.kakao.com/_xAbC12/friend?from=qr#top', 'publicId', '_xAbC12'],
		['pf.kakao.com/_xAbC12', 'publicId', '_xAbC12'],
		['HTTPS://PF.KAKAO.COM/_xAbC12', 'publicId', '_xAbC12'],
		['https://bizmessage.kakao.com/chat/open/@myshop', 'searchId', '@myshop'],
		['https://bizmessage.kakao.com/chat/open/%40myshop?extra=order_1', 'searchId', '@myshop'],
		['https://bizmessage.kakao.com/chat/open/@우리가게', 'searchId', '@우리가게'],
		[`https://bizmessage.kakao.com/chat/open/@${encodeURIComponent('우리가게')}`, 'searchId', '@우리가게'],
	])('%s', (input, kind, id) => {
		expect(readChannel(input)).toEqual({ value: { kind, id } });
	});
});

describe('what names no channel is told apart, with where to find what does', () => {
	test.each([
		['', /empty/],
		['   ', /empty/],
		['myshop', /neither with @ .* nor with _/],
		['@my shop', /blank/],
		['@', /no search ID/],
		['@my"shop', /no search ID/],
		['_', /no public ID/],
		['_우리', /no public ID/],
		['0123456789abcdef0123456789abcdef01234567', /sender key/],
		['https://pf.kakao.com/', /names no channel/],
		['https://pf.kakao.com/policy', /neither with @/],
		['https://bizmessage.kakao.com/chat/open', /names no channel/],
		['https://bizmessage.kakao.com/chat/includeScript', /names no channel/],
		['https://bizmessage.kakao.com/chat/open/@%ED%9', /cut short/],
		['https://open.kakao.com/o/sAbCdEf', /open chat/],
		['https://shop.example.com/_xAbC12', /no address of a channel/],
		['https://pf.kakao.com.example.com/_xAbC12', /no address of a channel/],
		['https://', /no web address/],
	])('%s', (input, why) => {
		expect(readChannel(input)).toEqual({
			problems: [
				{
					field: 'channel',
					text: expect.stringMatching(why) as string,
					cure: expect.stringMatching(/https:\/\/pf\.kakao\.com\/_id|Copy the whole address/) as string,
				},
			],
		});
	});
});
