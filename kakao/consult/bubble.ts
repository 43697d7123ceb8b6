import { compact, object, type JsonObject } from '../partner/json';
import type { BubbleLayout, RichBubble } from './contract';
import { orNothing, toWireButton } from './raw/bodies';

const TYPES: Readonly<Record<BubbleLayout, string>> = {
	text: 'TEXT',
	image: 'IMAGE',
	wideImage: 'WIDE_IMAGE',
	itemList: 'ITEM_LIST',
	wideItemList: 'WIDE_ITEM_LIST',
	carousel: 'CAROUSEL_FEED',
};

export const layoutOf = ({ layout, image }: RichBubble): BubbleLayout => layout ?? (image ? 'image' : 'text');

/** A bubble of Kakao's third format (facts consulttalk §2.3). What is not there is left out: Kakao refuses empty fields. */
export function bubbleBody(bubble: RichBubble): JsonObject {
	const { image, imageLink, buttons } = bubble;
	const attachment = compact({
		buttons: orNothing(buttons.map(toWireButton)),
		image: image ? compact({ img_url: image, img_link: imageLink || undefined }) : undefined,
	});
	return compact({
		chat_bubble_type: TYPES[layoutOf(bubble)],
		message: bubble.text || undefined,
		header: bubble.header || undefined,
		description: bubble.description || undefined,
		attachment: Object.keys(attachment).length > 0 ? attachment : undefined,
	});
}

/** Lays the raw fields over a body. */
export function withExtra(body: JsonObject, extra: JsonObject | undefined): JsonObject {
	if (extra === undefined) return body;
	const attachment = { ...object(body.attachment), ...object(extra.attachment) };
	return { ...body, ...extra, ...(Object.keys(attachment).length > 0 && { attachment }) };
}
