import { rich, words } from '../../consult/bot.mts';
import type { Media } from '../../consult/media.mts';
import { isNotice, notice } from '../../consult/notices.mts';
import type { ConsultBubble } from '../../consult/types.mts';
import type { Shape } from '../../dealers/shape.mts';
import { BUTTON_SHAPE, SUPPLEMENT_SHAPE, buttonsOf, quickRepliesOf, type WireButton, type WireSupplement } from './buttons.mts';
import { TEXT_MAX, checkShape, need, upTo } from './checks.mts';
import { hostedFile, hostedPhoto, hostedPicture } from './hosted.mts';
import { badFormat } from './refusals.mts';

/** Whom every send names (HappyTalk send_chat). */
export const ADDRESS_SHAPE = { user_key: 'string', sender_key: 'string', serial_number: 'string' } as const satisfies Shape;

export interface Address { user_key?: string | null; sender_key?: string | null; serial_number?: string | null }

const V1_SHAPE: Shape = {
	...ADDRESS_SHAPE, message_type: 'string', message: 'string', image_url: 'string', file_url: 'string', file_name: 'string',
	file_size: 'number', auto_answer: 'string', links: [BUTTON_SHAPE], supplement: SUPPLEMENT_SHAPE,
};

export interface V1Message extends Address {
	message_type?: string | null;
	message?: string | null;
	image_url?: string | null;
	file_url?: string | null;
	file_name?: string | null;
	file_size?: number | null;
	auto_answer?: string | null;
	links?: WireButton[] | null;
	supplement?: WireSupplement | null;
}

/** LI carries text with links, with a picture, or with both; text alone is TX, and without text nothing goes (facts 2.4). */
function linkBubble(media: Media, message: V1Message): ConsultBubble {
	const buttons = buttonsOf(message.links, 'links');
	const quickReplies = quickRepliesOf(message.supplement);
	if (message.auto_answer) {
		if (!isNotice(message.auto_answer)) throw badFormat('auto_answer: S1 to S4 or ST');
		const text = message.message && upTo(message.message, 'message', TEXT_MAX);
		return notice(message.auto_answer, { buttons, quickReplies, ...(text && { text }) });
	}
	const text = need(message.message, 'message', TEXT_MAX);
	const imageUrl = message.image_url ? hostedPicture(media, message.image_url, 'image_url') : null;
	if (!imageUrl && buttons.length === 0 && quickReplies.length === 0) throw badFormat('links or image_url: required');
	return rich({ layout: imageUrl ? 'IMAGE' : 'TEXT', text, imageUrl, buttons, quickReplies });
}

/** Reads the body of `POST /v1/chat/write`. @throws KakaoRefusal -509 */
export function readV1(body: unknown): V1Message {
	checkShape(body, V1_SHAPE);
	return body as V1Message;
}

/** @throws KakaoRefusal -509 */
export function v1Bubble(media: Media, message: V1Message): ConsultBubble {
	const type = message.message_type || 'TX';
	const only: readonly (keyof V1Message)[] = ['auto_answer', 'links', 'supplement'];
	const stray = type === 'LI' ? undefined : only.find((field) => message[field]);
	if (stray) throw badFormat(`${stray}: LI only`);
	switch (type) {
		case 'TX': return words(need(message.message, 'message', TEXT_MAX));
		case 'IM': return hostedPhoto(media, message.image_url, 'image_url');
		case 'LI': return linkBubble(media, message);
		case 'FI': return hostedFile(media, 'file', message);
		case 'AU': return hostedFile(media, 'audio', message);
		default: throw badFormat('message_type: TX, IM, LI, FI or AU');
	}
}
