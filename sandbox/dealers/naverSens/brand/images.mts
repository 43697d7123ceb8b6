import { imageProblem, readImage } from '../../../world/images.mts';
import { wholeNumber } from '../../pages.mts';
import type { SensAccount } from '../account.mts';
import { SensError, badRequest } from '../errors.mts';
import { IMAGE_TYPES, isImageType, type ImageType } from './imageTypes.mts';

type Query = Record<string, string>;

const MAX_NAME = 100;

function wireImage(account: SensAccount, imageId: string) {
	const image = account.world.images.find(imageId);
	const imageType = account.images.get(imageId);
	if (!image || !imageType) throw new SensError(404, 'Not Found', ['imageId: not found']);
	return { imageId, imageUrl: image.url, imageType, imageName: image.name };
}

/** @throws SensError 400 when the body is no multipart form, whatever its header says */
async function formIn(read: () => Promise<FormData>): Promise<FormData> {
	try {
		return await read();
	} catch (error) {
		if (error instanceof TypeError) throw badRequest('malformed multipart/form-data');
		throw error;
	}
}

/** `POST …/images`, the only multipart call at SENS: `imageType` and `imageFile` (E-BM sens-brandmessage-image-create). */
export async function uploadImage(account: SensAccount, contentType: string | undefined, form: () => Promise<FormData>) {
	if (!contentType?.startsWith('multipart/form-data')) throw badRequest('Content-Type: must be multipart/form-data');
	const parts = await formIn(form);
	const unknown = [...parts.keys()].find((name) => name !== 'imageType' && name !== 'imageFile');
	if (unknown) throw badRequest(`${unknown}: unknown field`);
	const type = parts.get('imageType');
	const file = parts.get('imageFile');
	if (typeof type !== 'string' || !isImageType(type)) throw badRequest(`imageType: one of ${Object.keys(IMAGE_TYPES).join(', ')}`);
	if (!(file instanceof Blob)) throw badRequest('imageFile: required');
	const bytes = new Uint8Array(await file.arrayBuffer());
	const read = readImage(bytes);
	if (!read) throw badRequest('imageFile: jpg or png');
	const problem = imageProblem(IMAGE_TYPES[type], { ...read, bytes });
	if (problem) throw badRequest(`imageFile: wrong ${problem} (jpg or png up to 5 MB, from 500 px wide, in the proportions of ${type})`);
	const imageId = account.newId();
	const name = 'name' in file && typeof file.name === 'string' ? file.name.slice(-MAX_NAME) : imageId;
	account.world.images.put(imageId, { ...read, bytes, name, kind: IMAGE_TYPES[type] });
	account.images.set(imageId, type);
	return wireImage(account, imageId);
}

/** `GET …/images`, oldest first: the order is not documented. */
export function listImages(account: SensAccount, query: Query) {
	const unknown = Object.keys(query).find((name) => name !== 'pageIndex' && name !== 'pageSize');
	if (unknown) throw badRequest(`${unknown}: unknown parameter`);
	return pageOf([...account.images.keys()], query, { size: 20, max: 200 }, (imageId) => wireImage(account, imageId));
}

export const oneImage = wireImage;

/** `DELETE …/images/{imageId}`: messages with it cannot be sent any more. */
export function deleteImage(account: SensAccount, imageId: string): void {
	wireImage(account, imageId);
	account.images.delete(imageId);
	account.world.images.remove(imageId);
}

/** Brand Message lists come in pages counted from 0, with the totals beside them (E-BM image and template lists). */
export function pageOf<Row, Wire>(rows: readonly Row[], query: Query, { size, max }: { size: number; max: number }, wire: (row: Row) => Wire) {
	const pageIndex = wholeNumber(query['pageIndex'], 0, 0, Number.MAX_SAFE_INTEGER);
	const pageSize = wholeNumber(query['pageSize'], size, 1, max);
	if (pageIndex === null || pageSize === null) throw badRequest(`pageIndex: from 0; pageSize: 1 to ${max}`);
	const from = pageIndex * pageSize;
	const items = rows.slice(from, from + pageSize).map(wire);
	return {
		items, pageIndex, pageSize, itemCount: items.length, hasPrevious: pageIndex > 0, hasNext: from + pageSize < rows.length,
		totalCount: rows.length,
	};
}

/** The address of a picture, if it is this account's and was uploaded for this place. */
export function pictureUrl(account: SensAccount, imageId: string, type: ImageType): string | null {
	const image = account.world.images.find(imageId);
	if (!image) return null;
	const uploadedAs = account.images.get(imageId);
	// The demo's own drawings come from the console, so to speak.
	const fits = uploadedAs === undefined ? image.format === 'svg' && image.kind === IMAGE_TYPES[type] : uploadedAs === type;
	return fits ? image.url : null;
}
