import { type Canvas, isDark } from './canvas';

/** How hard the symbol is to read: the four rules of ISO/IEC 18004 §7.8.3.1, summed. */
export function penalty(canvas: Canvas): number {
	const inLines = [...lines(canvas)].map((line) => runs(line) + finderLikes(line));
	return inLines.reduce((sum, each) => sum + each, 0) + blocks(canvas) + imbalance(canvas);
}

/** Every row and every column, dark as 1 and light as 0. */
function* lines(canvas: Canvas): Generator<string> {
	const all = Array.from({ length: canvas.size }, (_, at) => at);
	for (const line of all) {
		yield all.map((at) => (isDark(canvas, line, at) ? '1' : '0')).join('');
		yield all.map((at) => (isDark(canvas, at, line) ? '1' : '0')).join('');
	}
}

/** Five of a colour in line cost 3, each more 1. */
function runs(line: string): number {
	const long = line.match(/0{5,}|1{5,}/g) ?? [];
	return long.reduce((sum, run) => sum + run.length - 2, 0);
}

/** What looks like a finder beside four light modules costs 40 each time; looks overlap, hence the lookahead. */
function finderLikes(line: string): number {
	return [...line.matchAll(/(?=00001011101|10111010000)/g)].length * 40;
}

/** Each square of 2 by 2 in one colour costs 3. */
function blocks(canvas: Canvas): number {
	let found = 0;
	for (let row = 1; row < canvas.size; row++) {
		for (let column = 1; column < canvas.size; column++) {
			const colour = isDark(canvas, row, column);
			const same =
				isDark(canvas, row - 1, column) === colour &&
				isDark(canvas, row, column - 1) === colour &&
				isDark(canvas, row - 1, column - 1) === colour;
			if (same) found += 1;
		}
	}
	return found * 3;
}

/** Each full 5 % away from half dark costs 10. */
function imbalance({ dark }: Canvas): number {
	const count = dark.reduce((sum, each) => sum + each, 0);
	return Math.floor((Math.abs(count * 2 - dark.length) * 10) / dark.length) * 10;
}
