import {
	BRAND_KINDS,
	type BrandContent,
	type Card,
	type Carousel,
	type Commerce,
	type Coupon,
	type Intro,
	type Links,
	type WideItem,
} from '../../../message/brand/content';
import type { Button } from '../../../message/template';
import { compact, list, object, text, type JsonObject } from '../../../partner/json';

/**
 * A template's content. The fields are those of SOLAPI's Kotlin SDK (KakaoBrandMessageTemplate), prices as texts.
 * Beside them the short names of AlimTalk buttons are read (`linkMo`, `buttonName`): SOLAPI mixes both sets elsewhere
 * (U here). A layout that is not known is shown as text: it can still be sent, SOLAPI fills it in itself.
 */
export function toContent(row: JsonObject): BrandContent {
	const { video, commerce, carousel, coupon } = row;
	const videoUrl = text(object(video).videoUrl);
	const main = object(row.mainWideItem);
	const items = [...(Object.keys(main).length === 0 ? [] : [main]), ...list(row.subWideItemList)];
	return compact<BrandContent>({
		kind: BRAND_KINDS.find((kind) => kind === row.chatBubbleType) ?? 'TEXT',
		text: text(row.content),
		header: text(row.header),
		additional: text(row.additionalContent),
		image: text(row.imageId),
		imageLink: text(row.imageLink) ?? text(object(video).imageLink),
		items: items.length === 0 ? undefined : items.map(toItem),
		commerce: toCommerce(object(commerce)),
		video: videoUrl === undefined ? undefined : compact({ url: videoUrl, thumbnail: text(object(video).imageId) }),
		carousel: toCarousel(object(carousel)),
		buttons: list(row.buttons).map(toButton),
		coupon: toCoupon(object(coupon)),
	});
}

const toLinks = (row: JsonObject): Links => ({
	linkMobile: text(row.linkMobile) ?? text(row.linkMo),
	linkPc: text(row.linkPc),
	schemeAndroid: text(row.linkAndroid) ?? text(row.linkAnd),
	schemeIos: text(row.linkIos),
});

const toItem = (row: JsonObject): WideItem =>
	compact({ title: text(row.title), image: text(row.imageId) ?? '', ...toLinks(row) });

/** Templates have their prices as texts, which may be variables (`#{할인가격}`). */
function toCommerce(row: JsonObject): Commerce | undefined {
	const title = text(row.title);
	if (title === undefined) return undefined;
	return compact<Commerce>({
		title,
		regularPrice: text(row.regularPrice) ?? '',
		discountPrice: text(row.discountPrice),
		discountRate: text(row.discountRate),
		discountFixed: text(row.discountFixed),
	});
}

function toCoupon(row: JsonObject): Coupon | undefined {
	const title = text(row.title);
	return title === undefined
		? undefined
		: compact<Coupon>({ title, description: text(row.description) ?? '', ...toLinks(row) });
}

const toButton = (row: JsonObject): Button =>
	compact<Button>({
		type: (text(row.linkType) ?? text(row.buttonType) ?? 'WL') as Button['type'],
		name: text(row.name) ?? text(row.buttonName) ?? '',
		...toLinks(row),
		extra: text(row.chatExtra) === undefined ? undefined : { chatExtra: text(row.chatExtra)! },
	});

function toCarousel(row: JsonObject): Carousel | undefined {
	const cards = list(row.list).map(toCard);
	const more = compact<Links>(toLinks(object(row.tail)));
	if (cards.length === 0) return undefined;
	return compact<Carousel>({
		intro: toIntro(object(row.head)),
		cards,
		more: Object.keys(more).length === 0 ? undefined : more,
	});
}

function toIntro(row: JsonObject): Intro | undefined {
	const header = text(row.header);
	return header === undefined
		? undefined
		: compact<Intro>({ header, text: text(row.content) ?? '', image: text(row.imageId) ?? '', ...toLinks(row) });
}

const toCard = (row: JsonObject): Card =>
	compact<Card>({
		header: text(row.header),
		text: text(row.content),
		additional: text(row.additionalContent),
		commerce: toCommerce(object(row.commerce)),
		image: text(row.imageId) ?? '',
		imageLink: text(row.imageLink),
		buttons: list(row.buttons).map(toButton),
		coupon: toCoupon(object(row.coupon)),
	});
