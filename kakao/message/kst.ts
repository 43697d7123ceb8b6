import { DateTime } from 'luxon';

/** Korean time has had no daylight saving since 1988: always UTC+9. */
export const KST = 'Asia/Seoul';

/** `2026-12-01T09:30:00.000+09:00`: an instant as shown to people, in Korean time. */
export function kstIso(milliseconds: number): string {
	return DateTime.fromMillis(milliseconds, { zone: KST }).toISO()!;
}

/** A wire format in Korean time, say `yyyy-MM-dd HH:mm`. */
export function kstFormat(milliseconds: number, format: string): string {
	return DateTime.fromMillis(milliseconds, { zone: KST }).toFormat(format);
}

/** Reads a dealer's time that carries no zone; such times are Korean. Null for what is no time. */
export function parseKst(text: string | null | undefined): number | null {
	if (!text) return null;
	const iso = DateTime.fromISO(text.trim().replace(' ', 'T'), { zone: KST });
	return iso.isValid ? iso.toMillis() : null;
}

/**
 * An instant from what a person or an expression gives: a date object, an ISO text, epoch milliseconds, or
 * `2026-12-01 09:30`. A text without a zone means Korean time wherever n8n runs: containers mostly run in UTC, and
 * a message nine hours late is the classic accident. Null for what is no time.
 */
export function parseInstant(value: unknown): number | null {
	if (value instanceof Date) return finite(value.getTime());
	if (typeof value === 'number') return finite(value);
	if (typeof value === 'string') return parseKst(value.replaceAll('/', '-'));
	if (DateTime.isDateTime(value)) return finite(value.toMillis());
	return null;
}

const finite = (milliseconds: number) => (Number.isFinite(milliseconds) ? milliseconds : null);

const MINUTE = 60_000;

/** The next full minute, for dealers that know no seconds: a message must not go out before its time. */
export function ceilMinute(milliseconds: number): number {
	return Math.ceil(milliseconds / MINUTE) * MINUTE;
}
