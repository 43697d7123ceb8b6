import jsQrModule, { type QRCode } from 'jsqr';

/** Both shapes of a CommonJS default export, since bundlers and Node.js differ. */
const jsQR = typeof jsQrModule === 'function' ? jsQrModule : (jsQrModule as { default: typeof jsQrModule }).default;

/** Pixels in rows, red, green, blue and opacity each. */
export interface Picture {
	width: number;
	height: number;
	data: Uint8ClampedArray;
}

/** The modules as a camera would see them, with the standard's free space around. */
export function draw(matrix: readonly (readonly boolean[])[], scale = 3): Picture {
	const side = (matrix.length + 8) * scale;
	const data = new Uint8ClampedArray(side * side * 4).fill(255);
	for (let y = 0; y < side; y++) {
		for (let x = 0; x < side; x++) {
			if (matrix[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4])
				data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
		}
	}
	return { width: side, height: side, data };
}

/** Reads the picture with a decoder that shares nothing with our encoder. */
export function scan({ data, width, height }: Picture): QRCode {
	const found = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
	if (!found) throw new Error('No QR code is readable in the picture.');
	return found;
}
