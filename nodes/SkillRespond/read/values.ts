import type { IDataObject } from 'n8n-workflow';

import { parseExactJson } from '../../../kakao/partner/exactJson';
import { BadInput } from '../../shared/badInput';
import type { RowReader } from '../../shared/rows';

/** An object, or its JSON text, long numbers as texts; undefined for nothing. @throws BadInput for anything else */
export function jsonObject(value: unknown, field: string): IDataObject | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const read = typeof value === 'string' ? parsed(value, field) : value;
	if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as IDataObject;
	throw notObject(field, 'is no object');
}

function parsed(text: string, field: string): unknown {
	if (text.trim() === '') return {};
	try {
		return parseExactJson(text);
	} catch (error) {
		throw notObject(field, `is no valid JSON (${(error as Error).message})`);
	}
}

const notObject = (field: string, text: string) =>
	new BadInput({ field, text, cure: 'Write it like { "order": "A-100" }.' });

/** All of an object's values as texts, as Kakao wants them; nothing becomes the empty one. */
export const textValues = (values: IDataObject): Record<string, string> =>
	Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asText(value ?? '')]));

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The number in a field; undefined where it is empty. @throws BadInput for what is no number */
export function numberIn(row: RowReader, name: string, field: string): number | undefined {
	const text = row.optional(name);
	if (text === undefined) return undefined;
	const number = Number(text.replaceAll(',', ''));
	if (Number.isFinite(number)) return number;
	throw new BadInput({
		field: `${field} ${name}`,
		text: `is "${text}", which is no number`,
		cure: 'Write digits only.',
	});
}
