import type { BrandContent, Card, Commerce, Links } from '../../kakao/message/brand/content';
import { replacePictures } from '../../kakao/message/brand/pictures';
import type { BrandBubble, BrandCard, Commerce as BubbleCommerce } from '../../sandbox/world/types.mts';
import type { Bench } from './bench.mts';

type Price = number | string;

/** What a phone shows, told as neutral content: pictures by their addresses. */
export function shownIn(bubble: BrandBubble<Price>): BrandContent {
	const { carousel, video, items } = bubble;
	return tidy({
		kind: bubble.layout,
		text: bubble.text,
		header: bubble.header,
		additional: bubble.additional,
		image: bubble.imageUrl,
		imageLink: bubble.imageLink,
		items:
			items.length > 0 ? items.map(({ title, imageUrl, ...links }) => ({ title, image: imageUrl, ...links })) : null,
		commerce: commerceIn(bubble.commerce),
		video: video && { url: video.url, thumbnail: video.thumbnailUrl },
		carousel: carousel && {
			intro: carousel.head && introIn(carousel.head),
			cards: carousel.cards.map(cardIn),
			more: carousel.tail,
		},
		buttons: bubble.buttons,
		coupon: bubble.coupon,
	}) as BrandContent;
}

const introIn = ({ content, imageUrl, ...rest }: { header: string; content: string; imageUrl: string } & Links) => ({
	...rest,
	text: content,
	image: imageUrl,
});

const cardIn = ({ message, imageUrl, commerce, ...rest }: BrandCard<Price>): Record<keyof Card, unknown> => ({
	...rest,
	text: message,
	image: imageUrl,
	commerce: commerceIn(commerce),
});

const commerceIn = (commerce: BubbleCommerce<Price> | null): Record<keyof Commerce, unknown> | null =>
	commerce && {
		title: commerce.title,
		regularPrice: digits(commerce.regularPrice),
		discountPrice: digits(commerce.discountPrice),
		discountRate: digits(commerce.discountRate),
		discountFixed: digits(commerce.discountFixed),
	};

const digits = (price: Price | null) => (price === null ? null : String(price));

/** Neutral content as the same phone must show it: the dealer's references become addresses. */
export const toBeShown = (bench: Bench, content: BrandContent): BrandContent =>
	tidy(replacePictures(content, (image) => addressOf(bench, image))) as BrandContent;

/** Where the phone gets a picture: dealers name it by its address or by its id. */
export const addressOf = (bench: Bench, reference: string): string =>
	reference.startsWith('http') ? reference : `${bench.sandbox().urls.phone}/images/${reference}`;

/** Absent, empty and null are one: nothing to see. */
const tidy = (value: object): unknown =>
	JSON.parse(JSON.stringify(value, (_, each: unknown) => (each === '' || each === null ? undefined : each)));
