import { callingCodeOf } from './callingCodes';

/** A phone number as a dealer needs it: country and national part apart. */
export interface Recipient {
	/** Calling code without `+`: "82" for Korea. */
	country: string;
	/** Digits as dialled in that country; Korean numbers keep their leading 0. */
	national: string;
}

/** A number made usable, or why it cannot be, with the cure. */
export type PhoneResult = { recipient: Recipient } | { given: string; why: string; cure: string };

const KOREA = '82';
const MOBILE = /^01(?:0\d{8}|[16789]\d{7,8})$/;

/** What people put between and around digits: blanks, every kind of dash, dots, brackets, Excel's text apostrophe, "tel:". */
const DECORATION = /^(?:tel|mobile|phone|hp|휴대폰|전화)\s*[.:]\s*|[\s\p{Cf}.()'"’‘`\u2010-\u2015\u2212_-]/giu;
const SEPARATORS = /[,;\n\r\t|/、，；]+/;

/** Full-width forms made plain, decoration and a table export's ".0" taken off. */
const digitsOf = (given: string): string =>
	given
		.normalize('NFKC')
		.trim()
		.replace(/^(\+?\d+)\.0+$/, '$1')
		.replace(DECORATION, '');

/** The number as shown in results: Korean ones as dialled in Korea, others as `+1…`. */
export function formatRecipient({ country, national }: Recipient): string {
	return country === KOREA ? national : `+${country}${national}`;
}

/** Splits what stands in a "to" cell: one number, several with commas, semicolons or line breaks, or a list. */
export function splitNumbers(value: unknown): unknown[] {
	if (Array.isArray(value)) return value.length === 0 ? [''] : value.flatMap(splitNumbers);
	if (typeof value !== 'string') return [value];
	const parts = value.split(SEPARATORS).filter((part) => part.trim() !== '');
	return parts.length === 0 ? [value] : parts;
}

/**
 * Makes one number usable: full-width digits, hyphens, +82, 0082, 82 without plus, and the leading zero that Excel
 * drops. Never guesses between two readings: then it refuses with the reason.
 */
export function normalisePhone(value: unknown): PhoneResult {
	if (value === undefined) return refuse('', 'is missing: the item has no such field', 'Check the column name.');
	if (value === null || (typeof value === 'string' && value.trim() === '')) {
		return refuse('', 'is empty', 'Fill in the phone number, or filter out rows without one before this node.');
	}
	if (typeof value !== 'string' && typeof value !== 'number') {
		return refuse('', 'is not a text or number', 'Map it to the field that holds the phone number.');
	}
	const given = String(value);
	if (/^\s*\d+(?:\.\d+)?e\+?\d+\s*$/i.test(given)) {
		return refuse(
			given,
			'was shortened by a spreadsheet to scientific notation, digits are lost',
			'Format the column as text and export again.',
		);
	}
	const digits = digitsOf(given);
	if (digits.includes('{{') || digits.includes('#{')) {
		return refuse(given, 'still holds a placeholder', 'Turn the field into an expression so that n8n fills it in.');
	}
	if (!/^\+?\d+$/.test(digits))
		return refuse(
			given,
			'holds characters that are not part of a number',
			'Write it like 010-1234-5678 or +82 10-1234-5678.',
		);
	return readDigits(given, digits);
}

function readDigits(given: string, digits: string): PhoneResult {
	if (digits.startsWith('+')) return readInternational(given, digits.slice(1));
	if (digits.startsWith('0082')) return readKorean(given, digits.slice(4));
	if (digits.startsWith('00')) {
		// 001 81… is a carrier's prefix and Japan; read as 00 and a country it would be America.
		return refuse(
			given,
			'begins with 00, which can be a carrier or a country',
			'Write overseas numbers with + and the country code.',
		);
	}
	if (/^82(?:0?1[016789])\d{7,8}$/.test(digits)) return readKorean(given, digits.slice(2));
	return readKorean(given, digits);
}

function readInternational(given: string, digits: string): PhoneResult {
	if (digits.startsWith(KOREA)) return readKorean(given, digits.slice(2));
	const country = callingCodeOf(digits);
	const national = country === undefined ? '' : digits.slice(country.length);
	if (country === undefined || national.length < 4 || digits.length > 15) {
		return refuse(
			given,
			'is not a valid international number',
			'Write it as + country code and number, say +1 212 555 0100.',
		);
	}
	return { recipient: { country, national } };
}

function readKorean(given: string, digits: string): PhoneResult {
	// 1012345678: the zero that a spreadsheet drops from 010-1234-5678.
	const national = /^1[016789]\d{7,8}$/.test(digits) ? `0${digits}` : digits;
	if (MOBILE.test(national)) return { recipient: { country: KOREA, national } };
	if (/^050\d/.test(national))
		return refuse(
			given,
			'is a virtual (safety) number, which no KakaoTalk account has',
			"Use the customer's own mobile number.",
		);
	if (/^0(?:2|[3-6]\d|70)\d{6,8}$/.test(national) || /^1[568]\d{6}$/.test(national)) {
		return refuse(given, 'is a landline or service number', 'KakaoTalk reaches mobile numbers only (010…).');
	}
	if (/^01/.test(national))
		return refuse(
			given,
			`has ${national.length} digits, a Korean mobile number has 11`,
			'Check for missing or extra digits.',
		);
	return refuse(
		given,
		'is not a Korean mobile number',
		'Write it like 010-1234-5678, or with + and the country code for overseas.',
	);
}

function refuse(given: string, why: string, cure: string): PhoneResult {
	return { given, why, cure };
}

/** Mobile, landline (Seoul 9-10, elsewhere 10-11 digits), 070 and 080, or an eight-digit service number. */
const SENDER = /^(?:010\d{8}|01[16789]\d{7,8}|02\d{7,8}|0[3-6]\d{8,9}|0[78]0\d{7,8}|1[568]\d{6})$/;

/** A Korean sender number for SMS fallback, digits only; null when it is none. */
export function normaliseSenderNumber(value: unknown): string | null {
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	const digits = digitsOf(String(value)).replace(/^(?:\+|00)?82(?=0?[1-9]\d{7,9}$)0?/, '0');
	const whole = /^1[016789]\d{7,8}$/.test(digits) ? `0${digits}` : digits;
	return SENDER.test(whole) ? whole : null;
}
