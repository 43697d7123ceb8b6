import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { BrandService } from '../../kakao/dealers/contract';
import { DealerFailure } from '../../kakao/partner/failure';
import { converse } from '../../kakao/delivery/converse';
import { inParallel } from '../../kakao/delivery/inParallel';
import type { Wire } from '../../kakao/delivery/wire';
import type { BrandContent } from '../../kakao/message/brand/content';
import type { BrandMessage } from '../../kakao/message/brand/message';
import {
	pictureProblems,
	picturesIn,
	replacePictures,
	unequalShapes,
	type PictureSlot,
} from '../../kakao/message/brand/pictures';
import type { Problem } from '../../kakao/message/limits';
import { rejected, type Outcome, type Reason } from '../../kakao/message/outcome';
import { inputReason } from '../shared/refusals';
import { isToBeUploaded, type PictureSources, type Seen } from './pictures';

/** Pictures loaded and uploaded at once. */
const AT_ONCE = 4;

/** Looks at the pictures of contents and finds what Kakao would refuse; by content. Contents shared by items are checked once. */
export async function checkPictures(
	contents: Iterable<BrandContent>,
	sources: PictureSources,
): Promise<Map<BrandContent, Problem[]>> {
	const found = new Map<BrandContent, Problem[]>();
	await inParallel(new Set(contents), AT_ONCE, async (content) => {
		const uses = picturesIn(content).filter(({ image }) => isToBeUploaded(image));
		const problems: Problem[] = [];
		const cards: { field: string; picture: Seen }[] = [];
		for (const { image, slot, field } of uses) {
			const picture = await sources.look(image, field);
			if ('problem' in picture) problems.push(picture.problem);
			else {
				problems.push(...pictureProblems(picture, slot, field));
				if (slot === 'productCard') cards.push({ field, picture });
			}
		}
		found.set(content, [...problems, ...unequalShapes(cards)]);
	});
	return found;
}

/** What became of messages whose pictures had to be uploaded first. */
export interface Uploaded {
	/** Messages by the ones they were made from. */
	ready: Map<BrandMessage, BrandMessage>;
	failed: Map<BrandMessage, Outcome>;
}

/** Uploads each different picture once and puts the dealer's references in its place. Messages whose picture fails are not sent. */
export async function uploadPictures(
	context: IExecuteFunctions,
	messages: readonly BrandMessage[],
	sources: PictureSources,
	service: BrandService,
	wire: Wire,
): Promise<Uploaded> {
	const references = new Map<string, Promise<string | Reason>>();
	const upload = async (image: string, slot: PictureSlot, field: string): Promise<string | Reason> => {
		const picture = await sources.look(image, field);
		if ('problem' in picture) return inputReason([picture.problem]);
		const key = `${slot} ${picture.hash}`;
		const bytes = async () => await sources.bytes(image);
		const known = references.get(key) ?? uploadOne(context, service, wire, { ...picture, slot, field, bytes });
		references.set(key, known);
		return await known;
	};
	const finished = new Map<BrandContent, BrandContent | Reason>();
	await inParallel(new Set(messages.map(({ content }) => content)), AT_ONCE, async (content) => {
		const given = new Map<string, string>();
		for (const { image, slot, field } of picturesIn(content).filter((use) => isToBeUploaded(use.image))) {
			const reference = await upload(image, slot, field);
			if (typeof reference !== 'string') {
				finished.set(content, reference);
				return;
			}
			given.set(`${slot} ${image}`, reference);
		}
		const replaced = replacePictures(content, (image, slot) => given.get(`${slot} ${image}`) ?? image);
		finished.set(content, given.size === 0 ? content : replaced);
	});
	const result: Uploaded = { ready: new Map(), failed: new Map() };
	for (const message of messages) {
		const content = finished.get(message.content)!;
		if ('codeSpace' in content) result.failed.set(message, rejected(content));
		else result.ready.set(message, content === message.content ? message : { ...message, content });
	}
	return result;
}

async function uploadOne(
	context: IExecuteFunctions,
	service: BrandService,
	wire: Wire,
	{ bytes: load, field, ...picture }: Seen & { slot: PictureSlot; field: string; bytes(): Promise<Buffer | Problem> },
): Promise<string | Reason> {
	const bytes = await load();
	if ('cure' in bytes) return inputReason([{ ...bytes, field }]);
	try {
		return await converse(service.upload({ ...picture, bytes }), wire);
	} catch (error) {
		if (!(error instanceof DealerFailure)) throw new NodeOperationError(context.getNode(), error as Error);
		return { ...error.reason, text: `The picture could not be uploaded: ${error.reason.text}` };
	}
}
