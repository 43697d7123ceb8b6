const COLORS = ['#5b8def', '#3fb6a8', '#ef8f5b', '#a07bea', '#e0719a', '#5fae5f', '#c99a2e', '#6c7a93'];

function colorOf(seed: string): string {
	let sum = 0;
	for (const letter of seed) sum = (sum * 131 + (letter.codePointAt(0) ?? 0)) % 65_521;
	return COLORS[sum % COLORS.length] ?? '#6c7a93';
}

/** A coloured tile with a letter: always the same colour for the same seed. */
export function Avatar({ seed, name }: { seed: string; name: string }) {
	return (
		<span class="avatar" style={{ backgroundColor: colorOf(seed) }} aria-hidden="true">
			{[...name.replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '?'}
		</span>
	);
}
