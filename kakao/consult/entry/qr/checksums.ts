const CRC_REFLECTED = 0xedb88320;
const ADLER_PRIME = 65_521;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ CRC_REFLECTED : value >>> 1;
	return value;
});

/** CRC-32 of a PNG chunk (PNG annex D). */
export function crc32(bytes: Uint8Array): number {
	let value = 0xffffffff;
	for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0);
	return ~value >>> 0;
}

/** Adler-32 of a zlib stream (RFC 1950 §8.2). */
export function adler32(bytes: Uint8Array): number {
	let [low, high] = [1, 0];
	for (const byte of bytes) {
		low = (low + byte) % ADLER_PRIME;
		high = (high + low) % ADLER_PRIME;
	}
	return ((high << 16) | low) >>> 0;
}
