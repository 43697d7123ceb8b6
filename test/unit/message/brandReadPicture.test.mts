import { deflateSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readPicture } from '../../../kakao/message/brand/readPicture';
import { APPLE_CHUNK, frame, jpeg, png, segment } from '../support/makeBrand.mts';

const sizeOf = (bytes: Uint8Array) => {
	const found = readPicture(bytes);
	return found && `${found.format} ${found.width}×${found.height}`;
};

/** A camera's notes, with a small picture of its own inside that must not be taken for the picture. */
const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), jpeg(160, 120)]));
const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
const tables = [segment(0xdb, Buffer.alloc(65)), segment(0xc4, Buffer.alloc(28))];

describe('the size is read from the picture itself', () => {
	test.each([
		['a PNG', png(800, 400), 'png 800×400'],
		['a tiny PNG', png(1, 1), 'png 1×1'],
		['a huge PNG', png(70_000, 3), 'png 70000×3'],
		['a JPEG', jpeg(800, 400), 'jpeg 800×400'],
		['a JPEG of many pixels', jpeg(65_535, 65_535), 'jpeg 65535×65535'],
		['with a JFIF head', jpeg(800, 400, [jfif]), 'jpeg 800×400'],
		['a camera’s, with a preview inside', jpeg(4000, 3000, [exif]), 'jpeg 4000×3000'],
		['with everything before the frame', jpeg(640, 480, [jfif, exif, ...tables]), 'jpeg 640×480'],
		['progressive', jpeg(800, 400, [jfif], 0xc2), 'jpeg 800×400'],
		['extended', jpeg(800, 400, [], 0xc1), 'jpeg 800×400'],
		['lossless', jpeg(800, 400, [], 0xc3), 'jpeg 800×400'],
		['with arithmetic coding', jpeg(800, 400, [segment(0xcc, Buffer.alloc(4))], 0xc9), 'jpeg 800×400'],
		['with a comment', jpeg(800, 400, [segment(0xfe, Buffer.from('말'))]), 'jpeg 800×400'],
		['with fill bytes', jpeg(800, 400, [Buffer.from([0xff, 0xff, 0xff])]), 'jpeg 800×400'],
		['with a lone marker', jpeg(800, 400, [Buffer.from([0xff, 0xd0]), Buffer.from([0xff, 0x01])]), 'jpeg 800×400'],
		['with an empty segment', jpeg(800, 400, [segment(0xe2, Buffer.alloc(0))]), 'jpeg 800×400'],
	])('%s', (_, bytes, size) => {
		expect(sizeOf(bytes)).toBe(size);
		expect(readPicture(bytes)?.size).toBe(bytes.length);
	});

	test('also when the bytes lie within a larger buffer, as those of n8n do', () => {
		for (const bytes of [png(800, 400), jpeg(800, 400, [exif])]) {
			const larger = Buffer.concat([Buffer.alloc(7, 0xff), bytes, Buffer.alloc(9)]);
			const view = larger.subarray(7, 7 + bytes.length);
			expect(readPicture(view)).toEqual(readPicture(new Uint8Array(bytes)));
			expect(readPicture(view)?.size).toBe(bytes.length);
		}
	});

	test('width and height are not exchanged', () => {
		expect(readPicture(png(300, 700))).toMatchObject({ width: 300, height: 700 });
		expect(readPicture(jpeg(300, 700))).toMatchObject({ width: 300, height: 700 });
	});
});

describe('what is no JPEG or PNG is none, whatever its name says', () => {
	test.each<[string, Uint8Array]>([
		['nothing', new Uint8Array()],
		['one byte', new Uint8Array([0xff])],
		['a text', Buffer.from('<html>404 Not Found</html>')],
		['a GIF', Buffer.from('GIF89a\x20\x03\x90\x01\0\0\0', 'latin1')],
		['a WebP', Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'), Buffer.alloc(30)])],
		['a PDF', Buffer.from('%PDF-1.7 and so on and so on')],
		['zipped bytes', deflateSync(Buffer.alloc(1000, 7))],
		['a PNG without height', png(800, 0)],
		['a JPEG without width', jpeg(0, 400)],
		['a JPEG whose height comes at its end', jpeg(800, 0)],
		['only the beginning of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
		['a JPEG without a frame', Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, Buffer.from([0xff, 0xd9])])],
		[
			'tables only, whose numbers lie among the frames’',
			Buffer.concat([Buffer.from([0xff, 0xd8]), ...tables, ...tables]),
		],
		['a JPEG with garbage between segments', jpeg(800, 400, [Buffer.from([0x00, 0x01])])],
	])('%s', (_, bytes) => expect(readPicture(bytes)).toBeNull());

	// Its header is not where a PNG's is: four bytes of something else would be taken for the width.
	test('a PNG that only Apple’s devices read', () => {
		expect(readPicture(png(800, 400, [APPLE_CHUNK]))).toBeNull();
	});
});

describe('a broken or hostile file never stops the run', () => {
	test('cut off anywhere: the right size or none', () => {
		for (const [bytes, size] of [
			[png(800, 400), 'png 800×400'],
			[jpeg(800, 400, [jfif, exif, ...tables]), 'jpeg 800×400'],
		] as const)
			for (let length = 0; length < bytes.length; length++)
				expect([null, size]).toContain(sizeOf(bytes.subarray(0, length)));
	});

	test('segments that lie about their length', () => {
		for (const length of [0, 1, 2, 3, 0x7fff, 0xffff]) {
			const liar = Buffer.from([0xff, 0xe1, length >> 8, length & 0xff]);
			expect(() => readPicture(jpeg(800, 400, [liar]))).not.toThrow();
		}
	});

	test('endless fill bytes and lone markers end', () => {
		const long = Buffer.alloc(2_000_000, 0xff);
		long[1] = 0xd8;
		expect(readPicture(long)).toBeNull();
		const lone = Buffer.alloc(2_000_000, Buffer.from([0xff, 0xd0]));
		lone[1] = 0xd8;
		expect(readPicture(lone)).toBeNull();
		const empty = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(2_000_000, Buffer.from([0xff, 0xe0, 0, 0]))]);
		expect(readPicture(empty)).toBeNull();
	});

	const hostile = fc.oneof(
		fc.uint8Array({ maxLength: 200 }),
		fc.uint8Array({ maxLength: 200 }).map((rest) => Uint8Array.from([0xff, 0xd8, ...rest])),
		fc.uint8Array({ maxLength: 60 }).map((rest) => Uint8Array.from([...png(1, 1).subarray(0, 8), ...rest])),
		fc
			.array(fc.tuple(fc.integer({ min: 0, max: 255 }), fc.uint8Array({ maxLength: 20 })), { maxLength: 8 })
			.map((parts) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts.map(([m, d]) => segment(m, Buffer.from(d)))])),
	);

	test('any bytes give a sensible answer', () => {
		fc.assert(
			fc.property(hostile, (bytes) => {
				const found = readPicture(bytes);
				if (found === null) return;
				expect(found.size).toBe(bytes.length);
				expect(found.width).toBeGreaterThan(0);
				expect(found.height).toBeGreaterThan(0);
			}),
			{ numRuns: 5_000 },
		);
	});

	test('any segments before the frame: the frame’s size', () => {
		const other = fc
			.integer({ min: 0xc0, max: 0xfe })
			.filter((marker) => !(marker >= 0xc0 && marker <= 0xcf) && !(marker >= 0xd0 && marker <= 0xd9));
		const before = fc.array(
			fc.tuple(fc.oneof(other, fc.constantFrom(0xc4, 0xc8, 0xcc)), fc.uint8Array({ maxLength: 40 })),
			{ maxLength: 6 },
		);
		const side = fc.integer({ min: 1, max: 65_535 });
		fc.assert(
			fc.property(before, side, side, fc.constantFrom(0xc0, 0xc1, 0xc2, 0xc9, 0xca), (parts, width, height, marker) => {
				const segments = parts.map(([each, data]) => segment(each, Buffer.from(data)));
				expect(sizeOf(jpeg(width, height, segments, marker))).toBe(`jpeg ${width}×${height}`);
				expect(sizeOf(Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, frame(marker, width, height)]))).toBe(
					`jpeg ${width}×${height}`,
				);
			}),
			{ numRuns: 1_000 },
		);
	});
});
