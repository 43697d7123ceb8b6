import type { Card, Profile, Thumbnail } from '../../../kakao/chatbot';
import { BadInput, flagOf } from '../../shared/badInput';
import { compact } from '../../shared/buttonRows';
import { RowReader, rowsOf, type Row } from '../../shared/rows';
import { buttonsOf } from './buttons';
import { listItemOf } from './listItem';
import { numberIn } from './values';

/** What a row says, whatever its type; a card takes what belongs to it. */
function fieldsOf(row: RowReader, field: string) {
	const [imageTitle, summaryTitle] = [row.optional('imageTitle'), row.optional('summaryTitle')];
	const [imageSubtitle, summary] = [row.optional('imageSubtitle'), row.text('summary')];
	return {
		header: row.text('header'),
		words: compact({ title: row.optional('title'), description: row.optional('description') }),
		thumbnail: thumbnailOf(row, field),
		price: numberIn(row, 'price', field),
		discounts: compact({
			discount: numberIn(row, 'discount', field),
			discountRate: numberIn(row, 'discountRate', field),
			discountedPrice: numberIn(row, 'discountedPrice', field),
		}),
		items: rowsOf(row.value('items'), 'item', `${field} items`).map((item, at) =>
			listItemOf(item, `${field} item ${at + 1}`),
		),
		lines: rowsOf(row.value('lines'), 'line', `${field} lines`).map((line, at) =>
			lineOf(line, `${field} line ${at + 1}`),
		),
		receipt: compact({
			head: row.optional('head'),
			imageTitle: imageTitle ? compact({ title: imageTitle, description: imageSubtitle }) : undefined,
			itemAlignment: row.optional('alignment') as 'left' | 'right' | undefined,
			summary: summaryTitle ? { title: summaryTitle, description: summary } : undefined,
		}),
		profile: profileOf(row),
		buttons: layoutOf(row, field),
	};
}

type Fields = ReturnType<typeof fieldsOf>;

const CARDS: Readonly<Record<Card['type'], (fields: Fields, field: string) => Card>> = {
	textCard: ({ words, buttons }) => ({ type: 'textCard', ...words, ...buttons }),
	basicCard: ({ words, thumbnail, buttons }) => ({ type: 'basicCard', ...words, thumbnail, ...buttons }),
	commerceCard: ({ words, price, discounts, thumbnail, profile, buttons }, field) => {
		if (price === undefined)
			throw new BadInput({ field: `${field} price`, text: 'is empty', cure: 'Fill it in, in won.' });
		return compact({ type: 'commerceCard', ...words, price, ...discounts, thumbnail, profile, ...buttons });
	},
	listCard: ({ header, items, buttons }) => ({ type: 'listCard', header, items, ...buttons }),
	itemCard: ({ words, thumbnail, lines, receipt, profile, buttons }) =>
		compact({
			type: 'itemCard',
			...words,
			...receipt,
			thumbnail: thumbnail.imageUrl === '' ? undefined : thumbnail,
			profile,
			items: lines,
			...buttons,
		}),
};

/**
 * @param others types that would have been right as well, where more than cards may stand
 * @throws BadInput for a type that is no card
 */
export function cardOf(row: RowReader, type: string, field: string, others: readonly string[] = []): Card {
	const make = CARDS[type as Card['type']];
	if (!make || !Object.hasOwn(CARDS, type)) {
		const cure = `Use one of ${[...others, ...Object.keys(CARDS)].join(', ')}.`;
		throw new BadInput({ field: `${field} type`, text: `is "${type}"`, cure });
	}
	const card = make(fieldsOf(row, field), field);
	row.done();
	return card;
}

/** @throws BadInput for a row with a field that it does not know */
export const cardsOf = (value: unknown, field: string): Card[] =>
	rowsOf(value, 'card', field).map((given: Row, at) => {
		const row = new RowReader(given, `${field} ${at + 1}`);
		return cardOf(row, row.optional('type') ?? 'basicCard', `${field} ${at + 1}`);
	});

function thumbnailOf(row: RowReader, field: string): Thumbnail {
	const fixedRatio = flagOf(row.value('keepRatio'), `${field} image is square`);
	const [width, height] = [numberIn(row, 'imageWidth', field), numberIn(row, 'imageHeight', field)];
	return compact({
		imageUrl: row.text('image'),
		altText: row.optional('altText'),
		link: row.optional('imageLink'),
		...(fixedRatio && { fixedRatio, width, height }),
	});
}

function profileOf(row: RowReader): Profile | undefined {
	const [nickname, imageUrl] = [row.optional('nickname'), row.optional('profileImage')];
	return nickname === undefined ? undefined : compact({ nickname, imageUrl });
}

function layoutOf(row: RowReader, field: string) {
	const buttons = buttonsOf(row.value('buttons'), `${field} buttons`);
	const buttonLayout = row.optional('buttonLayout') as 'vertical' | 'horizontal' | undefined;
	return buttons.length > 0 ? compact({ buttons, buttonLayout }) : {};
}

function lineOf(given: Row, field: string): { title: string; description: string } {
	const row = new RowReader(given, field);
	const line = { title: row.text('title'), description: row.text('description') };
	row.done();
	return line;
}
