import type { BrandContent, Card, Commerce, Coupon, Intro, Links, WideItem } from '../../../message/brand/content';
import type { Button } from '../../../message/template';

/**
 * A finished content as the `bms` options of a free-form message (facts §2.4). SOLAPI names the fields that a layout
 * has no place for and refuses the message, and an empty text counts as given: what is empty stays away.
 */
export function toBms(content: BrandContent): object {
	const { kind, items, carousel, video } = content;
	const [main, ...others] = items ?? [];
	return filled({
		chatBubbleType: kind,
		header: content.header,
		// The other layouts take their text from the message itself, see wire.ts. Sent in both places here: SOLAPI's
		// examples fill either or both, and equal texts cannot contradict each other.
		content: kind === 'PREMIUM_VIDEO' ? content.text : undefined,
		additionalContent: content.additional,
		imageId: content.image,
		// A video has its own place for it.
		imageLink: video ? undefined : content.imageLink,
		commerce: content.commerce && toCommerce(content.commerce),
		video: video && filled({ videoUrl: video.url, imageId: video.thumbnail, imageLink: content.imageLink }),
		mainWideItem: main && toItem(main),
		subWideItemList: others.map(toItem),
		carousel:
			carousel &&
			filled({
				head: carousel.intro && toHead(carousel.intro),
				list: carousel.cards.map(toCard),
				tail: carousel.more && toLinks(carousel.more),
			}),
		buttons: content.buttons.map(toButton),
		coupon: content.coupon && toCoupon(content.coupon),
	});
}

const isEmpty = (value: unknown) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const filled = (value: object): object =>
	Object.fromEntries(Object.entries(value).filter(([, each]) => !isEmpty(each)));

const toLinks = ({ linkMobile, linkPc, schemeAndroid, schemeIos }: Links): object =>
	filled({ linkMobile, linkPc, linkAndroid: schemeAndroid, linkIos: schemeIos });

const toItem = (item: WideItem): object => filled({ title: item.title, imageId: item.image, ...toLinks(item) });

const toHead = (intro: Intro): object =>
	filled({ header: intro.header, content: intro.text, imageId: intro.image, ...toLinks(intro) });

const toCard = (card: Card): object =>
	filled({
		header: card.header,
		content: card.text,
		additionalContent: card.additional,
		commerce: card.commerce && toCommerce(card.commerce),
		imageId: card.image,
		imageLink: card.imageLink,
		buttons: card.buttons.map(toButton),
		coupon: card.coupon && toCoupon(card.coupon),
	});

/** Prices travel as numbers; templates come with texts. */
const toCommerce = ({ title, ...prices }: Commerce): object => ({
	title,
	...Object.fromEntries(Object.entries(filled(prices)).map(([name, price]) => [name, Number(price)])),
});

const toButton = (button: Button): object =>
	filled({ ...button.extra, linkType: button.type, name: button.name, ...toLinks(button) });

const toCoupon = (coupon: Coupon): object =>
	filled({ title: coupon.title, description: coupon.description, ...toLinks(coupon) });
