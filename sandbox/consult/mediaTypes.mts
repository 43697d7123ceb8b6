import type { MediaKind } from './types.mts';

const MB = 1024 * 1024;

/** What may be sent (facts 2.1; kakaobusiness.gitbook.io/main/ad/bizmessage/consult). */
export const MAX_BYTES: Readonly<Record<MediaKind, number>> = { photo: 5 * MB, file: 300 * MB, video: 300 * MB, audio: 10 * MB };

const TYPES: Readonly<Record<string, string>> = {
	jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', gif: 'image/gif',
	mp4: 'video/mp4', mov: 'video/quicktime', webm: 'video/webm', avi: 'video/x-msvideo',
	mp3: 'audio/mpeg', m4a: 'audio/mp4', wav: 'audio/wav',
	txt: 'text/plain; charset=utf-8', pdf: 'application/pdf',
};

export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin';

export const contentTypeOf = (name: string): string => TYPES[extensionOf(name)] ?? 'application/octet-stream';

/** As what KakaoTalk would send a file that somebody picked. */
export function mediaKindOf(name: string): Exclude<MediaKind, 'photo'> {
	const type = contentTypeOf(name);
	if (type.startsWith('video/')) return 'video';
	return type.startsWith('audio/') ? 'audio' : 'file';
}

const STARTS: readonly (readonly [string, readonly number[]])[] = [
	['jpg', [0xff, 0xd8, 0xff]], ['png', [0x89, 0x50, 0x4e, 0x47]], ['gif', [0x47, 0x49, 0x46, 0x38]],
];

/** What the bytes are; null when they are none of the three kinds of picture that ConsultTalk takes. The name does not matter. */
export function pictureFormat(bytes: Uint8Array): string | null {
	return STARTS.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}
