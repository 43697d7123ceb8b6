/** Reading answers of unknown shape: a field that is missing or of another type reads as absent, never throws. */

export type JsonObject = Readonly<Record<string, unknown>>;

export const object = (value: unknown): JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

export const list = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.map(object) : []);

/** A text, or a number as text; undefined for anything else and for the empty text. */
export function text(value: unknown): string | undefined {
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}

export const flag = (value: unknown): boolean => value === true || value === 1 || value === 'Y' || value === 'true';

/** Drops fields that are undefined, so that strict dealers don't see them. */
export function compact<T extends object>(value: T): T {
	return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
