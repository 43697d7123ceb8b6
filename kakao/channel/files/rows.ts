import { readAppUserId } from '../../message/appUserId';
import { problem } from '../../message/brand/problems';
import { kstFormat, parseInstant } from '../../message/kst';
import type { Problem } from '../../message/limits';
import type { Made } from '../../message/made';
import { normalisePhone } from '../../message/phone';
import { plainName, type Column } from './columns';

/** `app`: service user ID (회원번호). `phone`: the number registered in KakaoTalk. */
export type UserType = 'app' | 'phone';

/** A user on the way into a customer file. */
export interface CustomerRow {
	id: string;
	/** Values by column; columns without a value are left out. */
	field: Readonly<Record<string, string | number>>;
}

/** Who is meant, as Kakao's customer files want it. */
export function readCustomerId(value: unknown, userType: UserType): Made<string> {
	if (userType === 'app') {
		const read = readAppUserId(value);
		return 'id' in read ? { value: read.id } : { problems: [problem('User ID', read.why, read.cure)] };
	}
	const read = normalisePhone(value);
	if (!('recipient' in read)) return { problems: [problem('Phone Number', read.why, read.cure)] };
	const { country, national } = read.recipient;
	// Country code and digits without plus: the form of the upload that is known to have worked (facts §2.3).
	return { value: country + (country === '82' ? national.slice(1) : national) };
}

/** One user with the values of a table's row; columns are found by name, others of the row are ignored. */
export function readCustomer(
	id: unknown,
	values: Readonly<Record<string, unknown>>,
	userType: UserType,
	columns: readonly Column[],
): Made<CustomerRow> {
	const who = readCustomerId(id, userType);
	const problems: Problem[] = 'problems' in who ? [...who.problems] : [];
	const byName = new Map(Object.entries(values).map(([name, value]) => [plainName(name), value]));
	const field: [string, string | number][] = [];
	for (const { name, type } of columns) {
		const value = Object.hasOwn(values, name) ? values[name] : byName.get(plainName(name));
		if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) continue;
		const read = type === 'number' ? numberOf(value) : textOf(name, value);
		if (typeof read === 'object') problems.push({ field: name, ...read });
		else field.push([name, read]);
	}
	if (problems.length > 0 || !('value' in who)) return { problems };
	// Kakao takes a user without values and then has nothing to filter by.
	if (field.length > 0) return { value: { id: who.value, field: Object.fromEntries(field) } };
	const wanted = columns.map(({ name }) => name).join(', ');
	return {
		problems: [problem('columns', 'hold no value in this item', `Give the item fields named like ${wanted}.`)],
	};
}

type Wrong = Omit<Problem, 'field'>;

function numberOf(value: unknown): number | Wrong {
	const cure = 'Give digits only, like 12000.';
	if (typeof value !== 'number' && typeof value !== 'string') return { text: 'is not a number', cure };
	const plain = String(value).trim();
	const digits = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
	if (!/^-?\d+(?:\.\d+)?$/.test(digits)) return { text: `is "${plain}", which is not a number`, cure };
	if (Math.abs(Number(digits)) > Number.MAX_SAFE_INTEGER)
		return { text: `is "${plain}", too large to keep all its digits`, cure: 'Use a smaller unit.' };
	return Number(digits);
}

/** Kakao's own columns that hold a date. */
const DATES: ReadonlySet<string> = new Set(['생년월일', '가입일', '최근 구매일', '응모일']);

/** Dates are written as in the uploads seen: `2000-01-01`. Tables hand them over as texts, mostly in UTC: `2026-01-01T15:00:00Z`. */
function textOf(column: string, value: unknown): string | Wrong {
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	const isDate = typeof value === 'object' || DATES.has(column);
	const instant = isDate ? parseInstant(value) : null;
	if (instant !== null) return kstFormat(instant, 'yyyy-MM-dd');
	if (typeof value === 'string') return value.trim();
	return { text: 'is not a text, number or date', cure: 'Map the column to a plain value.' };
}
