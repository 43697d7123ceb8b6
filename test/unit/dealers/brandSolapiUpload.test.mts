import { describe, expect, test } from 'vitest';

import { DealerFailure } from '../../../kakao/partner/failure';
import { solapi } from '../../../kakao/dealers/solapi';
import type { PictureSlot } from '../../../kakao/message/brand/pictures';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';

const brand = solapi.brand!;

describe('a picture', () => {
	const picture = {
		bytes: new Uint8Array([1, 2, 3]),
		name: 'a.png',
		format: 'png' as const,
		width: 1,
		height: 1,
		size: 3,
	};
	const upload = (slot: PictureSlot, reply: Parameters<typeof talk>[1]) =>
		talk(brand.upload({ ...picture, slot }), reply);

	test.each<[PictureSlot, string]>([
		['basic', 'BMS'],
		['wide', 'BMS_WIDE'],
		['firstItem', 'BMS_WIDE_MAIN_ITEM_LIST'],
		['item', 'BMS_WIDE_SUB_ITEM_LIST'],
		['feedCard', 'BMS_CAROUSEL_FEED_LIST'],
		['productCard', 'BMS_CAROUSEL_COMMERCE_LIST'],
	])('for %s is uploaded as %s', (slot, type) => {
		const { result, wishes } = upload(slot, [answer({ fileId: 'ST01', type })]);
		expect(result).toBe('ST01');
		const request = { method: 'POST', path: '/storage/v1/files', body: { file: 'AQID', type, name: 'a.png' } };
		expect(requestsOf(wishes)).toEqual([request]);
	});

	test('that SOLAPI refuses, loses or gives no id stops the run with its name', () => {
		const refused = answer({ errorCode: 'ValidationError', errorMessage: '이미지 비율이 다릅니다.' }, 400);
		expect(() => upload('wide', [refused])).toThrow(/a\.png.*이미지 비율/);
		for (const reply of [refused, answer({}), answer('<html>', 502), lost])
			expect(() => upload('wide', [reply])).toThrow(DealerFailure);
	});
});
