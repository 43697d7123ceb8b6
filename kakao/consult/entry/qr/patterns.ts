import { blank, type Canvas, fix, isFixed } from './canvas';
import { alignmentLines, type Level, type Version } from './version';

/** The patterns by which a reader finds its way (ISO/IEC 18004 §6.3); the format is painted per mask. */
export function patterns({ number, size }: Version): Canvas {
	const canvas = blank(size);
	for (let at = 0; at < size; at++) {
		fix(canvas, 6, at, at % 2 === 0);
		fix(canvas, at, 6, at % 2 === 0);
	}
	for (const [row, column] of [
		[3, 3],
		[3, size - 4],
		[size - 4, 3],
	] as const)
		rings(canvas, row, column, 4);
	alignments(canvas, number);
	format(canvas, 'L', 0);
	if (number >= 7) versionBits(canvas, number);
	return canvas;
}

/** A finder with its light border (radius 4) or an alignment pattern (radius 2), around a middle. */
function rings(canvas: Canvas, row: number, column: number, radius: 2 | 4): void {
	for (let down = -radius; down <= radius; down++) {
		for (let right = -radius; right <= radius; right++) {
			const ring = Math.max(Math.abs(down), Math.abs(right));
			fix(canvas, row + down, column + right, radius === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
		}
	}
}

function alignments(canvas: Canvas, number: number): void {
	const lines = positions(number);
	const last = lines.length - 1;
	for (const [i, row] of lines.entries()) {
		for (const [j, column] of lines.entries()) {
			const onFinder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
			if (!onFinder) rings(canvas, row, column, 2);
		}
	}
}

/** Rows and columns of the alignment patterns: 6, and then evenly up to the far finder (annex E). */
function positions(number: number): number[] {
	const lines = alignmentLines(number);
	if (lines === 0) return [];
	const step = Math.floor((number * 8 + lines * 3 + 5) / (lines * 4 - 4)) * 2;
	const last = 10 + 4 * number;
	return [6, ...Array.from({ length: lines - 1 }, (_, at) => last - (lines - 2 - at) * step)];
}

/** Bits followed by the rest of their division by the generator (annexes C and D). */
function withCheck(value: number, checkBits: number, generator: number): number {
	let rest = value;
	for (let each = 0; each < checkBits; each++) rest = (rest << 1) ^ ((rest >>> (checkBits - 1)) * generator);
	return (value << checkBits) | rest;
}

const LEVEL_BITS: Readonly<Record<Level, number>> = { L: 1, M: 0, Q: 3, H: 2 };

/** Level and mask, twice, since nothing can be read without them. */
export function format(canvas: Canvas, level: Level, mask: number): void {
	const bits = withCheck((LEVEL_BITS[level] << 3) | mask, 10, 0x537) ^ 0x5412;
	const { size } = canvas;
	for (let at = 0; at < 15; at++) {
		const on = ((bits >>> at) & 1) === 1;
		// Both copies step over the timing pattern in line 6.
		const along = at < 6 ? at : at < 8 ? at + 1 : 14 - at + (at === 8 ? 1 : 0);
		if (at < 8) fix(canvas, along, 8, on);
		else fix(canvas, 8, along, on);
		if (at < 8) fix(canvas, 8, size - 1 - at, on);
		else fix(canvas, size - 15 + at, 8, on);
	}
	fix(canvas, size - 8, 8, true);
}

function versionBits(canvas: Canvas, number: number): void {
	const bits = withCheck(number, 12, 0x1f25);
	for (let at = 0; at < 18; at++) {
		const on = ((bits >>> at) & 1) === 1;
		const [across, along] = [canvas.size - 11 + (at % 3), Math.floor(at / 3)];
		fix(canvas, along, across, on);
		fix(canvas, across, along, on);
	}
}

/** Every free module in the order data takes: two columns at a time from the right, up and down in turn (§7.7.3). */
export function* freePlaces(canvas: Canvas): Generator<readonly [number, number]> {
	const { size } = canvas;
	for (let right = size - 1, upwards = true; right >= 1; right -= 2, upwards = !upwards) {
		// The timing column is no part of a pair.
		if (right === 6) right = 5;
		for (let step = 0; step < size; step++) {
			const row = upwards ? size - 1 - step : step;
			for (const column of [right, right - 1]) if (!isFixed(canvas, row, column)) yield [row, column];
		}
	}
}
