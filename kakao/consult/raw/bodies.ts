import type { Button } from '../../message/template';
import { compact } from '../../partner/json';
import type { Notice, RichBubble } from '../contract';
import type { ReplyTarget } from '../event';

/** Bodies in Kakao's first format (v1), which hubs hand on almost unchanged (facts consulttalk §2.2, §2.4). */

export const WRITE = '/v1/chat/write';
export const END = '/v1/chat/end';

export const toWireTarget = ({ userKey, senderKey }: ReplyTarget) => ({ user_key: userKey, sender_key: senderKey });

export const textBody = (target: ReplyTarget, message: string, serial: string) => ({
	...toWireTarget(target),
	serial_number: serial,
	message_type: 'TX',
	message,
});

/** `LI`: a text with links, a picture, or quick replies. A text alone must be `TX` (facts §2.4). */
export function richBody(target: ReplyTarget, bubble: RichBubble, serial: string): object {
	const parts = compact({
		image_url: bubble.image,
		links: orNothing(bubble.buttons.map(toWireButton)),
		supplement: toWireSupplement(bubble.quickReplies),
		...bubble.extra,
	});
	return {
		message_type: Object.keys(parts).length > 0 ? 'LI' : 'TX',
		message: bubble.text,
		...parts,
		...toWireTarget(target),
		serial_number: serial,
	};
}

/** The words of a notice stand in Kakao's biz-message centre: none are sent along. */
export const noticeBody = (target: ReplyTarget, notice: Notice, serial: string) => ({
	...toWireTarget(target),
	serial_number: serial,
	message_type: 'LI',
	auto_answer: notice,
});

export const toWireButton = (button: Button) => toWire(button, 'extra', 'event');

const toWireQuickReply = (button: Button) => toWire(button, 'chat_extra', 'chat_event');

/** Undefined where there is none. */
export const toWireSupplement = (replies: readonly Button[]) =>
	replies.length > 0 ? { quick_reply: replies.map(toWireQuickReply) } : undefined;

/** What a tap brings back is `extra` on buttons and `chat_extra` on quick replies (facts §2.4). */
function toWire(button: Button, extraName: string, eventName: string): object {
	const { chatExtra, chatEvent, bizFormKey, ...others } = button.extra ?? {};
	return compact({
		name: button.name,
		type: button.type,
		url_mobile: button.linkMobile,
		url_pc: button.linkPc,
		scheme_android: button.schemeAndroid,
		scheme_ios: button.schemeIos,
		[extraName]: chatExtra === '' ? undefined : chatExtra,
		[eventName]: chatEvent === '' ? undefined : chatEvent,
		biz_form_key: bizFormKey,
		...others,
	});
}

/** Undefined instead of an empty list, so that `compact` leaves it out. */
export const orNothing = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined);
