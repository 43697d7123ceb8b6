import { type BrandBubble, type BrandCard, type BrandLayout, type Button, type ButtonType, type Carousel, type Commerce, type Coupon, type Links } from '../../../world/types.mts';
import { Refusal } from '../codes.mts';
import type { WireButton, WireCard, WireCarousel, WireCommerce, WireContent, WireCoupon, WireLinks } from './bodies.mts';

/**
 * Turns what a caller sent into the bubble the phone shows. Missing required texts become "" and missing prices NaN:
 * whether they are required depends on the message type, and the rules say so afterwards.
 */

const BUTTON_TYPES: readonly ButtonType[] = ['WL', 'AL', 'BK', 'MD', 'AC', 'BT', 'BF'];
const FORM_NAMES: readonly string[] = ['톡에서 예약하기', '톡에서 설문하기', '톡에서 응모하기'];

const given = <Value,>(value: Value | null | undefined): value is Value => value !== null && value !== undefined && value !== '';

const links = (part: WireLinks): Links => ({
	...(given(part.linkMo) && { linkMobile: part.linkMo }), ...(given(part.linkPc) && { linkPc: part.linkPc }),
	...(given(part.schemeAndroid) && { schemeAndroid: part.schemeAndroid }), ...(given(part.schemeIos) && { schemeIos: part.schemeIos }),
});

function button(part: WireButton): Button {
	const type = BUTTON_TYPES.find((known) => known === part.type);
	if (!type) throw new Refusal('-3328', part.type ?? '');
	if (type === 'BF' && (!given(part.bizFormKey) || !FORM_NAMES.includes(part.name ?? ''))) throw new Refusal('-3045');
	return { type, name: part.name ?? '', ...links(part) };
}

const coupon = (part: WireCoupon | null | undefined): Coupon | null =>
	part ? { title: part.title ?? '', description: part.description ?? '', ...links(part) } : null;

const commerce = (part: WireCommerce | null | undefined): Commerce | null => part ? {
	title: part.title ?? '', regularPrice: part.regularPrice ?? NaN, discountPrice: part.discountPrice ?? null,
	discountRate: part.discountRate ?? null, discountFixed: part.discountFixed ?? null,
} : null;

const text = (value: string | null | undefined) => (given(value) ? value : null);

const card = (part: WireCard): BrandCard => ({
	header: text(part.header), message: text(part.message), additional: text(part.additionalContent), commerce: commerce(part.commerce),
	imageUrl: part.imageUrl ?? '', imageLink: text(part.imageLink), buttons: (part.buttons ?? []).map(button), coupon: coupon(part.coupon),
});

const carousel = (part: WireCarousel | null | undefined): Carousel | null => part ? {
	head: part.head ? { header: part.head.header ?? '', content: part.head.content ?? '', imageUrl: part.head.imageUrl ?? '', ...links(part.head) } : null,
	cards: (part.list ?? []).map(card),
	tail: part.tail ? links(part.tail) : null,
} : null;

const COMMON = ['content', 'buttons', 'coupon'] as const;

/** The fields of each message type (the request bodies of friendtalkupgrade-api-guide.md). */
const FIELDS: Record<BrandLayout, readonly (keyof WireContent)[]> = {
	TEXT: COMMON, IMAGE: [...COMMON, 'image'], WIDE: [...COMMON, 'image'], WIDE_ITEM_LIST: ['header', 'item', 'buttons', 'coupon'],
	PREMIUM_VIDEO: [...COMMON, 'header', 'video'], COMMERCE: ['additionalContent', 'image', 'commerce', 'buttons', 'coupon'],
	CAROUSEL_FEED: ['carousel'], CAROUSEL_COMMERCE: ['carousel'],
};
const ALL_FIELDS: readonly (keyof WireContent)[] = [
	'content', 'header', 'additionalContent', 'image', 'item', 'commerce', 'video', 'carousel', 'buttons', 'coupon',
];

const isLayout = (name: string | null | undefined): name is BrandLayout => Object.hasOwn(FIELDS, name ?? '');

/** @throws Refusal for an unknown type, a field the type does not have, and buttons that are none */
export function bubbleIn(layout: string | null | undefined, body: WireContent): BrandBubble {
	if (!given(layout)) throw new Refusal('-2001', 'chatBubbleType');
	if (!isLayout(layout)) throw new Refusal('4', `chatBubbleType: one of ${Object.keys(FIELDS).join(', ')}`);
	const foreign = ALL_FIELDS.find((field) => given(body[field]) && !FIELDS[layout].includes(field));
	if (foreign) throw new Refusal('-3305', layout, foreign);
	if (layout === 'CAROUSEL_FEED' && body.carousel?.head) throw new Refusal('-3305', layout, 'carousel.head');
	return {
		kind: 'brand', layout, adult: body.adult ?? false, text: text(body.content), header: text(body.header),
		additional: text(body.additionalContent), imageUrl: text(body.image?.imageUrl), imageLink: text(body.image?.imageLink),
		items: (body.item?.list ?? []).map((item) => ({ title: text(item.title), imageUrl: item.imageUrl ?? '', ...links(item) })),
		commerce: commerce(body.commerce), video: body.video ? { url: body.video.videoUrl ?? '', thumbnailUrl: text(body.video.thumbnailUrl) } : null,
		carousel: carousel(body.carousel), buttons: (body.buttons ?? []).map(button), coupon: coupon(body.coupon), optOut: null,
	};
}
