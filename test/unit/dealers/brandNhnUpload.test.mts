import { describe, expect, test } from 'vitest';

import { DealerFailure } from '../../../kakao/partner/failure';
import type { PictureSlot } from '../../../kakao/message/brand/pictures';
import { lost, requestsOf, talk } from '../support/wires.mts';
import { brand, good, refused } from './brandNhnSupport.mts';

const picture = (slot: PictureSlot) => ({
	slot,
	name: 'sale.png',
	format: 'png' as const,
	width: 800,
	height: 400,
	size: 4,
	bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
});
const stored = good({ image: { imageSeq: 1, imageUrl: 'https://mud-kage.kakao.com/1.png', imageName: 'sale.png' } });

describe('a picture', () => {
	test.each<[PictureSlot, string]>([
		['basic', 'IMAGE'],
		['wide', 'WIDE_IMAGE'],
		['firstItem', 'MAIN_WIDE_ITEMLIST_IMAGE'],
		['item', 'NORMAL_WIDE_ITEMLIST_IMAGE'],
		['feedCard', 'CAROUSEL_FEED_IMAGE'],
		['productCard', 'CAROUSEL_COMMERCE_IMAGE'],
	])('for the place "%s" is stored as %s, or Kakao would refuse it there', (slot, type) => {
		const { result, wishes } = talk(brand.upload(picture(slot)), [stored]);
		expect(result).toBe('https://mud-kage.kakao.com/1.png');
		const [request] = requestsOf(wishes);
		expect(request).toMatchObject({ method: 'POST', path: '/brand-message/v1.0/appkeys/{appKey}/images' });
		expect(request?.headers?.['Content-Type']).toMatch(/^multipart\/form-data; boundary=/);
		const form = Buffer.from(request?.body as Uint8Array).toString('latin1');
		expect(form).toContain(`name="imageType"\r\n\r\n${type}\r\n`);
		expect(form).toContain('name="image"; filename="sale.png"\r\nContent-Type: image/png\r\n\r\n\u0089PNG\r\n');
	});

	test('that is refused stops the send with NHN Cloud’s reason, before anything has gone out', () => {
		const failure = (reply: Parameters<typeof talk>[1]) => {
			try {
				talk(brand.upload(picture('basic')), reply);
			} catch (error) {
				return error;
			}
			return undefined;
		};
		expect(failure([refused(-8001)])).toBeInstanceOf(DealerFailure);
		expect(failure([refused(-8001)])).toMatchObject({ reason: { code: '-8001', kind: 'message' } });
		expect(failure([good({ image: { imageSeq: 1 } })])).toMatchObject({ reason: { retryable: true } });
		expect(failure([lost])).toMatchObject({ reason: { kind: 'service' } });
	});
});
