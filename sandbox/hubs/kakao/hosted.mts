import { plainFile, type Media, type StoredFile } from '../../consult/media.mts';
import type { ConsultMedia, MediaKind } from '../../consult/types.mts';
import { badFormat } from './refusals.mts';

/** Only what lies on Kakao's servers can be sent (HappyTalk send_chat). @throws KakaoRefusal -509 */
export function hosted(media: Media, url: string | null | undefined, field: string): StoredFile {
	if (!url) throw badFormat(`${field}: required`);
	const file = media.byUrl(url);
	if (!file || media.isExpired(file)) throw badFormat(`${field}: not on Kakao's servers`);
	return file;
}

/** @throws KakaoRefusal -509 */
export function hostedPicture(media: Media, url: string | null | undefined, field: string): string {
	const file = hosted(media, url, field);
	if (!file.contentType.startsWith('image/')) throw badFormat(`${field}: not an image`);
	return file.url;
}

export interface WireFile { file_url?: string | null; file_name?: string | null; file_size?: number | null }

/** @throws KakaoRefusal -509 */
export function hostedFile(media: Media, kind: Exclude<MediaKind, 'photo'>, wire: WireFile): ConsultMedia {
	const file = plainFile(hosted(media, wire.file_url, 'file_url'));
	if (!wire.file_name) throw badFormat('file_name: required');
	if (typeof wire.file_size !== 'number') throw badFormat('file_size: required');
	return { kind: 'media', media: kind, files: [{ ...file, name: wire.file_name, size: wire.file_size }] };
}

export function hostedPhoto(media: Media, url: string | null | undefined, field: string): ConsultMedia {
	hostedPicture(media, url, field);
	return { kind: 'media', media: 'photo', files: [plainFile(hosted(media, url, field))] };
}
