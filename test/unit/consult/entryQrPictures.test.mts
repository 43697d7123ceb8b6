import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';

import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';

import { qrMatrix } from '../../../kakao/consult/entry/qr/matrix';
import { qrPng } from '../../../kakao/consult/entry/qr/png';
import { qrSvg } from '../../../kakao/consult/entry/qr/svg';
import { draw, type Picture, scan } from '../support/scan.mts';

const LINK = 'https://bizmessage.kakao.com/chat/open/@myshop?extra=table_12';

function readPng(bytes: Uint8Array): Picture {
	const { width, height, data } = PNG.sync.read(Buffer.from(bytes), { checkCRC: true });
	return { width, height, data: Uint8ClampedArray.from(data) };
}

describe('the PNG is a picture every program opens', () => {
	test.each([
		[1, 4],
		[3, 4],
		[7, 5],
		[8, 4],
		// Above 65,535 bytes the stream needs more than one stored block.
		[30, 4],
	])('scale %i, quiet zone %i', (scale, quietZone) => {
		const matrix = qrMatrix(LINK, 'H');
		const picture = readPng(qrPng(matrix, { scale, quietZone }));
		const side = (matrix.length + 2 * quietZone) * scale;
		expect(picture).toMatchObject({ width: side, height: side });
		if (quietZone === 4) expect(Buffer.from(picture.data).equals(Buffer.from(draw(matrix, scale).data))).toBe(true);
		if (scale > 1) expect(scan(picture).data).toBe(LINK);
	});

	test('its stream passes the checks of zlib, whatever its length', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 10 }), (scale, quietZone) => {
				const matrix = qrMatrix('a');
				const bytes = Buffer.from(qrPng(matrix, { scale, quietZone }));
				const from = bytes.indexOf('IDAT');
				const stream = bytes.subarray(from + 4, from + 4 + bytes.readUInt32BE(from - 4));
				const side = (matrix.length + 2 * quietZone) * scale;
				expect(inflateSync(stream)).toHaveLength(side * (1 + Math.ceil(side / 8)));
				expect(readPng(bytes)).toMatchObject({ width: side, height: side });
			}),
			{ numRuns: 40 },
		);
	});

	test('and small enough for a mail', () => {
		expect(qrPng(qrMatrix(LINK)).length).toBeLessThan(15_000);
	});

	test.each([
		[{ scale: 0 }, /scale is 0/],
		[{ scale: 1.5 }, /scale is 1.5/],
		[{ scale: 101 }, /scale is 101/],
		[{ quietZone: -1 }, /quiet zone is -1/],
		[{ scale: Number.NaN }, /scale is NaN/],
	])('%j is refused', (look, why) => {
		expect(() => qrPng(qrMatrix('a'), look)).toThrow(why);
	});
});

/** Paints what the path says: bars one module high. */
function readSvg(svg: string): { side: number; matrix: boolean[][] } {
	const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
	const matrix = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
	const path = / d="([^"]*)"/.exec(svg)?.[1] ?? '';
	const bar = /M(\d+) (\d+)h(\d+)v1h-(\d+)z/g;
	expect(path.replace(bar, '')).toBe('');
	for (const [, left, top, right, back] of path.matchAll(bar)) {
		expect(right).toBe(back);
		matrix[Number(top)]?.fill(true, Number(left), Number(left) + Number(right));
	}
	return { side, matrix };
}

describe('the SVG shows the same code', () => {
	test.each(['L', 'M', 'Q', 'H'] as const)('level %s reads back', (level) => {
		const { side, matrix } = readSvg(qrSvg(qrMatrix(LINK, level)));
		expect(side).toBe(qrMatrix(LINK, level).length + 8);
		expect(scan(draw(matrix)).data).toBe(LINK);
	});

	test('in the size and colours asked for', () => {
		const svg = qrSvg(qrMatrix('a'), { module: 10, quietZone: 2, dark: '#3c1e1e', light: '#fee500' });
		expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="250" height="250" viewBox="0 0 25 25"/);
		expect(svg).toMatch(/<rect width="25" height="25" fill="#fee500"\/>.*<path [^>]*fill="#3c1e1e"\/><\/svg>$/);
	});

	test.each([
		[{ module: 0 }, /module is 0/],
		[{ quietZone: '4"/>' as unknown as number }, /quiet zone is 4"/],
	])('%j is refused', (look, why) => {
		expect(() => qrSvg(qrMatrix('a'), look)).toThrow(why);
	});

	test('a colour cannot break out of it', () => {
		const svg = qrSvg(qrMatrix('a'), { dark: '"/><script>alert(1)</script>', light: "'&" });
		expect(svg).not.toContain('<script>');
		expect(svg).toContain('fill="&quot;/&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
		expect(svg).toContain('fill="&#39;&amp;"');
	});
});
