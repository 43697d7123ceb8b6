import type { Content, Highlight, ListItem } from '../message/template';
import { compact, list, object, text, type JsonObject } from '../partner/json';

/** Parts of a template's content that every dealer writes the same way, whatever it calls them. */

const listItem = (row: JsonObject): ListItem => ({
	title: text(row.title) ?? '',
	description: text(row.description) ?? '',
});

/** `{ list: [{ title, description }], summary: { title, description } }`; absent where the template has no item list. */
export function itemList(value: unknown): Pick<Content, 'items' | 'summary'> {
	const { list: rows, summary } = object(value);
	const items = list(rows).map(listItem);
	const total = object(summary);
	return {
		items: items.length > 0 ? items : undefined,
		summary: text(total.title) === undefined ? undefined : listItem(total),
	};
}

/** `{ title, description }` and perhaps a thumbnail, whose field is named differently. */
export function highlight(value: unknown, imageField?: string): Highlight | undefined {
	const row = object(value);
	if (text(row.title) === undefined) return undefined;
	return compact({ ...listItem(row), imageUrl: imageField === undefined ? undefined : text(row[imageField]) });
}
