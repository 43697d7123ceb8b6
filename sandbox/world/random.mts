/**
 * Numbers that look random and are the same in every run with the same seed,
 * so that a benchmark or a failing test can be repeated exactly.
 */

/** 32-bit FNV-1a hash of a text. */
export function hash32(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		hash ^= text.charCodeAt(i);
		hash = Math.imul(hash, 0x01000193);
	}
	return hash >>> 0;
}

/** A value in [0, 1) that depends on nothing but the text. */
export function drawFor(text: string): number {
	// FNV leaves neighbouring texts close together; two rounds of mixing (murmur3's finaliser) spread them.
	let hash = hash32(text);
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** Where ids get their random-looking letters from. */
export type RandomText = (alphabet: string, length: number) => string;

/** mulberry32: small, fast, and good enough for ids that must only be unique and repeatable. */
export function seededText(seed: number): RandomText {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
	return (alphabet, length) => {
		let text = '';
		for (let i = 0; i < length; i++) text += alphabet[Math.floor(next() * alphabet.length)];
		return text;
	};
}
