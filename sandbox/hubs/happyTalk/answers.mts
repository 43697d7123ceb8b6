import type { Context } from 'hono';
import type { Media, StoredFile } from '../../consult/media.mts';
import type { DealerEnv } from '../../dealers/contract.mts';
import { parseJson } from '../../dealers/shape.mts';
import { badFormat } from '../kakao/refusals.mts';
import { isFileKind, partOf, storeFile, storePicture, formOf, type UploadProblem } from '../kakao/uploads.mts';

/** @throws KakaoRefusal -509 */
export async function jsonOf(c: Context<DealerEnv>): Promise<unknown> {
	const body = parseJson(await c.req.text());
	if (body === undefined) throw badFormat('body: not JSON');
	return body;
}

type PictureAnswer = { code: '0000'; image: string } | { code: '-505'; message: UploadProblem };

/** `image`, `sender_key` and, for pictures beside text, `image_type` (v1 `link`, v3 `rich`); the code is a text either way (F8). */
export async function uploadPicture(c: Context<DealerEnv>, media: Media, knows: (senderKey: string) => void): Promise<PictureAnswer> {
	const form = await formOf(c);
	const image = await partOf(form?.get('image') ?? null);
	knows(String(form?.get('sender_key') ?? ''));
	const type = form?.get('image_type');
	const stored = image ? storePicture(media, image, type === 'link' || type === 'rich') : 'InvalidImageFormatException';
	return typeof stored === 'string' ? { code: '-505', message: stored } : { code: '0000', image: stored.url };
}

type FileAnswer = { code: '0000'; file: string; name: string; size: number } | { code: -505; message: UploadProblem };

/** `file`, `sender_key` and `file_type`; success is a text, failure a number (F8 and the page's own example). */
export async function uploadFile(c: Context<DealerEnv>, media: Media, knows: (senderKey: string) => void): Promise<FileAnswer> {
	const form = await formOf(c);
	const file = await partOf(form?.get('file') ?? null);
	knows(String(form?.get('sender_key') ?? ''));
	const type = String(form?.get('file_type') || 'file');
	const stored: StoredFile | UploadProblem = file && isFileKind(type) ? storeFile(media, file, type) : 'FailedToUploadFileException';
	if (typeof stored === 'string') return { code: -505, message: stored };
	return { code: '0000', file: stored.url, name: stored.name, size: stored.size };
}
