import type { CarouselType } from '../content.mts';
import { ADDRESS, checkAction, checkButtons } from './buttons.mts';
import type { Fields, Report } from './report.mts';

/** Numbers are of third-party digests that agree (facts 7.2): the official tables were not checked. */
const BASIC_THUMBNAIL_BUTTONS = 2;

function checkImage(report: Report, owner: Fields, field: string, path: string, required: boolean): void {
	const url = report.text(owner, field, path, { required });
	if (url === null || ADDRESS.test(url)) return;
	report.error(`${path}.${field}`, 'http 또는 https 주소여야 합니다.', 'must be an http or https address.');
}

/** A picture that keeps its 1:1 shape needs its measures and leaves room for fewer buttons. */
function checkThumbnail(report: Report, card: Fields, value: unknown, path: string, cardPath: string): void {
	const thumbnail = report.fields(value, path);
	checkImage(report, thumbnail, 'imageUrl', path, true);
	if (thumbnail['fixedRatio'] !== true) return;
	for (const side of ['width', 'height']) report.wholeNumber(thumbnail, side, path, true);
	report.list(card['buttons'], `${cardPath}.buttons`, 0, BASIC_THUMBNAIL_BUTTONS);
}

function checkTextCard(report: Report, card: Fields, path: string, inCarousel: boolean): void {
	const title = report.text(card, 'title', path, { max: 50 }) ?? '';
	const description = report.text(card, 'description', path, { max: inCarousel ? 128 : 400 }) ?? '';
	if (!title && !description) report.error(path, 'title과 description 중 하나는 필수입니다.', 'needs a title or a description.');
	if ([...title, ...description].length > 400) {
		report.error(path, 'title과 description은 합쳐서 최대 400자입니다.', 'title and description: at most 400 characters together.');
	}
	checkButtons(report, card, path);
}

function checkBasicCard(report: Report, card: Fields, path: string, inCarousel: boolean): void {
	report.text(card, 'title', path, { max: 50 });
	report.text(card, 'description', path, { max: inCarousel ? 76 : 230 });
	checkThumbnail(report, card, card['thumbnail'], `${path}.thumbnail`, path);
	checkButtons(report, card, path);
}

function checkCommerceCard(report: Report, card: Fields, path: string): void {
	report.text(card, 'title', path, { max: 30 });
	report.text(card, 'description', path, { max: 40 });
	// A rate without the price that it leads to is not shown.
	report.wholeNumber(card, 'price', path, true);
	report.oneOf(card, 'currency', path, ['won']);
	const rate = report.wholeNumber(card, 'discountRate', path, false);
	report.wholeNumber(card, 'discountedPrice', path, rate !== null);
	report.wholeNumber(card, 'discount', path, false);
	for (const [index, one] of report.list(card['thumbnails'], `${path}.thumbnails`, 1, 1).entries()) {
		checkThumbnail(report, card, one, `${path}.thumbnails[${index}]`, path);
	}
	checkButtons(report, card, path, { min: 1 });
}

function checkListCard(report: Report, card: Fields, path: string, inCarousel: boolean): void {
	report.text(report.fields(card['header'], `${path}.header`), 'title', `${path}.header`, { required: true });
	for (const [index, value] of report.list(card['items'], `${path}.items`, 1, inCarousel ? 4 : 5).entries()) {
		const at = `${path}.items[${index}]`;
		const item = report.fields(value, at);
		report.text(item, 'title', at, { required: true });
		checkImage(report, item, 'imageUrl', at, false);
		if (item['action'] !== undefined) checkAction(report, item, at, ['message', 'block']);
	}
	checkButtons(report, card, path, { most: 2 });
}

function checkItemCard(report: Report, card: Fields, path: string, inCarousel: boolean): void {
	if (card['head'] !== undefined && card['profile'] !== undefined) {
		report.error(path, 'head와 profile은 함께 쓸 수 없습니다.', 'head and profile exclude each other.');
	}
	if (!Array.isArray(card['itemList'])) report.error(`${path}.itemList`, '필수 값입니다.', 'is required.');
	for (const [index, value] of report.list(card['itemList'], `${path}.itemList`, 0, inCarousel ? 5 : 10).entries()) {
		const at = `${path}.itemList[${index}]`;
		const row = report.fields(value, at);
		report.text(row, 'title', at, { max: 6, required: true });
		report.text(row, 'description', at, { required: true });
	}
	if (card['itemListAlignment'] !== undefined) report.oneOf(card, 'itemListAlignment', path, ['left', 'right']);
	if (card['thumbnail'] !== undefined) checkThumbnail(report, card, card['thumbnail'], `${path}.thumbnail`, path);
	checkButtons(report, card, path);
}

type CheckCard = (report: Report, card: Fields, path: string, inCarousel: boolean) => void;

export const CARDS: Readonly<Record<CarouselType, CheckCard>> = {
	textCard: checkTextCard, basicCard: checkBasicCard, commerceCard: checkCommerceCard, listCard: checkListCard, itemCard: checkItemCard,
};

export function checkSimpleImage(report: Report, image: Fields, path: string): void {
	checkImage(report, image, 'imageUrl', path, true);
	report.text(image, 'altText', path, { max: 50, required: true });
}
