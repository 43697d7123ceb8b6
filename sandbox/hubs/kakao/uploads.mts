import type { Context } from 'hono';
import type { Media, StoredFile } from '../../consult/media.mts';
import { MAX_BYTES, contentTypeOf, pictureFormat } from '../../consult/mediaTypes.mts';
import type { DealerEnv } from '../../dealers/contract.mts';

/** A picture beside buttons or in a rich bubble may be smaller only (facts 2.4). */
const LINK_PICTURE_BYTES = 500 * 1024;

/** Kakao's exceptions (HappyTalk Upload/image and Upload/file; the one about the format is from CJ's guide to FriendTalk pictures). */
export type UploadProblem = 'InvalidImageFormatException' | 'InvalidImageSizeException' | 'FailedToUploadFileException';

export interface UploadedPart { bytes: Uint8Array<ArrayBuffer>; name: string }

/** The multipart body; null when it is none. */
export async function formOf(c: Context<DealerEnv>): Promise<FormData | null> {
	if (!c.req.header('Content-Type')?.startsWith('multipart/form-data')) return null;
	try {
		return await c.req.formData();
	} catch (error) {
		// Whatever the header says, the body is no form.
		if (error instanceof TypeError) return null;
		throw error;
	}
}

export async function partOf(part: FormDataEntryValue | null): Promise<UploadedPart | null> {
	if (part === null || typeof part === 'string') return null;
	return { bytes: new Uint8Array(await part.arrayBuffer()), name: part.name || 'file' };
}

/** @param besideText the picture is to stand beside buttons or in a rich bubble */
export function storePicture(media: Media, { bytes, name }: UploadedPart, besideText: boolean): StoredFile | UploadProblem {
	const format = pictureFormat(bytes);
	if (!format) return 'InvalidImageFormatException';
	if (bytes.length > (besideText ? LINK_PICTURE_BYTES : MAX_BYTES.photo)) return 'InvalidImageSizeException';
	const named = contentTypeOf(name).startsWith('image/') ? name : `${name}.${format}`;
	return media.fromAgent(named, bytes, true);
}

export const isFileKind = (text: string): text is 'file' | 'audio' | 'video' => text === 'file' || text === 'audio' || text === 'video';

export function storeFile(media: Media, { bytes, name }: UploadedPart, kind: 'file' | 'audio' | 'video'): StoredFile | UploadProblem {
	const fits = kind === 'file' || contentTypeOf(name).startsWith(`${kind}/`);
	if (!fits || bytes.length === 0 || bytes.length > MAX_BYTES[kind]) return 'FailedToUploadFileException';
	return media.fromAgent(name, bytes, false);
}
