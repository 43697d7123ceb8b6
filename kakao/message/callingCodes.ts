/** ITU E.164: the calling codes of one and two digits; every other code has three. */
const SHORT_CODES = new Set(
	'1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
		' ',
	),
);
/** First digits under which three-digit codes are assigned. */
const LONG_CODE = /^(?:2[1-69]|3[578]|42|5[09]|6[7-9]|8[0578]|9[679])\d/;

/** The calling code that an international number (digits only, no `+`) begins with; undefined when there is none. */
export function callingCodeOf(digits: string): string | undefined {
	for (const length of [1, 2]) {
		const code = digits.slice(0, length);
		if (SHORT_CODES.has(code)) return code;
	}
	return LONG_CODE.test(digits) ? digits.slice(0, 3) : undefined;
}
