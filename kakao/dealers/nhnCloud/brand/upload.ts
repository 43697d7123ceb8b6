import { write, type Conversation } from '../../../delivery/conversation';
import { multipart } from '../../../delivery/multipart';
import type { PictureSlot } from '../../../message/brand/pictures';
import type { PictureUpload } from '../../contract';
import { DealerFailure } from '../../../partner/failure';
import { object, text } from '../../../partner/json';
import { BRAND } from '../lane';
import { goodBody } from '../read';

/** Kakao wants each place's pictures uploaded as its own type (guide, "업로드 이미지 규격"). */
const IMAGE_TYPES: Readonly<Record<PictureSlot, string>> = {
	basic: 'IMAGE',
	wide: 'WIDE_IMAGE',
	firstItem: 'MAIN_WIDE_ITEMLIST_IMAGE',
	item: 'NORMAL_WIDE_ITEMLIST_IMAGE',
	feedCard: 'CAROUSEL_FEED_IMAGE',
	productCard: 'CAROUSEL_COMMERCE_IMAGE',
};

const WHAT = 'the address of the uploaded picture';

/** Messages name a picture by the address that NHN gives it. */
export function* upload({ bytes, name, format, slot }: PictureUpload): Conversation<string> {
	const form = multipart({ imageType: IMAGE_TYPES[slot] }, { field: 'image', name, type: `image/${format}`, bytes });
	const reply = yield* write({ method: 'POST', path: `${BRAND.base}/images`, ...form });
	const url = text(object(goodBody(reply, WHAT).image).imageUrl);
	if (url === undefined) throw new DealerFailure(WHAT, noAddress);
	return url;
}

const noAddress = {
	code: 'noAddress',
	codeSpace: 'nhnCloud' as const,
	kind: 'service' as const,
	text: 'NHN Cloud took the picture but gave no address for it.',
	advice: 'Upload it again.',
	retryable: true,
};
