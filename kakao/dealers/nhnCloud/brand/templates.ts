import { read, withQuery, type Conversation } from '../../../delivery/conversation';
import {
	BRAND_KINDS,
	type BrandContent,
	type BrandTemplate,
	type Card,
	type Carousel,
	type Commerce,
	type Coupon,
	type Intro,
} from '../../../message/brand/content';
import type { Button } from '../../../message/template';
import type { Page } from '../../contract';
import { compact, list, object, text, type JsonObject } from '../../../partner/json';
import { BRAND } from '../lane';
import { goodBody, nextPage, PAGE, readLinks } from '../read';
import { PRICES } from '../../../message/brand/prices';

const pathOf = (senderKey: string, query: Record<string, string | number>): string =>
	withQuery(`${BRAND.base}/senders/${encodeURIComponent(senderKey)}/templates`, { ...query, pageSize: PAGE });

/** One page of the usable ones (status A; S is blocked; there is no review). */
export function* templates(senderKey: string, cursor: string | undefined): Conversation<Page<BrandTemplate>> {
	const pageNum = Number(cursor ?? 1);
	const reply = yield* read({ method: 'GET', path: pathOf(senderKey, { status: 'A', pageNum }) });
	const answer = object(goodBody(reply, 'the templates').templateListResponse);
	const rows = list(answer.templates);
	return {
		entries: rows.flatMap((row) => toTemplate(row) ?? []),
		next: nextPage(pageNum, rows.length, answer.totalCount),
	};
}

export function* template(senderKey: string, code: string): Conversation<BrandTemplate | null> {
	const reply = yield* read({ method: 'GET', path: pathOf(senderKey, { templateCode: code, pageNum: 1 }) });
	const answer = object(goodBody(reply, 'the template').templateListResponse);
	// The filter's matching is not documented: compare the code ourselves.
	const row = list(answer.templates).find((each) => text(each.templateCode) === code);
	return row ? toTemplate(row) : null;
}

/** Null for a layout that this version does not know: nothing could be checked or shown of it. */
export function toTemplate(row: JsonObject): BrandTemplate | null {
	const kind = BRAND_KINDS.find((each) => each === row.chatBubbleType);
	if (!kind) return null;
	return {
		code: text(row.templateCode) ?? '',
		name: text(row.templateName) ?? '',
		status: row.status === 'A' ? 'approved' : 'stopped',
		content: toContent(kind, row),
	};
}

function toContent(kind: BrandContent['kind'], row: JsonObject): BrandContent {
	const image = object(row.image);
	const items = list(object(row.item).list);
	const video = object(row.video);
	return compact<BrandContent>({
		kind,
		text: text(row.content),
		header: text(row.header),
		additional: text(row.additionalContent),
		image: text(image.imageUrl),
		imageLink: text(image.imageLink),
		items:
			items.length > 0
				? items.map((item) =>
						compact({ title: text(item.title), image: text(item.imageUrl) ?? '', ...readLinks(item) }),
					)
				: undefined,
		commerce: toCommerce(object(row.commerce)),
		video: text(video.videoUrl)
			? compact({ url: text(video.videoUrl)!, thumbnail: text(video.thumbnailUrl) })
			: undefined,
		carousel: toCarousel(object(row.carousel)),
		buttons: list(row.buttons).map(toButton),
		coupon: toCoupon(object(row.coupon)),
	});
}

function toCarousel(row: JsonObject): Carousel | undefined {
	const cards = list(row.list);
	if (cards.length === 0) return undefined;
	const more = readLinks(object(row.tail));
	return compact<Carousel>({
		intro: toIntro(object(row.head)),
		cards: cards.map(toCard),
		more: Object.keys(more).length > 0 ? more : undefined,
	});
}

/** An unused part comes as null or as an object full of nulls. */
const toIntro = (row: JsonObject): Intro | undefined =>
	text(row.imageUrl) === undefined && text(row.header) === undefined
		? undefined
		: {
				header: text(row.header) ?? '',
				text: text(row.content) ?? '',
				image: text(row.imageUrl) ?? '',
				...readLinks(row),
			};

const toCard = (row: JsonObject): Card =>
	compact<Card>({
		header: text(row.header),
		text: text(row.message),
		additional: text(row.additionalContent),
		commerce: toCommerce(object(row.commerce)),
		image: text(row.imageUrl) ?? '',
		imageLink: text(row.imageLink),
		buttons: list(row.buttons).map(toButton),
		coupon: toCoupon(object(row.coupon)),
	});

/** Prices left open at registration stand for NHN's fixed variables (guide, "유의 사항" of the registration). */
function toCommerce(row: JsonObject): Commerce | undefined {
	const title = text(row.title);
	if (title === undefined) return undefined;
	const given = Object.keys(PRICES).map((field) => [field, text(row[field])] as const);
	const open = given.every(([, price]) => price === undefined);
	const prices = given.map(([field, price]) => [field, open ? `#{${PRICES[field as keyof typeof PRICES]}}` : price]);
	return compact({ title, ...(Object.fromEntries(prices) as Omit<Commerce, 'title'>) });
}

const toCoupon = (row: JsonObject): Coupon | undefined =>
	text(row.title) === undefined
		? undefined
		: { title: text(row.title)!, description: text(row.description) ?? '', ...readLinks(row) };

/** Buttons of a template are sent by NHN; what else hangs on them (a business form) is none of our business. */
const toButton = (row: JsonObject): Button => ({
	type: (text(row.type) ?? 'WL') as Button['type'],
	name: text(row.name) ?? '',
	...readLinks(row),
});
