import { type Canvas, isDark, isFixed, setDark } from './canvas';
import { format } from './patterns';
import { penalty } from './penalty';
import type { Level } from './version';

/** Where each mask turns a module over (ISO/IEC 18004 table 10). */
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
	(row, column) => (row + column) % 2 === 0,
	(row) => row % 2 === 0,
	(_row, column) => column % 3 === 0,
	(row, column) => (row + column) % 3 === 0,
	(row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
	(row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
	(row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
	(row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** The symbol under the mask that is easiest to read; the first of several. */
export function bestMasked(canvas: Canvas, level: Level): Canvas {
	const masked = MASKS.map((turns, mask) => {
		const symbol = { ...canvas, dark: canvas.dark.slice() };
		for (let row = 0; row < symbol.size; row++) {
			for (let column = 0; column < symbol.size; column++) {
				if (!isFixed(symbol, row, column) && turns(row, column))
					setDark(symbol, row, column, !isDark(symbol, row, column));
			}
		}
		format(symbol, level, mask);
		return { symbol, penalty: penalty(symbol) };
	});
	return masked.reduce((best, each) => (each.penalty < best.penalty ? each : best)).symbol;
}
