import { crc32, deflateSync } from 'node:zlib';

import { readPicture } from '../../kakao/message/brand/readPicture';
import type { PictureSlot } from '../../kakao/message/brand/pictures';
import type { PictureUpload } from '../../kakao/dealers/contract';

/** Width and height that Kakao takes in each place. */
export const SIZES: Readonly<Record<PictureSlot, readonly [number, number]>> = {
	basic: [800, 400],
	wide: [800, 600],
	firstItem: [1000, 500],
	item: [500, 500],
	feedCard: [800, 600],
	productCard: [800, 600],
};

const word = (value: number) => [(value >>> 8) & 0xff, value & 0xff];
const uint32 = (value: number) => [...word(value >>> 16), ...word(value & 0xffff)];

function chunk(type: string, data: Uint8Array): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	return Buffer.concat([Buffer.from(uint32(data.length)), body, Buffer.from(uint32(crc32(body)))]);
}

/** A PNG of one grey. @param grey 0 to 255 */
export function png([width, height]: readonly [number, number], grey = 128): Uint8Array {
	const row = Buffer.alloc(width + 1, grey);
	row[0] = 0;
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', Buffer.from([...uint32(width), ...uint32(height), 8, 0, 0, 0, 0])),
		chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

const segment = (marker: number, data: readonly number[]) => [0xff, marker, ...word(data.length + 2), ...data];
/** A Huffman table with the one symbol 0, written as a single bit. */
const table = (kind: number) => segment(0xc4, [kind, 1, ...Array<number>(15).fill(0), 0]);

/** A JPEG of one grey: every block of 8 by 8 is two bits, "as bright as the last one" and "nothing more". */
export function jpeg([width, height]: readonly [number, number], comment = 'grey'): Uint8Array {
	const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
	return Buffer.from([
		0xff,
		0xd8,
		...segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
		...segment(0xfe, [...Buffer.from(comment)]),
		...segment(0xdb, [0, ...Array<number>(64).fill(1)]),
		...segment(0xc0, [8, ...word(height), ...word(width), 1, 1, 0x11, 0]),
		...table(0x00),
		...table(0x10),
		...segment(0xda, [1, 1, 0, 0, 63, 0]),
		...Array<number>(Math.ceil(blocks / 4)).fill(0),
		0xff,
		0xd9,
	]);
}

/** A picture as the node hands it to the adapter. */
export function toUpload(slot: PictureSlot, bytes: Uint8Array): PictureUpload {
	const picture = readPicture(bytes);
	if (!picture) throw new Error('The test has drawn something that is no picture');
	return { ...picture, bytes, slot, name: `세일 "봄".${picture.format === 'png' ? 'png' : 'jpg'}` };
}
