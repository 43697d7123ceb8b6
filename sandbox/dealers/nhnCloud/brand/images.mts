import { imageProblem, readImage, type ImageKind, type StoredImage } from '../../../world/images.mts';
import type { NhnAccount } from '../account.mts';
import { Refusal, SUCCESS } from '../codes.mts';
import { page, refuseUnknown } from '../queries.mts';

const KINDS: Readonly<Record<string, ImageKind>> = {
	IMAGE: 'basic', WIDE_IMAGE: 'wide', MAIN_WIDE_ITEMLIST_IMAGE: 'wideItemMain', NORMAL_WIDE_ITEMLIST_IMAGE: 'wideItemSub',
	CAROUSEL_FEED_IMAGE: 'carouselFeed', CAROUSEL_COMMERCE_IMAGE: 'carouselCommerce',
};

const wireImage = ({ seq, url, name }: StoredImage) => ({ imageSeq: seq, imageUrl: url, imageName: name });

function kindOf(type: string): ImageKind {
	const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
	if (!kind) throw new Refusal('-8011');
	return kind;
}

/** `POST …/images` with the parts `image` and `imageType`. */
export async function uploadImage(account: NhnAccount, parts: Readonly<Record<string, unknown>>) {
	const { image: file, imageType } = parts;
	for (const name of Object.keys(parts)) if (name !== 'image' && name !== 'imageType') throw new Refusal('4', `${name}: unknown part`);
	if (!(file instanceof File) || typeof imageType !== 'string' || imageType === '') throw new Refusal('-9993');
	const kind = kindOf(imageType);
	const bytes = new Uint8Array(await file.arrayBuffer());
	const read = readImage(bytes);
	if (!read) throw new Refusal('-8001');
	const problem = imageProblem(kind, { ...read, bytes });
	if (problem === 'size') throw new Refusal('-4007', '5MB');
	if (problem) throw new Refusal('-8001');
	return { header: SUCCESS, image: wireImage(account.world.images.add({ bytes, name: file.name, kind })) };
}

/**
 * `GET …/images?imageTypes=…`, newest first. The guide shows one object under `image` for a list with pages; a list under the
 * same name is taken to be meant.
 */
export function listImages(account: NhnAccount, query: Record<string, string>, types: readonly string[]) {
	refuseUnknown(query, ['imageTypes', 'pageNum', 'pageSize']);
	const kinds = types.flatMap((type) => type.split(',')).filter((type) => type !== '').map(kindOf);
	if (kinds.length === 0) throw new Refusal('-2001', 'imageTypes');
	const { from, size } = page(query);
	const found = account.world.images.all().filter((image) => kinds.includes(image.kind)).reverse();
	return { header: SUCCESS, image: found.slice(from, from + size).map(wireImage) };
}

/** `DELETE …/images?imageSeq=…`: messages that show the picture can no longer be sent. */
export function deleteImage(account: NhnAccount, imageSeq: string | undefined) {
	if (!imageSeq) throw new Refusal('-8000');
	const { images } = account.world;
	const image = images.all().find((stored) => String(stored.seq) === imageSeq);
	if (!image) throw new Refusal('-8003');
	images.remove(image.id);
	return { header: SUCCESS };
}
