/** What pictures of Brand Messages must look like (NHN friendtalkupgrade-overview.md, "카카오 이미지 업로드 규격"). */
export const IMAGE_KINDS = ['basic', 'wide', 'wideItemMain', 'wideItemSub', 'carouselFeed', 'carouselCommerce'] as const;

export type ImageKind = (typeof IMAGE_KINDS)[number];

export interface ReadImage {
	format: 'png' | 'jpg';
	width: number;
	height: number;
}

export type ImageProblem = 'size' | 'width' | 'ratio';

const MAX_BYTES = 5 * 1024 * 1024;
const MIN_WIDTH = 500;

/** Height divided by width, from and to. "2:1 이상, 3:4 이하" is 0.5 to 1.333. */
export const IMAGE_RATIOS: Record<ImageKind, readonly [number, number]> = {
	basic: [0.5, 4 / 3], wide: [0.5, 1], wideItemMain: [0.5, 0.5], wideItemSub: [1, 1], carouselFeed: [0.5, 4 / 3],
	carouselCommerce: [0.5, 4 / 3],
};

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function readPng(bytes: Uint8Array, view: DataView): ReadImage | null {
	if (bytes.length < 24 || PNG_START.some((byte, i) => bytes[i] !== byte)) return null;
	return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** SOF0 to SOF15 carry the size; C4, C8 and CC in that range are something else. */
const carriesSize = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function readJpeg(bytes: Uint8Array, view: DataView): ReadImage | null {
	if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
	for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
		if (carriesSize(bytes[at + 1] ?? 0)) return { format: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
	}
	return null;
}

/** What the bytes say of themselves; null when they are neither PNG nor JPEG. The file's name does not matter. */
export function readImage(bytes: Uint8Array): ReadImage | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return readPng(bytes, view) ?? readJpeg(bytes, view);
}

/** Why Kakao would not take the picture; null when it would. What is no picture at all, {@link readImage} tells. */
export function imageProblem(kind: ImageKind, image: ReadImage & { bytes: Uint8Array }): ImageProblem | null {
	if (image.bytes.length > MAX_BYTES) return 'size';
	if (image.width < MIN_WIDTH) return 'width';
	const ratio = image.height / image.width;
	const [from, to] = IMAGE_RATIOS[kind];
	// Odd widths cannot be exactly 2:1; a pixel's worth of rounding is let through.
	const slack = 0.5 / image.width;
	return ratio < from - slack || ratio > to + slack ? 'ratio' : null;
}
