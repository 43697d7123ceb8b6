/**
 * What a consult button may carry: 1 to 50 characters of `[A-Za-z0-9_]` (facts consulttalk §2.4). Names and values are
 * written `name_value__name_value`; anything else in a value is written as `x` and its UTF-8 bytes in hexadecimal, which
 * reads back exactly. What comes in may be anything: older buttons carry Korean, blanks or JSON.
 */
export const MOST_CHARACTERS = 50;

const PLAIN = /^[A-Za-z0-9]+$/;
const NAME = /^[A-Za-z][A-Za-z0-9]*$/;
const HEX = /^x(?:[0-9a-f]{2})+$/;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** A value that begins like an encoded one is encoded itself, so that it comes back as it was. */
const encodeValue = (value: string): string =>
	PLAIN.test(value) && !HEX.test(value) ? value : `x${Buffer.from(encoder.encode(value)).toString('hex')}`;

function decodeValue(text: string): string {
	if (!HEX.test(text)) return text;
	try {
		return decoder.decode(Buffer.from(text.slice(1), 'hex'));
	} catch {
		// No UTF-8: it only looked encoded.
		return text;
	}
}

/** The metadata as a button carries it, or why it cannot. */
export function encodeMetadata(params: Readonly<Record<string, string>>): { extra: string } | { why: string } {
	const entries = Object.entries(params).filter(([, value]) => value !== '');
	const odd = entries.find(([name]) => !NAME.test(name));
	if (odd) return { why: `has a name "${odd[0]}"; use letters and digits only, beginning with a letter` };
	const extra = entries.map(([name, value]) => `${name}_${encodeValue(value)}`).join('__');
	if (extra.length > MOST_CHARACTERS)
		return { why: `takes ${extra.length} characters, and a button carries ${MOST_CHARACTERS}` };
	return { extra };
}

/** Names and values of what came in; empty for metadata of another make. */
export function decodeMetadata(extra: string | null): Record<string, string> {
	const params: Record<string, string> = {};
	for (const part of (extra ?? '').split('__')) {
		const [, name, value] = /^([A-Za-z][A-Za-z0-9]*)_([A-Za-z0-9]+)$/.exec(part) ?? [];
		if (name === undefined || value === undefined) return {};
		params[name] = decodeValue(value);
	}
	return params;
}
