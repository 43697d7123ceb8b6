import { words } from '../../consult/bot.mts';
import type { Media } from '../../consult/media.mts';
import type { ConsultBubble, MediaKind } from '../../consult/types.mts';
import type { Shape } from '../../dealers/shape.mts';
import { TEXT_MAX, checkShape, need } from './checks.mts';
import { hostedFile, hostedPhoto, type WireFile } from './hosted.mts';
import { badFormat } from './refusals.mts';
import { ADDRESS_SHAPE, type Address } from './v1Message.mts';

const PLAIN_SHAPE: Shape = {
	...ADDRESS_SHAPE, chat_bubble_type: 'string', message: 'string',
	attachment: {
		image: { img_url: 'string', img_link: 'string' },
		file: { file_url: 'string', file_name: 'string', file_size: 'number' },
	},
};

export interface PlainMessage extends Address {
	chat_bubble_type?: string | null;
	message?: string | null;
	attachment?: { image?: { img_url?: string | null } | null; file?: WireFile | null } | null;
}

const KINDS: Readonly<Record<string, Exclude<MediaKind, 'photo'>>> = { FILE: 'file', VIDEO: 'video', AUDIO: 'audio' };

/** Reads the body of `POST /kakaoWebhook/v3/bzc/chat/send/plain`. @throws KakaoRefusal -509 */
export function readPlain(body: unknown): PlainMessage {
	checkShape(body, PLAIN_SHAPE);
	return body as PlainMessage;
}

/** @throws KakaoRefusal -509 */
export function plainBubble(media: Media, { chat_bubble_type: type = '', message, attachment }: PlainMessage): ConsultBubble {
	if (type === 'TEXT') return words(need(message, 'message', TEXT_MAX));
	if (type === 'IMAGE') return hostedPhoto(media, attachment?.image?.img_url, 'attachment.image.img_url');
	const kind = KINDS[type ?? ''];
	if (!kind) throw badFormat('chat_bubble_type: TEXT, IMAGE, FILE, VIDEO or AUDIO');
	return hostedFile(media, kind, attachment?.file ?? {});
}
