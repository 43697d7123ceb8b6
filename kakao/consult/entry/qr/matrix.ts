import { type Canvas, isDark, setDark } from './canvas';
import { codewords } from './codewords';
import { bestMasked } from './mask';
import { freePlaces, patterns } from './patterns';
import { type Level, smallestVersion } from './version';

/**
 * A QR code (ISO/IEC 18004, byte mode, UTF-8) in the smallest version that holds the text: rows of modules, true is dark,
 * without the quiet zone.
 * @throws {RangeError} a sentence for the user, when the text is too long for any version
 */
export function qrMatrix(text: string, level: Level = 'M'): boolean[][] {
	const bytes = new TextEncoder().encode(text);
	const version = smallestVersion(bytes.length, level);
	const canvas = patterns(version);
	place(canvas, codewords(bytes, version));
	const symbol = bestMasked(canvas, level);
	const line = Array.from({ length: symbol.size }, (_, at) => at);
	return line.map((row) => line.map((column) => isDark(symbol, row, column)));
}

/** Modules left over after the last byte stay light. */
function place(canvas: Canvas, bytes: Uint8Array): void {
	let bit = 0;
	for (const [row, column] of freePlaces(canvas)) {
		const byte = bytes[bit >>> 3] ?? 0;
		setDark(canvas, row, column, ((byte >>> (7 - (bit & 7))) & 1) === 1);
		bit += 1;
	}
}
