/**
 * Text messages are counted in EUC-KR bytes: ASCII 1, everything else the code page knows 2.
 * SMS holds 90, LMS and MMS 2,000, a title 40 (SOLAPI status codes 1014 and 1031, NHN and SENS guides).
 */
export const SMS_BYTES = 90;
export const LMS_BYTES = 2000;
export const TITLE_BYTES = 40;

let known: Set<string> | undefined;

const LEADS = [0xa1, 0xfe] as const;
/** The runtime's decoder knows KS X 1001 as of 1987; the euro and registered signs came later. */
const ADDED_IN_1998 = ['\u20ac', '\u00ae'];
const SYLLABLES = [0xac00, 0xd7a3] as const;

/**
 * Every two-byte character that Korean carriers take: those of KS X 1001, read from the runtime's own decoder, and all
 * 11,172 syllables, which code page 949 adds to the 2,350 of the old standard.
 */
function twoByteCharacters(): Set<string> {
	if (known) return known;
	const [first, last] = LEADS;
	const bytes: number[] = [];
	for (let lead: number = first; lead <= last; lead++) {
		for (let trail: number = first; trail <= last; trail++) bytes.push(lead, trail, 0x0a);
	}
	const lines = new TextDecoder('euc-kr').decode(Uint8Array.from(bytes)).split('\n');
	known = new Set(lines.filter((line) => line.length === 1 && line !== '\ufffd' && line.charCodeAt(0) > 0x7f));
	for (let code: number = SYLLABLES[0]; code <= SYLLABLES[1]; code++) known.add(String.fromCharCode(code));
	for (const character of ADDED_IN_1998) known.add(character);
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
