import type { BrandBubble, BrandCard, Button, ButtonType, Carousel, Commerce, Coupon, Links, WideItem } from '../../../world/types.mts';

/** How NHN writes a Brand Message, in answers about messages and templates alike. Parts that are not there are null. */

const links = (part: Links) => ({
	linkMo: part.linkMobile ?? null, linkPc: part.linkPc ?? null, schemeAndroid: part.schemeAndroid ?? null, schemeIos: part.schemeIos ?? null,
});

/** What a template's button carries besides; nobody can register a form in the sandbox. */
type Extra = { chatExtra: null; chatEvent: null; bizFormKey: null } | { bizFormId: null };

const button = ({ name, type, ...rest }: Button, extra: Extra): { name: string; type: ButtonType } => ({ name, type, ...links(rest), ...extra });

const coupon = (part: Coupon | null) => part && { title: part.title, description: part.description, ...links(part) };

/** A price in a template that is a variable is no Integer, which is what the guide says the field is. */
const price = (value: number | string | null) => (typeof value === 'number' ? value : value !== null && /^\d+$/.test(value) ? Number(value) : null);

const commerce = (part: Commerce<number | string> | null) => part && {
	title: part.title, regularPrice: price(part.regularPrice), discountPrice: price(part.discountPrice),
	discountRate: price(part.discountRate), discountFixed: price(part.discountFixed),
};

const item = (part: WideItem) => ({ title: part.title, imageUrl: part.imageUrl, ...links(part) });

const card = (part: BrandCard<number | string>, extra: Extra) => ({
	header: part.header, message: part.message, additionalContent: part.additional, imageUrl: part.imageUrl, imageLink: part.imageLink,
	commerce: commerce(part.commerce), buttons: part.buttons.map((one) => button(one, extra)), coupon: coupon(part.coupon),
});

const carousel = (part: Carousel<number | string> | null, extra: Extra) => part && {
	head: part.head && { header: part.head.header, content: part.head.content, imageUrl: part.head.imageUrl, ...links(part.head) },
	list: part.cards.map((one) => card(one, extra)),
	tail: part.tail && links(part.tail),
};

/** The content fields of `GET …/messages/{requestId}/{recipientSeq}` and of templates. */
export function wireContent(bubble: BrandBubble<number | string>, extra: Extra) {
	return {
		content: bubble.text, header: bubble.header, additionalContent: bubble.additional, adult: bubble.adult,
		image: bubble.imageUrl === null ? null : { imageUrl: bubble.imageUrl, imageLink: bubble.imageLink },
		buttons: bubble.buttons.map((one) => button(one, extra)),
		item: bubble.items.length > 0 ? { list: bubble.items.map(item) } : null,
		coupon: coupon(bubble.coupon), commerce: commerce(bubble.commerce),
		video: bubble.video && { videoUrl: bubble.video.url, thumbnailUrl: bubble.video.thumbnailUrl },
		carousel: carousel(bubble.carousel, extra),
	};
}

export const MESSAGE_BUTTON = { chatExtra: null, chatEvent: null, bizFormKey: null } as const;
/** Templates say `bizFormId` where messages say `bizFormKey` (template list, response). */
export const TEMPLATE_BUTTON = { bizFormId: null } as const;
