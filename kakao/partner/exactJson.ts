/** Texts and numbers of a JSON document; a text is passed over whole, whatever digits it holds. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** More digits than a JavaScript number keeps (2^53 has 16). */
const LONG = /^-?\d{16,}$/;

/**
 * JSON with its long integers kept: the last digits of a serial number such as 2914978254845711401 would change. Integers
 * of 16 digits and more become texts.
 * @throws SyntaxError for what is no JSON
 */
export const parseExactJson = (source: string): unknown =>
	JSON.parse(source.replace(TOKEN, (token) => (LONG.test(token) ? `"${token}"` : token))) as unknown;
