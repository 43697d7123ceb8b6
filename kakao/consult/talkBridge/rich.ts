import type { Button } from '../../message/template';
import { compact } from '../../partner/json';
import { bubbleHead, withExtra } from '../bubble';
import type { RichBubble } from '../contract';
import { orNothing, toWireButton } from '../raw/bodies';

/**
 * Kakao's own bubble (facts consulttalk §2.3): TalkBridge hands it on and adds who it goes to. It may hold one picture,
 * buttons and quick replies; what is not there is left out, because Kakao refuses empty fields.
 */
export function richOf(bubble: RichBubble): object {
	const { image, imageLink, buttons, quickReplies } = bubble;
	const attachment = compact({
		buttons: orNothing(buttons.map(toWireButton)),
		image: image ? compact({ img_url: image, img_link: imageLink || undefined }) : undefined,
	});
	const body = compact({
		...bubbleHead(bubble),
		attachment: Object.keys(attachment).length > 0 ? attachment : undefined,
		supplement: quickReplies.length > 0 ? { quick_reply: quickReplies.map(quickReplyOf) } : undefined,
	});
	return withExtra(body, withoutRecipient(bubble.extra));
}

/** What a tap brings back is `chat_extra` on quick replies (facts §2.4). */
function quickReplyOf(button: Button): object {
	const { extra, event, ...others } = toWireButton(button) as Readonly<Record<string, unknown>>;
	return compact({ ...others, chat_extra: extra, chat_event: event });
}

const OF_RECIPIENT: ReadonlySet<string> = new Set(['user_key', 'sender_key', 'serial_number']);

/** TalkBridge adds who the bubble goes to; raw fields must not say otherwise. */
const withoutRecipient = (extra: RichBubble['extra']): RichBubble['extra'] =>
	extra && Object.fromEntries(Object.entries(extra).filter(([name]) => !OF_RECIPIENT.has(name)));
