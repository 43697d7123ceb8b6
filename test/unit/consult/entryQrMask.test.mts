import { describe, expect, test } from 'vitest';

import { blank, type Canvas, setDark } from '../../../kakao/consult/entry/qr/canvas';
import { qrMatrix } from '../../../kakao/consult/entry/qr/matrix';
import { penalty } from '../../../kakao/consult/entry/qr/penalty';

const SIDE = 20;

/** A chequerboard, which no rule minds, with something written over its first row; # is dark. */
function chequerboard(from: number, written: string): Canvas {
	const canvas = blank(SIDE);
	for (let row = 0; row < SIDE; row++) {
		for (let column = 0; column < SIDE; column++) setDark(canvas, row, column, (row + column) % 2 === 0);
	}
	for (const [at, sign] of [...written].entries()) setDark(canvas, 0, from + at, sign === '#');
	return canvas;
}

describe('what cameras misread costs what the standard says', () => {
	test.each([
		['nothing', 0, '', 0],
		['four in line', 0, '####.', 0],
		['five in line', 0, '#####', 3],
		['six in line', 0, '######.', 4],
		['seven in line', 0, '#######', 5],
		['nine in line', 0, '#########', 7],
		['a finder after light', 0, '....#.###.#', 40],
		['a finder before light', 9, '#.###.#....', 40],
		['a finder between light', 1, '....#.###.#....', 80],
	])('%s', (_what, from, written, cost) => {
		expect(penalty(chequerboard(from, written))).toBe(cost);
	});

	test('one colour all over', () => {
		const [lines, squares, imbalance] = [2 * SIDE * (3 + SIDE - 5), (SIDE - 1) ** 2 * 3, 10 * 10];
		expect(penalty(blank(SIDE))).toBe(lines + squares + imbalance);
	});
});

/** The mask as the symbol itself declares it beside its upper left finder (ISO/IEC 18004 §7.9). */
const declaredMask = (matrix: boolean[][]) =>
	[2, 3, 4].reduce((bits, column) => (bits << 1) | Number(matrix[8]?.[column]), 0) ^ 0b101;

test.each([
	[0, 'https://pf.kakao.com/_x40/chat'],
	[0, 'https://pf.kakao.com/_x45/chat'],
	[1, 'https://pf.kakao.com/_x1/chat'],
	[1, 'https://pf.kakao.com/_x16/chat'],
	[2, 'https://pf.kakao.com/_x2/chat'],
	[2, 'https://pf.kakao.com/_x3/chat'],
	[3, 'https://pf.kakao.com/_x5/chat'],
	[3, 'https://pf.kakao.com/_x8/chat'],
	[4, 'https://pf.kakao.com/_x24/chat'],
	[4, 'https://pf.kakao.com/_x29/chat'],
	[5, 'https://pf.kakao.com/_x10/chat'],
	[5, 'https://pf.kakao.com/_x72/chat'],
	[6, 'https://pf.kakao.com/_x316/chat'],
	[7, 'https://pf.kakao.com/_x15/chat'],
])('mask %i, the best by another encoder (qrcode 1.5.4), is taken for %s', (mask, text) => {
	expect(declaredMask(qrMatrix(text))).toBe(mask);
});
