import { read, type Conversation } from '../../../delivery/conversation';
import type { PictureSlot } from '../../../message/brand/pictures';
import type { PictureUpload } from '../../contract';
import { DealerFailure, answerBody } from '../../../partner/failure';
import { text } from '../../../partner/json';
import { judge, solapiReason } from '../codes';

/** SOLAPI checks the shape of a picture when it is uploaded, by the place it is meant for (facts §2.4). */
const TYPES: Readonly<Record<PictureSlot, string>> = {
	basic: 'BMS',
	wide: 'BMS_WIDE',
	firstItem: 'BMS_WIDE_MAIN_ITEM_LIST',
	item: 'BMS_WIDE_SUB_ITEM_LIST',
	feedCard: 'BMS_CAROUSEL_FEED_LIST',
	productCard: 'BMS_CAROUSEL_COMMERCE_LIST',
};

/** Puts a picture into SOLAPI's storage. Asked as a reading: a lost answer may be asked for again, a copy harms nobody. */
export function* upload({ bytes, name, slot }: PictureUpload): Conversation<string> {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
	const reply = yield* read({
		method: 'POST',
		path: '/storage/v1/files',
		body: { file, type: TYPES[slot], name },
	});
	const what = `the id of the uploaded picture "${name}"`;
	const fileId = text(answerBody(reply, what, judge).fileId);
	if (fileId === undefined) throw new DealerFailure(what, solapiReason('upload', 'SOLAPI gave the picture no id.'));
	return fileId;
}
