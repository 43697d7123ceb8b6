/** Personal data and secrets as they may stand in errors and logs. */

/** `010****5678`: enough to find the row, too little to leak the number. */
export function maskPhone(number: string): string {
	return number.length <= 7 ? '*'.repeat(number.length) : `${number.slice(0, 3)}****${number.slice(-4)}`;
}

const NUMBER_IN_TEXT = /(?<!\d)(?:\+?82[-. ]?0?|0)1\d[-. ]?\d{3,4}[-. ]?\d{4}(?!\d)/g;

/** Masks every Korean mobile number inside a text, say a dealer's own error message. */
export function maskPhonesIn(text: string): string {
	return text.replace(NUMBER_IN_TEXT, (number) => maskPhone(number.replace(/[-. ]/g, '')));
}
