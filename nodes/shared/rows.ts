import type { IDataObject } from 'n8n-workflow';

import { BadInput, textOf } from './badInput';

/** One row of a form or one object of an array. */
export type Row = IDataObject;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Rows, from a form (`{ button: [ … ] }`), an array that an expression gave, or its JSON text.
 * @throws BadInput for anything else: a row that cannot be read must not be dropped.
 */
export function rowsOf(value: unknown, group: string, field: string): Row[] {
	const list = isRow(value) ? (value[group] ?? (Object.keys(value).length === 0 ? [] : value)) : parsed(value, field);
	if (list === undefined || list === null || list === '') return [];
	if (!Array.isArray(list)) throw notRows(field, 'is no list');
	const odd = list.findIndex((row) => !isRow(row));
	if (odd !== -1) throw notRows(field, `has an entry ${odd + 1} that is no object`);
	return list as Row[];
}

function parsed(value: unknown, field: string): unknown {
	if (typeof value !== 'string' || value.trim() === '') return value === '' ? undefined : value;
	try {
		return JSON.parse(value) as unknown;
	} catch (error) {
		throw notRows(field, `is no valid JSON (${(error as Error).message})`);
	}
}

const notRows = (field: string, text: string) =>
	new BadInput({ field, text, cure: 'Give an array of objects, or fill in the form instead.' });

/** The single row of a part that may be absent (`{ value: { … } }`, or the object itself). */
export function partOf(value: unknown, field: string): Row | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (!isRow(value)) throw notRows(field, 'is no object');
	const inner = 'value' in value ? value.value : value;
	if (!isRow(inner)) return undefined;
	return Object.keys(inner).length === 0 ? undefined : inner;
}

/** Reads the fields of one row and refuses those that it does not know: a misspelt name would be a dropped button. */
export class RowReader {
	private readonly unread: Set<string>;

	constructor(
		private readonly row: Row,
		private readonly field: string,
	) {
		this.unread = new Set(Object.keys(row));
	}

	/** The field's text; empty where it is not set. Lengths and emptiness are for the message's own rules. */
	text(name: string): string {
		return textOf(this.value(name), `${this.field} ${name}`).trim();
	}

	/** The same, absent instead of empty. */
	optional(name: string): string | undefined {
		const text = this.text(name);
		return text === '' ? undefined : text;
	}

	value(name: string): unknown {
		this.unread.delete(name);
		return this.row[name];
	}

	/** @throws BadInput when something was not read. */
	done(): void {
		const [unknown] = this.unread;
		if (unknown === undefined) return;
		throw new BadInput({
			field: this.field,
			text: `has a field "${unknown}", which it does not know`,
			cure: 'Use the names of the form: they are in the description of the field.',
		});
	}
}
