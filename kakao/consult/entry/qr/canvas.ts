/** A square of modules, row by row; 1 is dark, and 1 in `fixed` is a pattern no data and no mask may touch. */
export interface Canvas {
	readonly size: number;
	readonly dark: Uint8Array;
	readonly fixed: Uint8Array;
}

export const blank = (size: number): Canvas => ({
	size,
	dark: new Uint8Array(size * size),
	fixed: new Uint8Array(size * size),
});

export const isDark = ({ size, dark }: Canvas, row: number, column: number): boolean => dark[row * size + column] === 1;

export const isFixed = ({ size, fixed }: Canvas, row: number, column: number): boolean =>
	fixed[row * size + column] === 1;

export function setDark({ size, dark }: Canvas, row: number, column: number, on: boolean): void {
	dark[row * size + column] = on ? 1 : 0;
}

/** Paints a module of a pattern; outside the symbol nothing happens, so that patterns at its edge need no care. */
export function fix(canvas: Canvas, row: number, column: number, on: boolean): void {
	const { size, fixed } = canvas;
	if (row < 0 || column < 0 || row >= size || column >= size) return;
	setDark(canvas, row, column, on);
	fixed[row * size + column] = 1;
}
