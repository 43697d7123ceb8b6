import type { BrandContent, Card, Carousel, Commerce, Coupon, Links, WideItem } from '../../../message/brand/content';
import type { Button } from '../../../message/template';
import { compact, list, object, text, type JsonObject } from '../../../partner/json';
import { toKind } from '../lane';

/**
 * A template's content. The fields of the answer are not in what could be read of its page: they are taken to be those of
 * the send (facts §3.4), and the spellings by which sources and other dealers differ are understood too (§6 trap 11).
 */
export function readContent(row: JsonObject): BrandContent {
	return compact<BrandContent>({
		kind: toKind(oneOf(row, 'messageType', 'chatBubbleType')),
		text: oneOf(row, 'content', 'message'),
		header: oneOf(row, 'headerContent', 'header'),
		additional: text(row.additionalContent),
		...readPicture(row),
		items: readItems(row.item),
		commerce: readCommerce(row.commerce),
		video: readVideo(row.video),
		carousel: readCarousel(row.carousel),
		buttons: readButtons(row.buttons),
		coupon: readCoupon(row.coupon),
	});
}

/** The first of several spellings that is there. */
function oneOf(row: JsonObject, ...names: string[]): string | undefined {
	for (const name of names) {
		const value = text(row[name]);
		if (value !== undefined) return value;
	}
	return undefined;
}

/** A picture stands in an object of its own, or beside the other fields. */
function readPicture(row: JsonObject): { image?: string; imageLink?: string } {
	const own = object(row.image);
	return {
		image: oneOf(own, 'imageId', 'imageUrl') ?? oneOf(row, 'imageId', 'imageUrl'),
		imageLink: text(own.imageLink) ?? text(row.imageLink),
	};
}

const readLinks = (row: JsonObject): Links =>
	compact({
		linkMobile: oneOf(row, 'linkMobile', 'linkMo'),
		linkPc: text(row.linkPc),
		schemeAndroid: oneOf(row, 'schemeAndroid', 'linkAndroid', 'linkAnd'),
		schemeIos: oneOf(row, 'schemeIos', 'linkIos'),
	});

function readItems(value: unknown): WideItem[] | undefined {
	const rows = list(Array.isArray(value) ? value : object(value).list);
	if (rows.length === 0) return undefined;
	return rows.map((row) =>
		compact<WideItem>({ title: text(row.title), image: readPicture(row).image ?? '', ...readLinks(row) }),
	);
}

function readCommerce(value: unknown): Commerce | undefined {
	const row = object(value);
	if (Object.keys(row).length === 0) return undefined;
	return compact<Commerce>({
		title: text(row.title) ?? '',
		regularPrice: text(row.regularPrice) ?? '',
		discountPrice: text(row.discountPrice),
		discountRate: text(row.discountRate),
		discountFixed: text(row.discountFixed),
	});
}

function readVideo(value: unknown): BrandContent['video'] {
	const row = object(value);
	const url = oneOf(row, 'videoUrl', 'url');
	return url === undefined ? undefined : compact({ url, thumbnail: oneOf(row, 'thumbnailId', 'thumbnailUrl') });
}

function readCarousel(value: unknown): Carousel | undefined {
	const { head, list: rows, tail } = object(value);
	const cards = list(rows).map(readCard);
	if (cards.length === 0) return undefined;
	const intro = object(head);
	const more = readLinks(object(tail));
	return compact<Carousel>({
		intro:
			Object.keys(intro).length === 0
				? undefined
				: {
						header: oneOf(intro, 'header', 'headerContent') ?? '',
						text: oneOf(intro, 'content', 'message') ?? '',
						image: readPicture(intro).image ?? '',
						...readLinks(intro),
					},
		cards,
		more: Object.keys(more).length === 0 ? undefined : more,
	});
}

function readCard(row: JsonObject): Card {
	const { image, imageLink } = readPicture(row);
	return compact<Card>({
		header: oneOf(row, 'header', 'headerContent'),
		text: oneOf(row, 'content', 'message'),
		additional: text(row.additionalContent),
		commerce: readCommerce(row.commerce),
		image: image ?? '',
		imageLink,
		buttons: readButtons(row.buttons),
		coupon: readCoupon(row.coupon),
	});
}

function readCoupon(value: unknown): Coupon | undefined {
	const row = object(value);
	const title = text(row.title);
	return title === undefined ? undefined : { title, description: text(row.description) ?? '', ...readLinks(row) };
}

/** What belongs to a button type, by our name and SENS's. */
const EXTRAS = [
	['bizFormKey', 'bizFormId'],
	['chatExtra', 'chatExtra'],
	['chatEvent', 'chatEvent'],
] as const;

function readButtons(value: unknown): Button[] {
	return list(value).map((row) => {
		const extra = EXTRAS.flatMap(([name, theirs]) =>
			text(row[theirs]) === undefined ? [] : [[name, text(row[theirs])!]],
		);
		return compact<Button>({
			type: (oneOf(row, 'type', 'linkType') ?? 'WL') as Button['type'],
			name: text(row.name) ?? '',
			...readLinks(row),
			extra: extra.length === 0 ? undefined : (Object.fromEntries(extra) as Record<string, string>),
		});
	});
}
