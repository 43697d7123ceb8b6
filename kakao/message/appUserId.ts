/** The service user ID (회원번호) that Kakao gives to a user of one app: 64 bits, so it travels as a text. */
export type AppUserId = { id: string } | { why: string; cure: string };

const MOST = 9_223_372_036_854_775_807n;
const KEEP_AS_TEXT = 'Keep user IDs as texts from the database on: JavaScript numbers lose the last of their digits.';

/** Reads a user ID from an item. Never guesses at lost digits: a wrong ID is another person. */
export function readAppUserId(value: unknown): AppUserId {
	if (value === undefined || value === null || value === '')
		return { why: 'is empty', cure: 'Fill in the user ID (회원번호) that Kakao Login gave, or filter out such rows.' };
	if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'bigint')
		return { why: 'is not a text or number', cure: 'Map it to the field that holds the user ID.' };
	if (typeof value === 'number' && !Number.isSafeInteger(value))
		return { why: `is the number ${value}, of which digits are lost`, cure: KEEP_AS_TEXT };
	// A table export writes 1234.0.
	const text = String(value)
		.trim()
		.replace(/^(\d{1,15})\.0+$/, '$1');
	if (/^\d+(?:\.\d+)?e\+?\d+$/i.test(text))
		return { why: `"${text}" was shortened by a spreadsheet, digits are lost`, cure: KEEP_AS_TEXT };
	if (/^\+|^01\d{8,9}$|^\d{2,3}-\d{3,4}-\d{4}$/.test(text))
		return { why: 'is a phone number', cure: 'Kakao knows the user by the user ID (회원번호) of Kakao Login here.' };
	if (!/^[1-9]\d{0,18}$/.test(text) || BigInt(text) > MOST)
		return { why: `"${text}" is no user ID`, cure: 'It has 1 to 19 digits and nothing else, like 1234567890.' };
	return { id: text };
}
