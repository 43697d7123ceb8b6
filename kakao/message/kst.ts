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

/** Date first, then perhaps a time and a zone; days and months may lack their zero, and dots or slashes stand for hyphens (`2026. 12. 1`, as Korean spreadsheets write). */
const DATE_AND_TIME = /^(\d{4})[-./] ?(\d{1,2})[-./] ?(\d{1,2})\.?(?:[T ]+(\d{1,2}:.+))?$/;

/** Reads a time; one that carries no zone is Korean. Null for what is no time. */
export function parseKst(text: string | null | undefined): number | null {
	const [, year, month, day, time] = DATE_AND_TIME.exec(text?.trim() ?? '') ?? [];
	if (!year || !month || !day) return null;
	const clock = time === undefined ? '' : `T${time.padStart(/^\d:/.test(time) ? time.length + 1 : 0, '0')}`;
	const instant = DateTime.fromISO(
		`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${clock.replace(' ', '')}`,
		{ zone: KST },
	);
	return instant.isValid ? instant.toMillis() : null;
}

/**
 * An instant from what a person or an expression gives: a date object, an ISO text, epoch milliseconds, or
 * `2026-12-01 09:30`. A text without a zone means Korean time wherever n8n runs: containers mostly run in UTC, and
 * a message nine hours late is the classic accident. Null for what is no time.
 */
export function parseInstant(value: unknown): number | null {
	if (value instanceof Date) return inCalendar(value.getTime());
	if (typeof value === 'number') return inCalendar(value);
	if (typeof value === 'string') return parseKst(value);
	if (DateTime.isDateTime(value)) return inCalendar(value.toMillis());
	return null;
}

/** The span of JavaScript dates. */
const inCalendar = (milliseconds: number) => (Math.abs(milliseconds) <= 8.64e15 ? milliseconds : null);

const MINUTE = 60_000;

/** The next full minute, for dealers that know no seconds: a message must not go out before its time. */
export function ceilMinute(milliseconds: number): number {
	return Math.ceil(milliseconds / MINUTE) * MINUTE;
}
