import type { BrandContent, Card, Carousel, Commerce, Coupon, Intro, Links } from '../../../message/brand/content';
import type { Button } from '../../../message/template';
import { compact, text } from '../../../partner/json';

/** The name that an "add channel" button must have (-3348). */
const ADD_CHANNEL = '채널 추가';

/**
 * A finished content as `freestyle-messages` takes it (facts §1.4). Parts that a kind has no place for are refused
 * (-3305), so nothing empty is sent.
 */
export function toWire(content: BrandContent): object {
	const { image, items, video, commerce, carousel } = content;
	return compact({
		chatBubbleType: content.kind,
		content: text(content.text),
		header: text(content.header),
		additionalContent: text(content.additional),
		image: image ? compact({ imageUrl: image, imageLink: text(content.imageLink) }) : undefined,
		item: items && {
			list: items.map((item) => compact({ title: text(item.title), imageUrl: item.image, ...toLinks(item) })),
		},
		video: video && compact({ videoUrl: video.url, thumbnailUrl: text(video.thumbnail) }),
		commerce: commerce && toCommerce(commerce),
		carousel: carousel && toCarousel(carousel),
		...toButtonsAndCoupon(content),
	});
}

const toCarousel = ({ intro, cards, more }: Carousel) =>
	compact({ head: intro && toHead(intro), list: cards.map(toCard), tail: more && toLinks(more) });

const toHead = (intro: Intro) => ({
	header: intro.header,
	content: intro.text,
	imageUrl: intro.image,
	...toLinks(intro),
});

/** A feed card's text is called `message` here, the intro's `content`. */
const toCard = (card: Card) =>
	compact({
		header: text(card.header),
		message: text(card.text),
		additionalContent: text(card.additional),
		imageUrl: card.image,
		imageLink: text(card.imageLink),
		commerce: card.commerce && toCommerce(card.commerce),
		...toButtonsAndCoupon(card),
	});

const toButtonsAndCoupon = ({ buttons, coupon }: Pick<Card, 'buttons' | 'coupon'>) => ({
	buttons: buttons.length > 0 ? buttons.map(toButton) : undefined,
	coupon: coupon && toCoupon(coupon),
});

const toCommerce = ({ title, regularPrice, discountPrice, discountRate, discountFixed }: Commerce) =>
	compact({
		title,
		regularPrice: number(regularPrice),
		discountPrice: number(discountPrice),
		discountRate: number(discountRate),
		discountFixed: number(discountFixed),
	});

const number = (digits: string | undefined) => (digits ? Number(digits) : undefined);

const toButton = (button: Button) =>
	compact({
		name: button.type === 'AC' ? ADD_CHANNEL : button.name,
		type: button.type,
		...toLinks(button),
		chatExtra: button.extra?.chatExtra,
		chatEvent: button.extra?.chatEvent,
		bizFormKey: button.extra?.bizFormKey,
	});

const toCoupon = (coupon: Coupon) => ({ title: coupon.title, description: coupon.description, ...toLinks(coupon) });

const toLinks = ({ linkMobile, linkPc, schemeAndroid, schemeIos }: Links) =>
	compact({
		linkMo: text(linkMobile),
		linkPc: text(linkPc),
		schemeAndroid: text(schemeAndroid),
		schemeIos: text(schemeIos),
	});
