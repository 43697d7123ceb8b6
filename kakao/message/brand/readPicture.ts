import type { Picture } from './pictures';

/** Format and size of a JPEG or PNG; null for anything else, also for a file that is cut off before its size. */
export function readPicture(bytes: Uint8Array): Picture | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const dimensions = isPng(bytes) ? pngSize(view) : isJpeg(bytes) ? jpegSize(view) : null;
	return dimensions && { ...dimensions, size: bytes.byteLength };
}

/** Signature, then the length and name of the header chunk (IHDR), which comes first. */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];

const isPng = (bytes: Uint8Array) => bytes.length >= 24 && PNG.every((byte, at) => bytes[at] === byte);
const isJpeg = (bytes: Uint8Array) => bytes.length >= 4 && bytes[0] === 0xff && bytes[1] === 0xd8;

type Dimensions = Omit<Picture, 'size'>;

const sized = (format: Picture['format'], width: number, height: number): Dimensions | null =>
	width > 0 && height > 0 ? { format, width, height } : null;

const pngSize = (view: DataView) => sized('png', view.getUint32(16), view.getUint32(20));

/** Frame headers SOF0 to SOF15, without the tables that share their numbers (DHT, JPG, DAC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers that stand alone: RST0 to RST7, SOI, TEM. */
const standsAlone = (marker: number) => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;

/** Walks from segment to segment until the frame that tells the size. */
function jpegSize(view: DataView): Dimensions | null {
	let at = 2;
	while (at + 9 <= view.byteLength) {
		if (view.getUint8(at) !== 0xff) return null;
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) at += 1;
		else if (standsAlone(marker)) at += 2;
		else if (isFrame(marker)) return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
		else at += 2 + view.getUint16(at + 2);
	}
	return null;
}
