/** A failure whose message is already the whole story: printed without a stack. */
export class SetupError extends Error {}

/**
 * One plain line for the person who waits.
 * @param {string} text
 */
export function say(text) {
	process.stdout.write(`${text}\n`);
}

/**
 * "75 s" or "2 min 05 s".
 * @param {number} milliseconds
 */
export function duration(milliseconds) {
	const seconds = Math.round(milliseconds / 1000);
	if (seconds < 100) return `${seconds} s`;
	return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/**
 * Announces a step that takes longer than a moment, then says every 15 seconds that it goes on.
 * @param {string} label
 * @returns {() => void} to be called at the end: says how long it took
 */
export function progress(label) {
	const began = Date.now();
	let announced = false;
	const announce = setTimeout(() => {
		announced = true;
		say(`${label} …`);
	}, 1_000);
	const signOfLife = setInterval(() => say(`  … still at it, ${duration(Date.now() - began)} so far`), 15_000);
	return () => {
		clearTimeout(announce);
		clearInterval(signOfLife);
		if (announced) say(`  took ${duration(Date.now() - began)}`);
	};
}
