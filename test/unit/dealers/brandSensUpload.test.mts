import { describe, expect, test } from 'vitest';

import { DealerFailure } from '../../../kakao/partner/failure';
import type { Reply } from '../../../kakao/delivery/conversation';
import type { PictureSlot } from '../../../kakao/message/brand/pictures';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';
import { brand, PATH } from './brandSensSupport.mts';

const picture = (slot: PictureSlot) => ({
	slot,
	name: 'sale.jpg',
	format: 'jpeg' as const,
	width: 800,
	height: 400,
	size: 3,
	bytes: Uint8Array.of(0xff, 0xd8, 0x41),
});
const stored = answer({ imageId: '5b19970c', imageUrl: 'https://mud-kage.kakao.com/1', imageType: 'BASIC' });

describe('a picture', () => {
	test.each<[PictureSlot, string]>([
		['basic', 'BASIC'],
		['wide', 'WIDE'],
		['firstItem', 'WIDE_ITEM_LIST_MAIN'],
		['item', 'WIDE_ITEM_LIST_SUB'],
		['feedCard', 'CAROUSEL_FEED'],
		['productCard', 'CAROUSEL_COMMERCE'],
	])('for the place "%s" goes up as %s, or the message that shows it would be refused', (slot, type) => {
		const { result, wishes } = talk(brand.upload(picture(slot)), [stored]);
		expect(result).toBe('5b19970c');
		const [request] = requestsOf(wishes);
		expect(request).toMatchObject({ method: 'POST', path: `${PATH}/images` });
		expect(request?.headers?.['Content-Type']).toMatch(/^multipart\/form-data; boundary=/);
		const form = Buffer.from(request?.body as Uint8Array).toString('latin1');
		expect(form).toContain(`name="imageType"\r\n\r\n${type}\r\n`);
		expect(form).toContain(
			'name="imageFile"; filename="sale.jpg"\r\nContent-Type: image/jpeg\r\n\r\n\u00ff\u00d8A\r\n',
		);
	});

	test.each<[string, Reply, RegExp]>([
		['is refused', answer({ errorMessage: '이미지 비율 오류' }, 400), /sale\.jpg.*이미지 비율 오류/],
		['gets no id', answer({ imageUrl: 'https://mud-kage.kakao.com/1' }), /sale\.jpg/],
		['gets no answer', lost, /did not answer/],
	])('that %s stops the run before anything is sent, and says which one', (_, reply, words) => {
		const failing = () => talk(brand.upload(picture('basic')), [reply]);
		expect(failing).toThrow(DealerFailure);
		expect(failing).toThrow(words);
	});
});
