import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { BRAND_KINDS, type BrandContent, type BrandKind } from '../../../kakao/message/brand/content';
import { BadInput, textOf } from '../../shared/badInput';
import { buttonsOf } from '../../shared/buttonRows';
import type { Column } from '../../shared/columns';
import { Parameters } from '../../shared/parameters';
import { partOf, RowReader } from '../../shared/rows';
import { cardsOf, commerceOf, couponOf, introOf, itemsOf, moreOf, videoOf, type NamePicture } from './parts';

/** Stored parameters that make a free-form message. */
const FIELDS = {
	kind: 'Kind',
	text: 'Text',
	header: 'Header',
	imageFrom: 'Image From',
	image: 'Image',
	imageLink: 'Image Link',
	product: 'Product',
	video: 'Video',
	intro: 'Intro',
	seeMore: 'See More',
	coupon: 'Coupon',
} as const;

const ROWS = {
	buttons: 'Buttons',
	listItems: 'List Items',
	feedCards: 'Cards',
	productCards: 'Product Cards',
} as const;

type Reader = Readonly<Record<keyof typeof FIELDS | keyof typeof ROWS, Column>>;

/** Gives the free-form content of an item; the same object for all items where nothing in it differs. */
export function contentReader(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	namePicture: (itemIndex: number) => NamePicture,
): (itemIndex: number) => BrandContent {
	const parameters = new Parameters(context, items);
	const fromArray = (name: keyof typeof ROWS) => parameters.column(`${name}From`, '')(0) === 'array';
	const rows = Object.entries(ROWS) as [keyof typeof ROWS, string][];
	const paths = rows.map(([name]) => (fromArray(name) ? `${name}Array` : name));
	const read = Object.fromEntries([
		...Object.entries(FIELDS).map(([name, field]) => [name, parameters.tree(name, field)]),
		...rows.map(([name, field], at) => {
			const column = parameters.tree(paths[at]!, field);
			return [name, fromArray(name) ? arrayOf(column, field) : column];
		}),
	]) as Reader;
	const varies = parameters.varies(...Object.keys(FIELDS), ...paths);
	const known = new Map<string, BrandContent>();
	let files: [string, string, string][] | undefined;
	return (itemIndex) => {
		if (varies) return contentOf(read, itemIndex, namePicture(itemIndex));
		// Without expressions only files can differ from item to item, and those tell by their names.
		const fileNames = files?.map((file) => namePicture(itemIndex)(...file)).join('\n');
		const same = fileNames === undefined ? undefined : known.get(fileNames);
		if (same) return same;
		const used: [string, string, string][] = [];
		const content = contentOf(read, itemIndex, (...picture) => {
			if (picture[0] === 'binary') used.push(picture);
			return namePicture(itemIndex)(...picture);
		});
		files = used;
		known.set(used.map((file) => namePicture(itemIndex)(...file)).join('\n'), content);
		return content;
	};
}

/** An array that its expression does not give must not mean "none": a misspelt column would drop every button. */
const arrayOf =
	(column: Column, field: string): Column =>
	(at) => {
		const value = column(at);
		if (value !== undefined) return value;
		throw new BadInput({
			field: `${field} (Array)`,
			text: 'is missing for this item: its expression gives nothing',
			cure: 'Correct the expression, or give an empty list where there are none.',
		});
	};

function contentOf(read: Reader, at: number, namePicture: NamePicture): BrandContent {
	const kind = read.kind(at) as BrandKind;
	if (!BRAND_KINDS.includes(kind))
		throw new BadInput({ field: 'Kind', text: `is "${String(kind)}"`, cure: 'Choose a kind from the list.' });
	const text = (name: 'text' | 'header' | 'image' | 'imageFrom' | 'imageLink') => textOf(read[name](at), FIELDS[name]);
	const common = { kind, buttons: buttonsOf(read.buttons(at)), coupon: couponOf(read.coupon(at)) };
	const image = () => text('image').trim() && namePicture(text('imageFrom') || 'url', text('image').trim(), 'Image');
	const link = text('imageLink').trim();
	const imageLink = link === '' ? {} : { imageLink: link };
	switch (kind) {
		case 'TEXT':
			return { ...common, text: text('text') };
		case 'IMAGE':
		case 'WIDE':
			return { ...common, text: text('text'), image: image(), ...imageLink };
		case 'WIDE_ITEM_LIST':
			return { ...common, header: text('header'), items: itemsOf(read.listItems(at), namePicture) };
		case 'COMMERCE':
			return { ...common, ...commerceOf(productRow(read, at)), image: image(), ...imageLink };
		case 'PREMIUM_VIDEO':
			return {
				...common,
				video: videoOf(read.video(at), namePicture),
				...(text('text') && { text: text('text') }),
				...(text('header') && { header: text('header') }),
			};
		case 'CAROUSEL_FEED':
		case 'CAROUSEL_COMMERCE':
			return { kind, buttons: [], carousel: carouselOf(read, at, kind, namePicture) };
	}
}

const productRow = (read: Reader, at: number) => new RowReader(partOf(read.product(at), 'Product') ?? {}, 'Product');

function carouselOf(
	read: Reader,
	at: number,
	kind: 'CAROUSEL_FEED' | 'CAROUSEL_COMMERCE',
	namePicture: NamePicture,
): NonNullable<BrandContent['carousel']> {
	const product = kind === 'CAROUSEL_COMMERCE';
	const intro = product ? introOf(read.intro(at), namePicture) : undefined;
	const more = moreOf(read.seeMore(at));
	return {
		...(intro && { intro }),
		cards: cardsOf(product ? read.productCards(at) : read.feedCards(at), product, namePicture),
		...(more && { more }),
	};
}
