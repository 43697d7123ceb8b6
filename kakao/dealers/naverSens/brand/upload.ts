import { read, type Conversation } from '../../../delivery/conversation';
import { multipart } from '../../../delivery/multipart';
import type { PictureSlot } from '../../../message/brand/pictures';
import type { PictureUpload } from '../../contract';
import { answerBody } from '../../../partner/failure';
import { object, text } from '../../../partner/json';
import { refusal } from '../codes';
import { BRAND } from '../lane';

/** Each place wants its own type (facts §3.4). */
const IMAGE_TYPES: Readonly<Record<PictureSlot, string>> = {
	basic: 'BASIC',
	wide: 'WIDE',
	firstItem: 'WIDE_ITEM_LIST_MAIN',
	item: 'WIDE_ITEM_LIST_SUB',
	feedCard: 'CAROUSEL_FEED',
	productCard: 'CAROUSEL_COMMERCE',
};

/**
 * The only multipart call of SENS: fields `imageType` and `imageFile`, answered with `imageId` (page
 * sens-brandmessage-image-create). The signature covers the path only, so it is made as for any call. Asked like a
 * question, because asking again does no harm: a picture that nobody uses is deleted after a year.
 */
export function* upload({ bytes, name, format, slot }: PictureUpload): Conversation<string> {
	const form = multipart(
		{ imageType: IMAGE_TYPES[slot] },
		{ field: 'imageFile', name, type: `image/${format}`, bytes },
	);
	const reply = yield* read({ method: 'POST', path: `${BRAND.base}/images`, headers: form.headers, body: form.body });
	const body = answerBody(reply, `the id of the uploaded picture "${name}"`, (answer) => {
		if (answer.status >= 300) return refusal(answer);
		return text(object(answer.body).imageId) === undefined ? undefined : null;
	});
	return text(body.imageId)!;
}
