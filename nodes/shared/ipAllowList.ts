/** Addresses and ranges (`203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`) from which calls are taken. */

const BITS = { 4: 32, 6: 128 } as const;

interface Address {
	family: 4 | 6;
	value: bigint;
}

/** An address as a number; an IPv4 address inside an IPv6 one (`::ffff:…`) counts as IPv4. Undefined for anything else. */
function read(text: string): Address | undefined {
	const address = text
		.trim()
		.replace(/%.*$/, '')
		.replace(/^::ffff:(?=\d+\.)/i, '');
	return address.includes(':') ? readSix(address) : readFour(address);
}

function readFour(address: string): Address | undefined {
	const parts = address.split('.');
	if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return undefined;
	return { family: 4, value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) };
}

function readSix(address: string): Address | undefined {
	const halves = address.split('::');
	if (halves.length > 2) return undefined;
	const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
	const missing = 8 - head.length - tail.length;
	if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
	const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
	if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
	return { family: 6, value: groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n) };
}

function contains(range: string, { family, value }: Address): boolean {
	const [base = '', length] = range.split('/');
	const start = read(base);
	if (start?.family !== family) return false;
	const shift = BigInt(BITS[family] - (length === undefined ? BITS[family] : Number(length)));
	return start.value >> shift === value >> shift;
}

/** The entries of a list that are neither an address nor a range. */
export const oddEntries = (ranges: readonly string[]): string[] =>
	ranges.filter((range) => {
		const [base = '', length, ...rest] = range.split('/');
		const start = read(base);
		if (start === undefined || rest.length > 0) return true;
		return length !== undefined && !(/^\d{1,3}$/.test(length) && Number(length) <= BITS[start.family]);
	});

/** Whether a caller stands in the list. An entry that cannot be read lets nobody in. */
export function isAllowed(caller: string | undefined, ranges: readonly string[]): boolean {
	const address = read(caller ?? '');
	if (!address) return false;
	const odd = new Set(oddEntries(ranges));
	return ranges.some((range) => !odd.has(range) && contains(range, address));
}
