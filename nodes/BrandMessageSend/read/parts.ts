import { COUPON_KINDS, couponTitle, type CouponKind } from '../../../kakao/message/brand/coupon';
import type { Card, Commerce, Coupon, Intro, Links, WideItem } from '../../../kakao/message/brand/content';
import { BadInput } from '../../shared/badInput';
import { buttonsOf, compact, linksOf } from '../../shared/buttonRows';
import { partOf, RowReader, rowsOf } from '../../shared/rows';

/** Names a picture of the item at hand: see PictureStore. */
export type NamePicture = (from: string, image: string, field: string) => string;

function pictureOf(row: RowReader, namePicture: NamePicture, field: string): string {
	const from = row.optional('imageFrom') ?? 'url';
	const image = row.text('image');
	return image === '' ? '' : namePicture(from, image, field);
}

/** The coupon, with its title made from kind and amount or name. */
export function couponOf(value: unknown, field = 'Coupon'): Coupon | undefined {
	const part = partOf(value, field);
	if (!part) return undefined;
	const row = new RowReader(part, field);
	const kind = row.optional('kind') ?? 'percent';
	if (!COUPON_KINDS.includes(kind as CouponKind))
		throw new BadInput({
			field: `${field} kind`,
			text: `is "${kind}"`,
			cure: `Use one of ${COUPON_KINDS.join(', ')}.`,
		});
	const title = couponTitle(kind as CouponKind, { amount: row.text('amount'), name: row.text('name') });
	const coupon: Coupon = { title, description: row.text('description'), ...linksOf(row) };
	row.done();
	return coupon;
}

/** Product and prices. Where a discount is chosen only its fields count: the form keeps what was typed in the others. */
export function commerceOf(row: RowReader): { commerce: Commerce; additional: string | undefined } {
	const discountPrice = row.optional('discountPrice');
	const discountRate = row.optional('discountRate');
	const discountFixed = row.optional('discountFixed');
	// Rows of an array need not name the discount: all that they give counts, and what does not go together is told.
	const discount = row.optional('discount');
	const counts = (...kinds: string[]) => discount === undefined || kinds.includes(discount);
	return {
		commerce: compact({
			title: row.text('title'),
			regularPrice: row.text('regularPrice'),
			discountPrice: counts('rate', 'amount') ? discountPrice : undefined,
			discountRate: counts('rate') ? discountRate : undefined,
			discountFixed: counts('amount') ? discountFixed : undefined,
		}),
		additional: row.optional('additional'),
	};
}

export const itemsOf = (value: unknown, namePicture: NamePicture): WideItem[] =>
	rowsOf(value, 'item', 'List Items').map((given, at) => {
		const field = `List Items ${at + 1}`;
		const row = new RowReader(given, field);
		const item = compact({
			title: row.optional('title'),
			image: pictureOf(row, namePicture, `${field} image`),
			...linksOf(row),
		});
		row.done();
		return item;
	});

/** Cards of a feed (header and text) or of products (title and prices). */
export const cardsOf = (value: unknown, product: boolean, namePicture: NamePicture): Card[] =>
	rowsOf(value, 'card', 'Cards').map((given, at) => {
		const field = `Cards ${at + 1}`;
		const row = new RowReader(given, field);
		const says = product ? commerceOf(row) : { header: row.text('header'), text: row.text('text') };
		const card: Card = compact({
			...says,
			image: pictureOf(row, namePicture, `${field} image`),
			imageLink: row.optional('imageLink'),
			buttons: buttonsOf(row.value('buttons'), `${field} buttons`),
			coupon: couponOf(row.value('coupon'), `${field} coupon`),
		});
		row.done();
		return card;
	});

export function introOf(value: unknown, namePicture: NamePicture): Intro | undefined {
	const part = partOf(value, 'Intro');
	if (!part) return undefined;
	const row = new RowReader(part, 'Intro');
	const intro = {
		header: row.text('header'),
		text: row.text('text'),
		image: pictureOf(row, namePicture, 'Intro image'),
		...linksOf(row),
	};
	row.done();
	return intro;
}

export function moreOf(value: unknown): Links | undefined {
	const part = partOf(value, 'See More');
	if (!part) return undefined;
	const row = new RowReader(part, 'See More');
	const links = linksOf(row);
	row.done();
	return links;
}

export function videoOf(value: unknown, namePicture: NamePicture): { url: string; thumbnail?: string } {
	const row = new RowReader(partOf(value, 'Video') ?? {}, 'Video');
	const thumbnail = pictureOf(row, namePicture, 'Video image');
	const url = row.text('url');
	row.done();
	return { url, ...(thumbnail && { thumbnail }) };
}
