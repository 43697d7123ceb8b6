import type {
	BrandBubble, BrandCard, BrandLayout, Button, ButtonType, Carousel, Commerce, Coupon, Links, WideItem,
} from '../../../world/types.mts';
import type { ImageKind } from '../../../world/images.mts';
import type { Bms, BmsButton, BmsCard, BmsCommerce, BmsCoupon, BmsItem, BmsLinks } from './bms.mts';
import { LAYOUTS } from './layouts.mts';

/** Finds the address of a picture; the caller has made sure that all of them exist. */
export type PictureOf = (imageId: string, kind: ImageKind | 'thumbnail') => string;

/** How a price is kept: as a number in a message, as a text in what is still to be filled. */
type PriceOf<Price> = (price: number) => Price;

const links = ({ linkMobile, linkPc, linkAndroid, linkIos }: BmsLinks): Links => ({
	...(linkMobile && { linkMobile }), ...(linkPc && { linkPc }), ...(linkAndroid && { schemeAndroid: linkAndroid }),
	...(linkIos && { schemeIos: linkIos }),
});

/** SOLAPI drops the name of AC; KakaoTalk shows its own. */
const button = (wire: BmsButton): Button => ({
	// bmsProblem has let only the eight types through.
	type: wire.linkType as ButtonType, name: wire.linkType === 'AC' ? '채널 추가' : (wire.name ?? ''), ...links(wire),
});

const buttons = (list: readonly BmsButton[] | null | undefined): Button[] => (list ?? []).map(button);

const coupon = (wire: BmsCoupon | null | undefined): Coupon | null =>
	wire ? { title: wire.title ?? '', description: wire.description ?? '', ...links(wire) } : null;

function commerce<Price>(wire: BmsCommerce | null | undefined, priceOf: PriceOf<Price>): Commerce<Price> | null {
	if (!wire) return null;
	const maybe = (price: number | null | undefined) => (typeof price === 'number' ? priceOf(price) : null);
	return {
		title: wire.title ?? '', regularPrice: priceOf(wire.regularPrice ?? 0), discountPrice: maybe(wire.discountPrice),
		discountRate: maybe(wire.discountRate), discountFixed: maybe(wire.discountFixed),
	};
}

const card = <Price,>(wire: BmsCard, imageUrl: string, priceOf: PriceOf<Price>): BrandCard<Price> => ({
	header: wire.header ?? null, message: wire.content ?? null, additional: wire.additionalContent ?? null,
	commerce: commerce(wire.commerce, priceOf), imageUrl, imageLink: wire.imageLink ?? null, buttons: buttons(wire.buttons),
	coupon: coupon(wire.coupon),
});

function carousel<Price>(bms: Bms, kind: ImageKind, pictureOf: PictureOf, priceOf: PriceOf<Price>): Carousel<Price> | null {
	if (!bms.carousel) return null;
	const { head, list, tail } = bms.carousel;
	return {
		head: head ? { header: head.header ?? '', content: head.content ?? '', imageUrl: pictureOf(head.imageId ?? '', kind), ...links(head) } : null,
		cards: (list ?? []).map((wire) => card(wire, pictureOf(wire.imageId ?? '', kind), priceOf)),
		tail: tail ? links(tail) : null,
	};
}

function items({ mainWideItem, subWideItemList }: Bms, pictureOf: PictureOf): WideItem[] {
	const item = (wire: BmsItem, kind: ImageKind): WideItem => ({
		title: wire.title ?? null, imageUrl: pictureOf(wire.imageId ?? '', kind), ...links(wire),
	});
	return mainWideItem ? [item(mainWideItem, 'wideItemMain'), ...(subWideItemList ?? []).map((wire) => item(wire, 'wideItemSub'))] : [];
}

/** A free-form message as a customer sees it. @param text the message's own `text`: the body where `bms.content` is none */
export function bubbleOf<Price>(
	bms: Bms, layout: BrandLayout, text: string | null, pictureOf: PictureOf, priceOf: PriceOf<Price>,
): BrandBubble<Price> {
	const { image, content } = LAYOUTS[layout];
	const { video } = bms;
	return {
		kind: 'brand', layout, adult: bms.adult ?? false, text: content ? (bms.content ?? text) : null, header: bms.header ?? null,
		additional: bms.additionalContent ?? null, imageUrl: image && bms.imageId ? pictureOf(bms.imageId, image) : null,
		imageLink: bms.imageLink ?? video?.imageLink ?? null, items: items(bms, pictureOf), commerce: commerce(bms.commerce, priceOf),
		video: video ? { url: video.videoUrl ?? '', thumbnailUrl: video.imageId ? pictureOf(video.imageId, 'thumbnail') : null } : null,
		carousel: carousel(bms, image ?? 'carouselFeed', pictureOf, priceOf), buttons: buttons(bms.buttons), coupon: coupon(bms.coupon),
		optOut: null,
	};
}
