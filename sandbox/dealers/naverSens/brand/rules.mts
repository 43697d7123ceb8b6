import { FIELDS, headerOf, type BrandMessage, type CardFields, type CarouselFields, type ItemFields } from './bodies.mts';
import type { ImageType } from './imageTypes.mts';
import { LAYOUTS, type LayoutRules, type MessageType } from './layouts.mts';
import { checkButtons, checkCommerce, checkCoupon, checkLinks, checkText, type Report } from './parts.mts';

/** Whether a picture exists and was uploaded for this place. */
export type HasPicture = (imageId: string, type: ImageType) => boolean;

const VIDEO_HOST = 'https://tv.kakao.com/';
const IMAGE_LINK_MAX = 1000;

interface Judge {
	type: MessageType;
	rules: LayoutRules;
	hasPicture: HasPicture;
	report: Report;
}

function checkPicture({ hasPicture, report }: Judge, imageId: string | null | undefined, type: ImageType, path: string): void {
	if (!imageId) report(path, 'required');
	else if (!hasPicture(imageId, type)) report(path, `no such picture of type ${type}`);
}

function checkImage(judge: Judge, image: BrandMessage['image'], path: string): void {
	if (!image || !judge.rules.image) return;
	checkPicture(judge, image.imageId, judge.rules.image, `${path}.imageId`);
	if (image.imageLink && (image.imageLink.length > IMAGE_LINK_MAX || !/^https?:\/\/\S+$/.test(image.imageLink))) {
		judge.report(`${path}.imageLink`, `must be a web address of at most ${IMAGE_LINK_MAX} characters`);
	}
}

/** The first item is the main one: another proportion, and its title may be missing (E-MCP). */
function checkItems(judge: Judge, items: readonly ItemFields[], path: string): void {
	if (items.length < 3 || items.length > 4) judge.report(path, '3 to 4 items');
	items.forEach((item, i) => {
		const at = `${path}[${i}]`;
		checkPicture(judge, item.imageId, i === 0 ? 'WIDE_ITEM_LIST_MAIN' : 'WIDE_ITEM_LIST_SUB', `${at}.imageId`);
		if (i > 0 && !item.title) judge.report(`${at}.title`, 'required');
		checkText(item.title, { max: i === 0 ? 25 : 30, breaks: 1 }, `${at}.title`, judge.report);
		if (!item.linkMobile) judge.report(`${at}.linkMobile`, 'required');
		checkLinks(item, at, judge.report);
	});
}

function checkCard(judge: Judge, card: CardFields, path: string): void {
	const { type, rules, report } = judge;
	const feed = type === 'CAROUSEL_FEED';
	if (!card.image) report(`${path}.image`, 'required');
	checkImage(judge, card.image, `${path}.image`);
	if (feed && (!headerOf(card) || !card.content)) report(path, 'headerContent and content are required');
	if (feed ? (card.commerce ?? card.additionalContent) : (headerOf(card) ?? card.content)) report(path, `has a field that ${type} does not know`);
	if (!feed) checkCommerce(card.commerce, `${path}.commerce`, report);
	checkText(headerOf(card), { max: 20, breaks: 0 }, `${path}.headerContent`, report);
	checkText(card.content, { max: 180, breaks: 2 }, `${path}.content`, report);
	checkText(card.additionalContent, { max: 34, breaks: 1 }, `${path}.additionalContent`, report);
	checkCoupon(card.coupon, rules, `${path}.coupon`, report);
	checkButtons(card.buttons, Boolean(card.coupon), rules, path, report);
}

function checkCarousel(judge: Judge, { head, list, tail }: CarouselFields, path: string): void {
	const { type, rules, report } = judge;
	const [min, max] = head ? [1, 5] : [2, 6];
	const cards = list ?? [];
	if (cards.length < min || cards.length > max) report(`${path}.list`, `${min} to ${max} cards`);
	if (head) {
		if (type === 'CAROUSEL_FEED') report(`${path}.head`, 'CAROUSEL_FEED has no head');
		if (!headerOf(head) || !head.content) report(`${path}.head`, 'headerContent and content are required');
		checkText(headerOf(head), { max: 20, breaks: 0 }, `${path}.head.headerContent`, report);
		checkText(head.content, { max: 50, breaks: 2 }, `${path}.head.content`, report);
		if (rules.image) checkPicture(judge, head.imageId, rules.image, `${path}.head.imageId`);
		checkLinks(head, `${path}.head`, report);
	}
	cards.forEach((card, i) => checkCard(judge, card, `${path}.list[${i}]`));
	if (tail && !tail.linkMobile) report(`${path}.tail.linkMobile`, 'required');
	if (tail) checkLinks(tail, `${path}.tail`, report);
}

/** A message that says everything itself. */
export function checkFreeForm(message: BrandMessage, type: MessageType, path: string, hasPicture: HasPicture, report: Report): void {
	const rules = LAYOUTS[type];
	const judge = { type, rules, hasPicture, report };
	if (message.templateParameters) report(`${path}.templateParameters`, 'only with templateCode');
	for (const field of FIELDS) {
		const given = message[field] !== undefined && message[field] !== null && message[field] !== '';
		if (given && !rules.fields.includes(field)) report(`${path}.${field}`, `${type} has no such field`);
		if (!given && rules.required.includes(field)) report(`${path}.${field}`, `required for ${type}`);
	}
	if (rules.content) checkText(message.content, rules.content, `${path}.content`, report);
	checkText(message.headerContent, { max: 20, breaks: 0 }, `${path}.headerContent`, report);
	checkText(message.additionalContent, { max: 34, breaks: 1 }, `${path}.additionalContent`, report);
	checkImage(judge, message.image, `${path}.image`);
	if (message.item) checkItems(judge, message.item.list ?? [], `${path}.item.list`);
	if (message.commerce) checkCommerce(message.commerce, `${path}.commerce`, report);
	if (message.carousel) checkCarousel(judge, message.carousel, `${path}.carousel`);
	else checkButtons(message.buttons, Boolean(message.coupon), rules, path, report);
	checkCoupon(message.coupon, rules, `${path}.coupon`, report);
	if (!message.video) return;
	if (!message.video.videoUrl?.startsWith(VIDEO_HOST)) report(`${path}.video.videoUrl`, `must start with ${VIDEO_HOST}`);
	if (message.video.thumbnailId) checkPicture(judge, message.video.thumbnailId, 'BASIC', `${path}.video.thumbnailId`);
}

/** With a template the message brings only its values; whether SENS takes buttons again, as for AlimTalk, is undocumented. */
export function checkTemplated(message: BrandMessage, path: string, report: Report): void {
	for (const field of FIELDS) {
		if (message[field] !== undefined && message[field] !== null) report(`${path}.${field}`, 'comes from the template');
	}
}
