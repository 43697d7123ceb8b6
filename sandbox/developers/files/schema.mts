import { badParameter } from '../errors.mts';

/** Of one column; lower case (facts 2.1). */
export type ColumnType = 'string' | 'number';
export type FileSchema = Readonly<Record<string, ColumnType>>;

const COLUMNS_MAX = 30;
/** 최근 구매일 has a space; without it the key is a custom one (trap 16). */
const PRESETS: ReadonlySet<string> = new Set([
	'생년월일', '국가', '지역', '성별', '연령', '구매금액', '포인트', '가입일', '최근 구매일', '응모일',
]);

/**
 * Reported by two projects that cite devtalk 127233: only the ten presets may be strings, a custom key must be a number.
 * @throws KapiError -2
 */
export function checkSchema(wish: Readonly<Record<string, string>>): FileSchema {
	const columns = Object.entries(wish);
	if (columns.length === 0 || columns.length > COLUMNS_MAX) throw badParameter(`schema: 1 to ${COLUMNS_MAX} columns`);
	return Object.fromEntries(columns.map(([key, type]): [string, ColumnType] => {
		if (type !== 'string' && type !== 'number') throw badParameter(`schema.${key}: string or number`);
		if (type === 'string' && !PRESETS.has(key)) throw badParameter(`schema.${key}: a custom key must be a number`);
		return [key, type];
	}));
}
