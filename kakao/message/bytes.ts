/**
 * Text messages are counted in EUC-KR bytes: ASCII 1, everything else the code page knows 2.
 * SMS holds 90, LMS and MMS 2,000, a title 40 (SOLAPI status codes 1014 and 1031, NHN and SENS guides).
 */
export const SMS_BYTES = 90;
export const LMS_BYTES = 2000;
export const TITLE_BYTES = 40;

let known: Set<string> | undefined;

/**
 * Every two-byte character of the code page, read from the decoder itself. WHATWG's "euc-kr" is the superset
 * (CP949) that Korean carriers accept, with all 11,172 syllables.
 */
function twoByteCharacters(): Set<string> {
	if (known) return known;
	const pairs = new Uint8Array((0xfe - 0x81 + 1) * (0xfe - 0x41 + 1) * 3);
	let at = 0;
	for (let lead = 0x81; lead <= 0xfe; lead++) {
		for (let trail = 0x41; trail <= 0xfe; trail++) {
			pairs[at++] = lead;
			pairs[at++] = trail;
			pairs[at++] = 0x0a;
		}
	}
	const lines = new TextDecoder('euc-kr').decode(pairs).split('\n');
	known = new Set(lines.filter((line) => line.length === 1 && line !== '\ufffd' && line.charCodeAt(0) > 0x7f));
	return known;
}

/** Length of a text message in EUC-KR bytes; characters the code page lacks are counted 2. */
export function eucKrBytes(text: string): number {
	let bytes = 0;
	for (const character of text) bytes += character.charCodeAt(0) <= 0x7f ? 1 : 2;
	return bytes;
}

/** The characters of a text that no SMS or LMS can carry (most emoji), each once. */
export function unsendableCharacters(text: string): string[] {
	const table = twoByteCharacters();
	const found = new Set<string>();
	for (const character of text) {
		if (character.charCodeAt(0) > 0x7f && !table.has(character)) found.add(character);
	}
	return [...found];
}
