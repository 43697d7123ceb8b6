import { compact, object, type JsonObject } from '../partner/json';
import type { BubbleLayout, RichBubble } from './contract';

const TYPES: Readonly<Record<BubbleLayout, string>> = {
	text: 'TEXT',
	image: 'IMAGE',
	wideImage: 'WIDE_IMAGE',
	itemList: 'ITEM_LIST',
	wideItemList: 'WIDE_ITEM_LIST',
	carousel: 'CAROUSEL_FEED',
};

export const layoutOf = ({ layout, image }: RichBubble): BubbleLayout => layout ?? (image ? 'image' : 'text');

/** What bubbles of Kakao's third format have beside the attachment (facts consulttalk §2.3). */
export const bubbleHead = (bubble: RichBubble) =>
	compact({
		chat_bubble_type: TYPES[layoutOf(bubble)],
		message: bubble.text || undefined,
		header: bubble.header || undefined,
		description: bubble.description || undefined,
	});

/** Lays the raw fields over a body. */
export function withExtra(body: JsonObject, extra: JsonObject | undefined): JsonObject {
	if (extra === undefined) return body;
	const attachment = { ...object(body.attachment), ...object(extra.attachment) };
	return { ...body, ...extra, ...(Object.keys(attachment).length > 0 && { attachment }) };
}
