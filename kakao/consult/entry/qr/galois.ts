/** Arithmetic on bytes in GF(256) with x^8+x^4+x^3+x^2+1, and the Reed-Solomon code over it (ISO/IEC 18004 §7.5, annex A). */
const REDUCING = 0x11d;

const powers = new Uint8Array(255);
const logarithms = new Uint8Array(256);
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
	powers[exponent] = value;
	logarithms[value] = exponent;
	value = value < 128 ? value << 1 : (value << 1) ^ REDUCING;
}

const log = (value: number): number => logarithms[value] ?? 0;
const multiply = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (powers[(log(a) + log(b)) % 255] ?? 0));

/** The coefficients of (x-1)(x-2)(x-4)... below the leading one, highest first. */
function generator(degree: number): Uint8Array {
	let polynomial = Uint8Array.of(1);
	for (let each = 0; each < degree; each++) {
		const root = powers[each % 255] ?? 0;
		const next = new Uint8Array(polynomial.length + 1);
		for (const [at, coefficient] of polynomial.entries()) {
			next[at] = (next[at] ?? 0) ^ coefficient;
			next[at + 1] = multiply(coefficient, root);
		}
		polynomial = next;
	}
	return polynomial.subarray(1);
}

/** The error correction bytes of a block: what is left of it after division by the generator. */
export function errorCorrection(block: Uint8Array, count: number): Uint8Array {
	const divisor = generator(count);
	const rest = new Uint8Array(count);
	for (const byte of block) {
		const factor = byte ^ (rest[0] ?? 0);
		rest.copyWithin(0, 1);
		rest[count - 1] = 0;
		for (const [at, coefficient] of divisor.entries()) rest[at] = (rest[at] ?? 0) ^ multiply(coefficient, factor);
	}
	return rest;
}
