/**
 * The clock in Korea as ICU tells it, and never as this package works it out. Before autumn 1988 Seoul had summer time
 * and odd offsets; there `always` is the +9 that Korea has kept since.
 */
const clock = (timeZone: string) =>
	new Intl.DateTimeFormat('en-GB', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		second: '2-digit',
		fractionalSecondDigits: 3,
	});

const CLOCKS = { seoul: clock('Asia/Seoul'), always: clock('Etc/GMT-9') };
export const LAST_CHANGE = Date.UTC(1988, 9, 9);

/** What a watch in Korea shows. */
export function watch(instant: number): { date: string; time: string } {
	const shown = (instant >= LAST_CHANGE ? CLOCKS.seoul : CLOCKS.always).formatToParts(instant);
	const part = (wanted: Intl.DateTimeFormatPartTypes) => shown.find(({ type }) => type === wanted)!.value;
	return {
		date: `${part('year')}-${part('month')}-${part('day')}`,
		time: `${part('hour')}:${part('minute')}:${part('second')}.${part('fractionalSecond')}`,
	};
}

/** Whether the watch shows a time from which advertising rests. Texts of one length compare like times. */
export function restsAt(instant: number, from = '20:50', until = '08:00'): boolean {
	const { time } = watch(instant);
	return time >= `${from}:00.000` || time < `${until}:00.000`;
}

/** An instant by a Korean clock: `kst('2026-12-01', '20:49:59.999')`. */
export const kst = (date: string, time: string): number => Date.parse(`${date}T${time}+09:00`);
