/** How much of the symbol may be lost and still be read: about 7, 15, 25 or 30 %. */
export type Level = 'L' | 'M' | 'Q' | 'H';

export interface Version {
	/** 1 (21 modules a side) to 40 (177). */
	number: number;
	/** Modules a side. */
	size: number;
	/** Bytes of text, lengths and padding. */
	dataBytes: number;
	/** Data and error correction together. */
	allBytes: number;
	blocks: number;
	correctionBytesPerBlock: number;
}

const list = (numbers: string): readonly number[] => numbers.split(' ').map(Number);

/** ISO/IEC 18004 table 9, versions 1 to 40: error correction bytes of one block. */
const CORRECTION: Readonly<Record<Level, readonly number[]>> = {
	L: list(`7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28${' 30'.repeat(14)}`),
	M: list(`10 16 26 18 24 16 18 22 22 26 30 22 22 24 24 28 28 26 26 26 26${' 28'.repeat(19)}`),
	Q: list(`13 22 18 26 18 24 18 22 20 24 28 26 24 20 30 24 28 28 26 30 28 30 30 30 30 28${' 30'.repeat(14)}`),
	H: list(`17 28 22 16 22 28 26 26 24 28 24 28 22 24 24 30 28 28 26 28 30 24${' 30'.repeat(18)}`),
};

/** The same table: number of blocks. */
const BLOCKS: Readonly<Record<Level, readonly number[]>> = {
	L: list('1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25'),
	M: list('1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16 17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 45 47 49'),
	Q: list(
		'1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20 23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 59 62 65 68',
	),
	H: list(
		'1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25 25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 70 74 77 81',
	),
};

export const HIGHEST_VERSION = 40;

/** Alignment patterns stand on a grid of this many lines. */
export const alignmentLines = (number: number): number => (number === 1 ? 0 : Math.floor(number / 7) + 2);

/** What the finders, timing, alignment, format and version patterns leave for data. */
function freeModules(number: number): number {
	const lines = alignmentLines(number);
	const plain = (16 * number + 128) * number + 64;
	const aligned = lines === 0 ? plain : plain - ((25 * lines - 10) * lines - 55);
	return number < 7 ? aligned : aligned - 36;
}

export function versionOf(number: number, level: Level): Version {
	const blocks = BLOCKS[level][number - 1] ?? 0;
	const correctionBytesPerBlock = CORRECTION[level][number - 1] ?? 0;
	const allBytes = Math.floor(freeModules(number) / 8);
	const dataBytes = allBytes - blocks * correctionBytesPerBlock;
	return { number, size: 17 + 4 * number, dataBytes, allBytes, blocks, correctionBytesPerBlock };
}

/** Bits of the length field in byte mode (table 3). */
export const lengthBits = (number: number): number => (number < 10 ? 8 : 16);

/** Bytes of text the version holds in byte mode, after 4 bits of mode and the length. */
export const textBytes = ({ number, dataBytes }: Version): number =>
	Math.floor((dataBytes * 8 - 4 - lengthBits(number)) / 8);

/**
 * The smallest version that holds the text.
 * @throws {RangeError} when even the largest does not
 */
export function smallestVersion(bytes: number, level: Level): Version {
	for (let number = 1; number <= HIGHEST_VERSION; number++) {
		const version = versionOf(number, level);
		if (bytes <= textBytes(version)) return version;
	}
	const most = textBytes(versionOf(HIGHEST_VERSION, level));
	throw new RangeError(`A QR code of level ${level} holds ${most} bytes, and the text has ${bytes}. Shorten the text.`);
}
