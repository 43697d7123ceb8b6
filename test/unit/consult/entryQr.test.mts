import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { consultLink } from '../../../kakao/consult/entry/links';
import { qrMatrix } from '../../../kakao/consult/entry/qr/matrix';
import { type Level, textBytes, versionOf } from '../../../kakao/consult/entry/qr/version';
import { valueOf } from '../support/made.mts';
import { draw, scan } from '../support/scan.mts';

/** Bytes each version holds, as printed in ISO/IEC 18004 table 7 (byte mode). */
const CAPACITY: Readonly<Record<Level, Readonly<Record<number, number>>>> = {
	L: { 1: 17, 2: 32, 3: 53, 4: 78, 5: 106, 6: 134, 7: 154, 8: 192, 9: 230, 10: 271, 15: 520, 20: 858, 40: 2953 },
	M: { 1: 14, 2: 26, 3: 42, 4: 62, 5: 84, 6: 106, 7: 122, 8: 152, 9: 180, 10: 213, 15: 412, 20: 666, 40: 2331 },
	Q: { 1: 11, 2: 20, 3: 32, 4: 46, 5: 60, 6: 74, 7: 86, 8: 108, 9: 130, 10: 151, 15: 292, 20: 482, 40: 1663 },
	H: { 1: 7, 2: 14, 3: 24, 4: 34, 5: 44, 6: 58, 7: 64, 8: 84, 9: 98, 10: 119, 15: 220, 20: 382, 40: 1273 },
};
const LEVELS = ['L', 'M', 'Q', 'H'] as const;

const cases = LEVELS.flatMap((level) =>
	Object.entries(CAPACITY[level]).map(([version, bytes]) => [level, Number(version), bytes] as const),
);

describe('a code is no larger than it must be, and full to the last byte still reads', () => {
	test.each(cases)('level %s, version %i: %i bytes', (level, version, bytes) => {
		const text = Array.from({ length: bytes }, (_, at) => String.fromCharCode(33 + ((at * 7) % 90))).join('');
		const matrix = qrMatrix(text, level);
		expect(matrix).toHaveLength(17 + 4 * version);
		expect(scan(draw(matrix))).toMatchObject({ version, data: text });
		if (version < 40) expect(qrMatrix(`${text}!`, level)).toHaveLength(21 + 4 * version);
		else expect(() => qrMatrix(`${text}!`, level)).toThrow(`holds ${bytes} bytes, and the text has ${bytes + 1}`);
	});
});

test.each(Array.from({ length: 40 }, (_, at) => at + 1))('a full version %i reads at every level', (version) => {
	for (const level of LEVELS) {
		// jsqr 1.4.0 looks for an alignment pattern of version 23 at 74 (ISO/IEC 18004 annex E: 78); level L misses it.
		if (version === 23 && level === 'L') continue;
		const bytes = textBytes(versionOf(version, level));
		const text = '상담'.repeat(bytes / 6) + 'x'.repeat(bytes % 6);
		expect(scan(draw(qrMatrix(text, level), 2))).toMatchObject({ version, data: text });
	}
});

test('any text reads back, Korean and emoji too, at any level', () => {
	const text = fc.oneof(
		fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
		fc.stringMatching(/^[가-힣 ]{1,80}$/),
	);
	fc.assert(
		fc.property(text, fc.constantFrom(...LEVELS), (written, level) => {
			const { binaryData } = scan(draw(qrMatrix(written, level)));
			expect(new TextDecoder().decode(Uint8Array.from(binaryData))).toBe(written);
		}),
		{ numRuns: 60 },
	);
});

test('the printed code of a consult button opens that consult', () => {
	const link = valueOf(consultLink('@우리가게', { table: '12', from: '매장' }));
	expect(scan(draw(qrMatrix(link))).data).toBe(link);
});

test('a code at level H survives a sticker that covers what level L needs', () => {
	const text = 'https://bizmessage.kakao.com/chat/open/@myshop?extra=table_12';
	const soil = (level: Level) => {
		const matrix = qrMatrix(text, level);
		const [from, to] = [Math.floor(matrix.length * 0.4), Math.floor(matrix.length * 0.68)];
		return matrix.map((row, y) => row.map((dark, x) => (y >= from && y < to && x >= from && x < to ? !dark : dark)));
	};
	expect(scan(draw(soil('H'))).data).toBe(text);
	expect(() => scan(draw(soil('L')))).toThrow('No QR code is readable');
});
