import type { BrandContent, Card, Carousel, Coupon, WideItem } from '../../../message/brand/content';
import type { Button } from '../../../message/template';
import { compact } from '../../../partner/json';
import { toWireButton, toWireButtons, toWireLinks } from '../wire';

/**
 * A finished free-form content as SENS writes it (facts §3.4). Inside carousels only `head`, `list` and `tail` are
 * documented in what could be read: a card is written like a message, an intro like a list item, and both call their
 * title `header` as Kakao, NHN and SOLAPI do (U, here and nowhere else).
 */
export function toWireContent(content: BrandContent): object {
	const { text, header, additional, items, commerce, video, carousel } = content;
	return compact({
		content: text || undefined,
		headerContent: header || undefined,
		additionalContent: additional || undefined,
		image: toWireImage(content),
		item: items && { list: items.map(toWireItem) },
		// Prices are texts here too (facts §3.4).
		commerce: commerce && compact({ ...commerce }),
		video: video && compact({ videoUrl: video.url, thumbnailId: video.thumbnail }),
		carousel: carousel && toWireCarousel(carousel),
		coupon: toWireCoupon(content.coupon),
		buttons: toWireButtons(content.buttons, toWireBrandButton),
	});
}

const toWireImage = ({ image, imageLink }: Pick<Card, 'imageLink'> & { image?: string }) =>
	image ? compact({ imageId: image, imageLink: imageLink || undefined }) : undefined;

const toWireItem = (item: WideItem) =>
	compact({ title: item.title || undefined, imageId: item.image, ...toWireLinks(item) });

const toWireCarousel = ({ intro, cards, more }: Carousel) =>
	compact({
		head: intro && compact({ header: intro.header, content: intro.text, imageId: intro.image, ...toWireLinks(intro) }),
		list: cards.map(toWireCard),
		tail: more && compact(toWireLinks(more)),
	});

const toWireCard = (card: Card) =>
	compact({
		header: card.header || undefined,
		content: card.text || undefined,
		additionalContent: card.additional || undefined,
		image: toWireImage(card),
		commerce: card.commerce && compact({ ...card.commerce }),
		coupon: toWireCoupon(card.coupon),
		buttons: toWireButtons(card.buttons, toWireBrandButton),
	});

const toWireCoupon = (coupon: Coupon | undefined) =>
	coupon && compact({ title: coupon.title, description: coupon.description, ...toWireLinks(coupon) });

/** With the id of its business form, which SENS names its own way, and the like. */
function toWireBrandButton(button: Button): object {
	const { bizFormKey, ...extra } = button.extra ?? {};
	return compact({ ...toWireButton(button), ...extra, bizFormId: bizFormKey });
}
