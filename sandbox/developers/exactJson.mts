import { parseJson } from '../dealers/shape.mts';

const MARK = '\u0000';
const MARKED = /"\\u0000(-?\d+)\\u0000"/g;

/** JSON in which bigints are bare numbers with all their digits, as Kakao writes user IDs. */
export function exactJson(value: unknown): string {
	const text = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? `${MARK}${inner}${MARK}` : inner));
	return text.replace(MARKED, '$1');
}

/** A string as a whole, or a number: digits inside strings are left alone. */
const TOKEN = /"(?:\\.|[^"\\])*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Reads JSON without losing digits: whole numbers of 16 digits and more come as strings. Undefined when it is no JSON. */
export function parseExactJson(text: string): unknown {
	return parseJson(text.replace(TOKEN, (token) => (/^-?\d{16,}$/.test(token) ? `"${token}"` : token)));
}
