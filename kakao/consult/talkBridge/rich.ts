import { compact } from '../../partner/json';
import { bubbleBody, withExtra } from '../bubble';
import type { RichBubble } from '../contract';
import { toWireSupplement } from '../raw/bodies';

/**
 * Kakao's own bubble (facts consulttalk §2.3): TalkBridge hands it on and adds who it goes to. It may hold one picture,
 * buttons and quick replies.
 */
export const richOf = (bubble: RichBubble): object =>
	withExtra(
		compact({ ...bubbleBody(bubble), supplement: toWireSupplement(bubble.quickReplies) }),
		withoutRecipient(bubble.extra),
	);

const OF_RECIPIENT: ReadonlySet<string> = new Set(['user_key', 'sender_key', 'serial_number']);

/** TalkBridge adds who the bubble goes to; raw fields must not say otherwise. */
const withoutRecipient = (extra: RichBubble['extra']): RichBubble['extra'] =>
	extra && Object.fromEntries(Object.entries(extra).filter(([name]) => !OF_RECIPIENT.has(name)));
