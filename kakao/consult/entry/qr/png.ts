import { adler32, crc32 } from './checksums';
import { requireSize } from './size';

export interface PngLook {
	/** Pixels a module; a whole number from 1 to 100. */
	scale?: number;
	/** Modules of free space around; the standard asks for four. */
	quietZone?: number;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** One bit a pixel, greyscale, and PNG's only compression, filter and no interlacing. */
const LOOK = Uint8Array.of(1, 0, 0, 0, 0);
/** Zlib without compression: at one bit a pixel the picture is small, and the published code has no zlib. */
const ZLIB_HEADER = Uint8Array.of(0x78, 0x01);
const MOST_STORED = 0xffff;

/**
 * The QR code as a PNG file.
 * @throws {RangeError} when the scale or the quiet zone is no size
 */
export function qrPng(matrix: readonly (readonly boolean[])[], look: PngLook = {}): Uint8Array {
	const { scale = 8, quietZone = 4 } = look;
	requireSize('The scale', scale, 1);
	requireSize('The quiet zone', quietZone, 0);
	const side = (matrix.length + 2 * quietZone) * scale;
	return join([
		SIGNATURE,
		chunk('IHDR', join([bigEndian(side), bigEndian(side), LOOK])),
		chunk('IDAT', zlib(pixels(matrix, side, scale, quietZone))),
		chunk('IEND', new Uint8Array()),
	]);
}

/** Rows of pixels, light as 1, each behind a byte that says it is not filtered. */
function pixels(matrix: readonly (readonly boolean[])[], side: number, scale: number, quietZone: number): Uint8Array {
	const stride = 1 + Math.ceil(side / 8);
	const bytes = new Uint8Array(side * stride);
	for (let y = 0; y < side; y++) {
		const row = matrix[Math.floor(y / scale) - quietZone];
		for (let x = 0; x < side; x++) {
			const at = y * stride + 1 + (x >>> 3);
			if (!row?.[Math.floor(x / scale) - quietZone]) bytes[at] = (bytes[at] ?? 0) | (0x80 >>> (x & 7));
		}
	}
	return bytes;
}

/** Stored blocks (RFC 1951 §3.2.4): whether it is the last, its length, the length inverted, the bytes. */
function zlib(bytes: Uint8Array): Uint8Array {
	const parts: Uint8Array[] = [ZLIB_HEADER];
	for (let from = 0; from < bytes.length; from += MOST_STORED) {
		const block = bytes.subarray(from, from + MOST_STORED);
		const [low, high] = [block.length & 0xff, block.length >>> 8];
		const last = from + MOST_STORED >= bytes.length ? 1 : 0;
		parts.push(Uint8Array.of(last, low, high, ~low, ~high), block);
	}
	return join([...parts, bigEndian(adler32(bytes))]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
	const checked = join([new TextEncoder().encode(type), data]);
	return join([bigEndian(data.length), checked, bigEndian(crc32(checked))]);
}

const bigEndian = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);

function join(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
