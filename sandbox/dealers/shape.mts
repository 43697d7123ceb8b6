/**
 * Strict request bodies. A dealer that ignores an unknown field hides a typing mistake of the caller until the day
 * the real dealer matters; here every field must be one the dealer's document names, with the type it names.
 */
export type Shape =
	| 'string' | 'number' | 'boolean'
	/** An object whose values are all strings. */
	| 'strings'
	/** Any object; its inside is checked elsewhere or not at all. */
	| 'object'
	| readonly [Shape]
	| { readonly [field: string]: Shape };

export interface Misfit {
	/** `recipientList[3].buttons` */
	path: string;
	problem: 'unknown' | 'type';
	expected: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (path: string, expected: string): Misfit => ({ path, problem: 'type', expected });

/** The first place where a value differs from the shape; null when it fits. `null` counts as absent, nothing is required. */
export function misfit(value: unknown, shape: Shape, path = ''): Misfit | null {
	if (typeof shape === 'string') return simpleMisfit(value, shape, path);
	if (isList(shape)) {
		if (!Array.isArray(value)) return wrong(path, 'array');
		for (let i = 0; i < value.length; i++) {
			const found = misfit(value[i], shape[0], `${path}[${i}]`);
			if (found) return found;
		}
		return null;
	}
	if (!isObject(value)) return wrong(path, 'object');
	for (const [field, inner] of Object.entries(value)) {
		const wanted = Object.hasOwn(shape, field) ? shape[field] : undefined;
		if (wanted === undefined) return { path: path ? `${path}.${field}` : field, problem: 'unknown', expected: 'no such field' };
		if (inner === null || inner === undefined) continue;
		// The path is only put together when something is wrong: requests carry up to 10,000 messages.
		if (typeof wanted === 'string' && typeof inner === wanted) continue;
		const found = misfit(inner, wanted, path ? `${path}.${field}` : field);
		if (found) return found;
	}
	return null;
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);

function simpleMisfit(value: unknown, shape: string, path: string): Misfit | null {
	if (shape === 'object') return isObject(value) ? null : wrong(path, 'object');
	if (shape !== 'strings') return typeof value === shape ? null : wrong(path, shape);
	if (!isObject(value)) return wrong(path, 'object');
	for (const [field, inner] of Object.entries(value)) {
		if (typeof inner !== 'string') return wrong(path ? `${path}.${field}` : field, 'string');
	}
	return null;
}

/** The body as JSON, or undefined when it is none. */
export function parseJson(text: string): unknown {
	try {
		const parsed: unknown = JSON.parse(text);
		return parsed;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** How many entries a body lists under a name, before anything about it has been checked (for the journal). */
export function countListed(body: unknown, field: string): number {
	const list = isObject(body) ? body[field] : undefined;
	return Array.isArray(list) ? list.length : 0;
}
