import type { Images } from '../../../world/images.mts';
import type { BrandBubble, BrandCard, Carousel, CarouselHead, WideItem } from '../../../world/types.mts';
import { Refusal } from '../codes.mts';
import {
	ADDITIONAL, CARD_MESSAGE, HEADER, HEAD_CONTENT, ITEM_TITLES, LIMITS, VIDEO_LENGTH, checkText,
} from './limits.mts';
import { checkImage, checkImageLink, checkLinks } from './links.mts';
import { checkButtons, checkCommerce, checkCoupon } from './parts.mts';

const isFilled = (text: string | null): text is string => text !== null && text !== '';

function checkItems(items: readonly WideItem[], images: Images): void {
	if (items.length === 0) throw new Refusal('-3325', 'list');
	if (items.length < 3 || items.length > 4) throw new Refusal('-3304', 'item.list', 3, 4);
	items.forEach((item, i) => {
		const path = `item.list[${i}]`;
		if (i > 0 && !isFilled(item.title)) throw new Refusal('-3325', 'title');
		checkText(`${path}.title`, item.title, ITEM_TITLES[i === 0 ? 0 : 1]);
		if (!item.imageUrl) throw new Refusal('-3325', 'imageUrl');
		checkImage(images, item.imageUrl, i === 0 ? 'wideItemMain' : 'wideItemSub');
		if (item.linkMobile === undefined) throw new Refusal('-3325', 'linkMo');
		checkLinks(path, item);
	});
}

/** Videos of the channel's own uploads have an address that is documented nowhere; this is the documented one (overview). */
const VIDEO_URL = /^https:\/\/tv\.kakao\.com\/(?:v\/\d+|channel\/\d+\/cliplink\/\d+)$/;

function checkVideo({ video }: BrandBubble, images: Images): void {
	if (!video?.url) throw new Refusal('-3317', 'videoUrl');
	if (video.url.length > VIDEO_LENGTH) throw new Refusal('-2000', 'video.videoUrl', VIDEO_LENGTH);
	if (!VIDEO_URL.test(video.url)) throw new Refusal('-3318');
	if (video.thumbnailUrl !== null) checkImage(images, video.thumbnailUrl, 'basic');
}

function checkHead(head: CarouselHead, images: Images): void {
	for (const field of ['header', 'content', 'imageUrl'] as const) if (!head[field]) throw new Refusal('-3322', field);
	checkText('carousel.head.header', head.header, HEADER);
	checkText('carousel.head.content', head.content, HEAD_CONTENT);
	checkImage(images, head.imageUrl, 'carouselCommerce');
	const linked = [head.linkPc, head.schemeAndroid, head.schemeIos].some((link) => link !== undefined);
	if (linked && head.linkMobile === undefined) throw new Refusal('-3321');
	checkLinks('carousel.head', head);
}

function checkCard(card: BrandCard, path: string, { layout }: BrandBubble, images: Images): void {
	const feed = layout === 'CAROUSEL_FEED';
	const [missing, foreign] = feed ? (['-3334', '-3335'] as const) : (['-3332', '-3333'] as const);
	const shown = { header: card.header, message: card.message, additionalContent: card.additional, commerce: card.commerce };
	for (const field of feed ? (['additionalContent', 'commerce'] as const) : (['header', 'message'] as const)) {
		if (shown[field] !== null) throw new Refusal(foreign, field);
	}
	for (const field of feed ? (['header', 'message'] as const) : (['commerce'] as const)) {
		if (shown[field] === null || shown[field] === '') throw new Refusal(missing, field);
	}
	if (!card.imageUrl) throw new Refusal(missing, 'imageUrl');
	if (card.buttons.length === 0) throw new Refusal(missing, 'buttons');
	checkText(`${path}.header`, card.header, HEADER);
	checkText(`${path}.message`, card.message, CARD_MESSAGE);
	checkText(`${path}.additionalContent`, card.additional, ADDITIONAL);
	if (card.commerce) checkCommerce(`${path}.commerce`, card.commerce);
	checkImage(images, card.imageUrl, feed ? 'carouselFeed' : 'carouselCommerce');
	checkImageLink(path, card.imageLink);
	checkButtons(`${path}.buttons`, card.buttons, layout, card.coupon !== null);
	checkCoupon(`${path}.coupon`, card.coupon, layout);
}

function checkCarousel({ head, cards, tail }: Carousel, bubble: BrandBubble, images: Images): void {
	const [min, max] = head ? [1, 5] : [2, 6];
	if (cards.length < min || cards.length > max) throw new Refusal('-3320', min, max);
	if (head) checkHead(head, images);
	cards.forEach((card, i) => checkCard(card, `carousel.list[${i}]`, bubble, images));
	if (cards.flatMap((card) => card.buttons).filter((button) => button.type === 'AC').length > 1) throw new Refusal('-3349');
	if (!tail) return;
	if (tail.linkMobile === undefined) throw new Refusal('-3323', 'linkMo');
	checkLinks('carousel.tail', tail);
}

/** Every limit the guide sets for the message type. Asked for finished messages, whoever filled them. @throws Refusal */
export function checkContent(bubble: BrandBubble, images: Images): void {
	const { layout, text, header, additional } = bubble;
	const limits = LIMITS[layout];
	if (bubble.carousel) return checkCarousel(bubble.carousel, bubble, images);
	if (layout === 'CAROUSEL_FEED' || layout === 'CAROUSEL_COMMERCE') throw new Refusal('-3303', 'carousel');
	if (limits.content?.required && !isFilled(text)) throw new Refusal('-3303', 'content');
	if (limits.content) checkText('content', text, limits.content);
	if (limits.header === 'required' && !isFilled(header)) throw new Refusal('-3303', 'header');
	checkText('header', header, HEADER);
	checkText('additionalContent', additional, ADDITIONAL);
	if (limits.image) {
		if (!isFilled(bubble.imageUrl)) throw new Refusal('-3319', 'imageUrl');
		checkImage(images, bubble.imageUrl, limits.image);
		checkImageLink('image', bubble.imageLink);
	}
	if (layout === 'WIDE_ITEM_LIST') checkItems(bubble.items, images);
	if (layout === 'PREMIUM_VIDEO') checkVideo(bubble, images);
	if (layout === 'COMMERCE') {
		if (!bubble.commerce) throw new Refusal('-3303', 'commerce');
		checkCommerce('commerce', bubble.commerce);
		if (bubble.buttons.length === 0) throw new Refusal('-3306');
	}
	checkButtons('buttons', bubble.buttons, layout, bubble.coupon !== null);
	checkCoupon('coupon', bubble.coupon, layout);
}

/**
 * "캐러셀의 이미지와 비율이 동일해야 함": no API code tells, so Kakao finds out on delivery (3024, image not up to the rules).
 */
export function ratiosDiffer({ layout, carousel }: BrandBubble, images: Images): boolean {
	if (layout !== 'CAROUSEL_COMMERCE' || !carousel) return false;
	const urls = [...(carousel.head ? [carousel.head.imageUrl] : []), ...carousel.cards.map((card) => card.imageUrl)];
	const ratios = urls.map((url) => {
		const image = images.byUrl(url);
		return image ? image.height / image.width : 0;
	});
	return Math.max(...ratios) - Math.min(...ratios) > 0.01;
}
