import type { BrandBubble, BrandCard, Button, ButtonType, Carousel, Commerce, Coupon, Links } from '../../../world/types.mts';
import { headerOf, type BrandButton, type BrandMessage, type CardFields, type CarouselFields, type CommerceFields, type CouponFields, type LinkFields } from './bodies.mts';
import type { ImageType } from './imageTypes.mts';
import { LAYOUTS, MESSAGE_TYPES, type MessageType } from './layouts.mts';

/** Finds the address of a picture; the rules have made sure that all of them exist. */
export type PictureOf = (imageId: string | null | undefined, type: ImageType) => string;

const links = ({ linkMobile, linkPc, schemeAndroid, schemeIos }: LinkFields): Links => ({
	...(linkMobile && { linkMobile }), ...(linkPc && { linkPc }), ...(schemeAndroid && { schemeAndroid }), ...(schemeIos && { schemeIos }),
});

// The rules have let only Kakao's types through.
const button = (wire: BrandButton): Button => ({ type: wire.type as ButtonType, name: wire.name ?? '', ...links(wire) });
const buttons = (list: readonly BrandButton[] | null | undefined): Button[] => (list ?? []).map(button);

const coupon = (wire: CouponFields | null | undefined): Coupon | null =>
	wire ? { title: wire.title ?? '', description: wire.description ?? '', ...links(wire) } : null;

const price = (text: string | null | undefined): number | null => (text ? Number(text) : null);

const commerce = (wire: CommerceFields | null | undefined): Commerce | null => wire ? {
	title: wire.title ?? '', regularPrice: price(wire.regularPrice) ?? 0, discountPrice: price(wire.discountPrice),
	discountRate: price(wire.discountRate), discountFixed: price(wire.discountFixed),
} : null;

const card = (wire: CardFields, imageUrl: string): BrandCard => ({
	header: headerOf(wire) ?? null, message: wire.content ?? null, additional: wire.additionalContent ?? null,
	commerce: commerce(wire.commerce), imageUrl, imageLink: wire.image?.imageLink ?? null, buttons: buttons(wire.buttons), coupon: coupon(wire.coupon),
});

const carousel = ({ head, list, tail }: CarouselFields, type: ImageType, pictureOf: PictureOf): Carousel => ({
	head: head ? { header: headerOf(head) ?? '', content: head.content ?? '', imageUrl: pictureOf(head.imageId, type), ...links(head) } : null,
	cards: (list ?? []).map((wire) => card(wire, pictureOf(wire.image?.imageId, type))),
	tail: tail ? links(tail) : null,
});

/** A free-form message as a customer sees it. */
export function bubbleOf(message: BrandMessage, type: MessageType, adult: boolean, pictureOf: PictureOf): BrandBubble {
	const { image } = LAYOUTS[type];
	const { video } = message;
	return {
		kind: 'brand', layout: MESSAGE_TYPES[type], adult, text: message.content ?? null, header: message.headerContent ?? null,
		additional: message.additionalContent ?? null, imageUrl: message.image && image ? pictureOf(message.image.imageId, image) : null,
		imageLink: message.image?.imageLink ?? null,
		items: (message.item?.list ?? []).map((item, i) => ({
			title: item.title ?? null, imageUrl: pictureOf(item.imageId, i === 0 ? 'WIDE_ITEM_LIST_MAIN' : 'WIDE_ITEM_LIST_SUB'), ...links(item),
		})),
		commerce: commerce(message.commerce),
		video: video ? { url: video.videoUrl ?? '', thumbnailUrl: video.thumbnailId ? pictureOf(video.thumbnailId, 'BASIC') : null } : null,
		carousel: message.carousel && image ? carousel(message.carousel, image, pictureOf) : null,
		buttons: buttons(message.buttons), coupon: coupon(message.coupon), optOut: null,
	};
}
