/**
 * Korean time. All three dealers speak it without an offset (NHN `yyyy-MM-dd HH:mm`, SENS `YYYY-MM-DD HH:mm:ss`);
 * Korea has had no daylight saving since 1988, so the offset is a constant.
 */

const KST_OFFSET_MS = 9 * 60 * 60 * 1000;

const inKst = (ms: number) => new Date(ms + KST_OFFSET_MS).toISOString();

/** `2026-12-01 09:30` */
export const kstMinutes = (ms: number): string => inKst(ms).slice(0, 16).replace('T', ' ');

/** `2026-12-01 09:30:15` */
export const kstSeconds = (ms: number): string => inKst(ms).slice(0, 19).replace('T', ' ');

/** `2026-12-01T09:30:15.123`, no offset, as SENS writes `requestTime`. */
export const kstMillis = (ms: number): string => inKst(ms).slice(0, 23);

/** `20261201093015`, the head of NHN and SOLAPI ids. */
export const kstCompact = (ms: number): string => inKst(ms).slice(0, 19).replace(/[-:T]/g, '');

/** `2026-12-01T00:30:15Z`: Kakao Developers writes UTC without milliseconds. @param iso as `Date.toISOString()` has it */
export const rfc3339 = (iso: string): string => `${iso.slice(0, 19)}Z`;

const LOCAL = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * Reads `yyyy-MM-dd HH:mm[:ss]` as a wall clock that runs at UTC, in ms; null when the text has another form or
 * names a day that does not exist.
 * @param precision whether the seconds must be there
 */
export function parseWallClock(text: string, precision: 'minutes' | 'seconds'): number | null {
	const found = LOCAL.exec(text);
	if (!found || (found[6] !== undefined) !== (precision === 'seconds')) return null;
	const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1).map((part) => Number(part ?? 0));
	const ms = Date.UTC(year, month - 1, day, hour, minute, second);
	// Date.UTC turns 31 February into 3 March; the dealers refuse it.
	return new Date(ms).toISOString().slice(0, 16) === text.slice(0, 16).replace(' ', 'T') ? ms : null;
}

/** Reads Korean local time; ms since the epoch, or null. */
export function parseKst(text: string, precision: 'minutes' | 'seconds'): number | null {
	const wallClock = parseWallClock(text, precision);
	return wallClock === null ? null : wallClock - KST_OFFSET_MS;
}
