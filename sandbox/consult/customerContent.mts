import type { Chat } from './chat.mts';
import { plainFile, type Media } from './media.mts';
import { mediaKindOf, pictureFormat } from './mediaTypes.mts';
import { ConsultRefusal } from './refusal.mts';
import type { ConsultBubble, ConsultButton, ConsultMedia, ConsultMessage, ConsultText } from './types.mts';

/** Longer texts travel as a file beside the first part (facts 1.1). */
export const LONG_TEXT = 1000;

/** KakaoTalk sends up to 30 photos together. */
const MOST_PHOTOS = 30;

export interface Upload {
	base64: string;
	name: string;
	comment?: string | null;
}

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

function bytesOf({ base64, name }: Upload): Uint8Array<ArrayBuffer> {
	if (!BASE64.test(base64)) throw new ConsultRefusal(`${name}: not base64`);
	// A copy of its own: small buffers share one pool.
	return new Uint8Array(Buffer.from(base64, 'base64'));
}

export function textBubble(media: Media, text: string): ConsultText {
	const longTextUrl = text.length > LONG_TEXT ? media.fromCustomer('long_text.txt', new TextEncoder().encode(text)).url : null;
	return { kind: 'text', text, longTextUrl };
}

export function photosBubble(media: Media, photos: readonly Upload[]): ConsultMedia {
	if (photos.length === 0 || photos.length > MOST_PHOTOS) throw new ConsultRefusal(`photos: 1 to ${MOST_PHOTOS}`);
	const files = photos.map((photo) => {
		const bytes = bytesOf(photo);
		if (!pictureFormat(bytes)) throw new ConsultRefusal(`${photo.name}: not a JPEG, PNG or GIF`);
		return plainFile(media.fromCustomer(photo.name, bytes, photo.comment || null));
	});
	return { kind: 'media', media: 'photo', files };
}

export function fileBubble(media: Media, file: Upload): ConsultMedia {
	const stored = media.fromCustomer(file.name, bytesOf(file), file.comment || null);
	return { kind: 'media', media: mediaKindOf(file.name), files: [plainFile(stored)] };
}

/** Which button of a message. */
export interface Tap {
	messageId: string;
	button?: number | null | undefined;
	quickReply?: number | null | undefined;
	/** Of a carousel. */
	card?: number | null | undefined;
}

export interface Tapped {
	message: ConsultMessage;
	button: ConsultButton;
}

function buttonsOf(bubble: ConsultBubble, card: number | null | undefined): readonly ConsultButton[] {
	if (bubble.kind === 'rich') return typeof card === 'number' ? (bubble.cards[card]?.buttons ?? []) : bubble.buttons;
	return bubble.kind === 'notice' ? bubble.buttons : [];
}

/** @throws ConsultRefusal when there is no such button */
export function findTapped(chat: Chat, { messageId, button, quickReply, card }: Tap): Tapped {
	const message = chat.messages.find(({ id }) => id === messageId);
	if (!message || message.deletedAt) throw new ConsultRefusal(`messageId: ${messageId} is not in this chat`);
	const { bubble } = message;
	const replies = bubble.kind === 'rich' || bubble.kind === 'notice' ? bubble.quickReplies : [];
	const found = typeof quickReply === 'number' ? replies[quickReply] : buttonsOf(bubble, card)[button ?? 0];
	if (!found) throw new ConsultRefusal('the message has no such button');
	return { message, button: found };
}

/** What a tap writes into the room; null when it leads elsewhere. MD sends the text along (메시지 전달). */
export function tapText({ message: { bubble }, button }: Tapped): string | null {
	if (button.type === 'BK') return button.name;
	if (button.type !== 'MD') return null;
	const text = bubble.kind === 'media' ? null : bubble.text;
	return text ? `${button.name}\n${text}` : button.name;
}
