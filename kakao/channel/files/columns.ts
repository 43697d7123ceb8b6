import { countProblem, problem } from '../../message/brand/problems';
import type { Problem } from '../../message/limits';
import { comparableName } from '../../message/variables';
import { object, text } from '../../partner/json';

/** A column of a customer file. The schema cannot be changed once the file is made (facts kakao-developers §2). */
export interface Column {
	name: string;
	type: ColumnType;
}
export type ColumnType = 'string' | 'number';

/** Facts kakao-developers §2, §2.1. The first counts files uploaded by hand too. */
export const FILE_LIMITS = { filesPerChannel: 30, columns: 30, usersPerCall: 2_000 } as const;

/**
 * The columns Kakao can filter by as texts; note the blank in `최근 구매일`. Their types are unconfirmed (facts §9.2): the
 * only upload known to have worked declared all ten as texts.
 */
export const PRESET_COLUMNS: readonly Column[] = [
	'생년월일',
	'국가',
	'지역',
	'성별',
	'연령',
	'구매금액',
	'포인트',
	'가입일',
	'최근 구매일',
	'응모일',
].map((name) => ({ name, type: 'string' }));

/** Names are found again however a table writes them: `최근구매일`, separated letters of a Mac, `#{name}`. */
export const plainName = (name: string): string => comparableName(name).replace(/\s+/g, '');

const PRESETS = new Map(PRESET_COLUMNS.map((column) => [plainName(column.name), column]));

/**
 * What Kakao would refuse about a new file, or take and then not use.
 * @param lenient lets types pass that are reported not to work: text in a column of one's own, a number in a preset
 */
export function fileProblems(fileName: string, columns: readonly Column[], lenient = false): Problem[] {
	const names = columns.map(({ name }) => plainName(name));
	return [
		...(fileName.trim() === '' ? [problem('File Name', 'is empty', 'Give the file a name.')] : []),
		...countProblem('columns', columns.length, { min: 1, max: FILE_LIMITS.columns }),
		...columns.flatMap((column, at) => {
			const field = `column ${at + 1}`;
			if (column.name.trim() === '') return [problem(`${field} name`, 'is empty', 'Give the column a name.')];
			const twice = names.indexOf(plainName(column.name)) < at;
			return [
				...(twice ? [problem(field, `"${column.name}" is there twice`, 'Take one of them out.')] : []),
				...(lenient ? [] : typeProblems(field, column)),
			];
		}),
	];
}

function typeProblems(field: string, { name, type }: Column): Problem[] {
	const preset = PRESETS.get(plainName(name));
	if (preset === undefined) {
		if (type === 'number') return [];
		return [
			problem(
				field,
				`"${name}" is a text column of your own, which Kakao cannot filter by`,
				'Make it a number, or take one of the ten preset columns; only those may be texts.',
			),
		];
	}
	if (preset.name !== name)
		return [problem(field, `"${name}" is almost a preset column`, `Write it "${preset.name}".`)];
	if (preset.type === type) return [];
	return [problem(field, `"${name}" is a preset column and a text at Kakao`, 'Make it a text.')];
}

/** The schema as Kakao takes it. */
export const toSchema = (columns: readonly Column[]): Record<string, ColumnType> =>
	Object.fromEntries(columns.map(({ name, type }) => [name.normalize('NFC').trim(), type]));

/** A listed file's schema: a text of JSON or the thing itself; null where it tells no column (facts §2.2, U). */
export function readSchema(value: unknown): Column[] | null {
	const columns = Object.entries(object(typeof value === 'string' ? parsed(value) : value)).flatMap(
		([name, type]): Column[] => {
			const word = text(type)?.toLowerCase();
			return word === 'string' || word === 'number' ? [{ name, type: word }] : [];
		},
	);
	return columns.length === 0 ? null : columns;
}

function parsed(source: string): unknown {
	try {
		return JSON.parse(source);
	} catch {
		// Then it tells no column.
		return null;
	}
}
