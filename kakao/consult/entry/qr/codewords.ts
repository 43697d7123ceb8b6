import { errorCorrection } from './galois';
import { lengthBits, type Version } from './version';

const BYTE_MODE = 0b0100;
const PADDING = [0xec, 0x11] as const;

/**
 * The bytes of the symbol in reading order (ISO/IEC 18004 §7.4-7.6). The text goes in without an ECI mark: readers take
 * UTF-8 for granted today, and some stumble over the mark.
 */
export function codewords(text: Uint8Array, version: Version): Uint8Array {
	const blocks = split(dataBytes(text, version), version);
	const corrections = blocks.map((block) => errorCorrection(block, version.correctionBytesPerBlock));
	return Uint8Array.from([...interleave(blocks), ...interleave(corrections)]);
}

function dataBytes(text: Uint8Array, { number, dataBytes: wanted }: Version): Uint8Array {
	const bits = BYTE_MODE.toString(2).padStart(4, '0') + text.length.toString(2).padStart(lengthBits(number), '0');
	const all = bits + Array.from(text, (byte) => byte.toString(2).padStart(8, '0')).join('');
	// The terminator and the rest of its byte are noughts; a full symbol may have room for fewer than four.
	const padded = all.padEnd(Math.min(Math.ceil((all.length + 4) / 8), wanted) * 8, '0');
	const filled = padded.length / 8;
	return Uint8Array.from({ length: wanted }, (_, at) =>
		at < filled ? parseInt(padded.slice(at * 8, at * 8 + 8), 2) : (PADDING[(at - filled) % 2] ?? 0),
	);
}

/** The last blocks are one byte longer where the bytes do not divide evenly. */
function split(data: Uint8Array, { blocks }: Version): Uint8Array[] {
	const short = Math.floor(data.length / blocks);
	const shortBlocks = blocks - (data.length % blocks);
	return Array.from({ length: blocks }, (_, at) => {
		const from = at * short + Math.max(0, at - shortBlocks);
		return data.subarray(from, from + short + (at < shortBlocks ? 0 : 1));
	});
}

/** The first byte of every block, then the second of every one: a scratch harms many blocks a little. */
function interleave(blocks: readonly Uint8Array[]): number[] {
	const longest = Math.max(...blocks.map((block) => block.length));
	return Array.from({ length: longest }, (_, at) => blocks.flatMap((block) => block[at] ?? [])).flat();
}
