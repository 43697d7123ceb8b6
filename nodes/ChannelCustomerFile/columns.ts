import type { Column, ColumnType } from '../../kakao/channel';
import { PRESET_COLUMNS } from '../../kakao/channel';
import { BadInput } from '../shared/badInput';
import { RowReader, rowsOf, type Row } from '../shared/rows';
import { OWN } from './fields/columnRows';

const PRESETS: ReadonlySet<string> = new Set(PRESET_COLUMNS.map(({ name }) => name));

/** @throws BadInput for a row that cannot be read */
export const columnsOf = (value: unknown, field = 'Columns'): Column[] =>
	rowsOf(value, 'column', field).map((row, at) => columnOf(row, `${field} ${at + 1}`));

function columnOf(given: Row, field: string): Column {
	const row = new RowReader(given, field);
	const preset = row.optional('preset') ?? OWN;
	const own = row.text('name');
	const type = row.optional('type');
	row.done();
	if (preset !== OWN) return { name: preset, type: 'string' };
	return { name: own, type: typeOf(type, field) ?? usualType(own) };
}

/** Kakao is reported to take texts in its own columns only (facts kakao-developers §2.1). */
export const usualType = (name: string): ColumnType => (PRESETS.has(name) ? 'string' : 'number');

function typeOf(type: string | undefined, field: string): ColumnType | undefined {
	if (type === undefined || type === 'string' || type === 'number') return type;
	throw new BadInput({ field, text: `has the type "${type}"`, cure: 'Write "string" or "number".' });
}
