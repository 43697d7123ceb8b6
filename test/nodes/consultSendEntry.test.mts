import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';

import { desk } from './consultSend.mts';
import { jsonOf } from './kakao.mts';

const shop = desk();

const CONSULT = {
	entryKind: 'consult',
	entryChannel: '@kakaoshop',
	qrCode: 'png',
	metadata: { value: [{ name: 'order', value: '={{ $json.order }}' }] },
};
const LINK = 'https://bizmessage.kakao.com/chat/open/@kakaoshop?extra=order_A100';

test('link, button and QR code of a consult carry where the customer comes from', async () => {
	const { outputs, error } = await shop.run('happyTalk', 'buildEntryLink', [{ order: 'A100' }], {
		parameters: CONSULT,
	});
	expect(error).toBeUndefined();
	expect(jsonOf(outputs[0])).toMatchObject([
		{ outcome: 'done', link: LINK, extra: 'order_A100', html: expect.stringContaining('<form') },
	]);
	const { data, mimeType } = outputs[0]![0]!.binary!['data']!;
	expect(mimeType).toBe('image/png');
	const { data: pixels, width, height } = PNG.sync.read(Buffer.from(data, 'base64'));
	expect(jsQR(new Uint8ClampedArray(pixels), width, height)?.data).toBe(LINK);
});

test('no credential is needed, and the plain chat of a channel is a link of its own', async () => {
	const { outputs } = await shop.run('happyTalk', 'buildEntryLink', [{}], {
		credentials: {},
		parameters: {
			entryKind: 'chat',
			entryChannel: 'https://pf.kakao.com/_xkShop',
			qrCode: 'svg',
			entryOptions: { qrField: 'qr' },
		},
	});
	expect(jsonOf(outputs[0])).toMatchObject([{ link: 'https://pf.kakao.com/_xkShop/chat', html: '' }]);
	expect(Buffer.from(outputs[0]![0]!.binary!['qr']!.data, 'base64').toString()).toContain('<svg');
});

test.each([
	['a beginning that Kakao does not know', { entryOptions: { bot: 'maybe' } }, 'Begin With is "maybe"'],
	['a kind of QR code that there is none of', { qrCode: 'gif' }, 'QR Code is "gif"'],
	['a QR code that cannot be worked out', { qrCode: "={{ $('Nowhere').item.json.qr }}" }, 'QR Code could not be'],
])('%s is refused instead of being left out', async (_, parameters, words) => {
	const { error } = await shop.run('happyTalk', 'buildEntryLink', [{ order: 'A1' }], {
		parameters: { ...CONSULT, ...parameters },
	});
	expect(error?.message).toContain(words);
	expect(error?.message).toContain('Nothing was built.');
});

test('metadata that a button cannot carry, or the wrong kind of ID, is refused with its cure', async () => {
	const long = await shop.run('happyTalk', 'buildEntryLink', [{ order: 'A'.repeat(60) }], { parameters: CONSULT });
	expect(long.error?.message).toContain('Metadata');
	expect(long.error?.message).toContain('50');
	const wrong = await shop.run('happyTalk', 'buildEntryLink', [{ order: 'A1' }], {
		parameters: { ...CONSULT, entryChannel: '_xkShop' },
	});
	expect(wrong.error?.message).toMatch(/Channel .*public ID|search ID/);
});
