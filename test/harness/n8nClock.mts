const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** Days of the week in Korea: 0 is Sunday. */
export const WORKDAYS: readonly number[] = [1, 2, 3, 4, 5];

/**
 * How far a clock must be put forward to show that hour in Korea. Milliseconds.
 * @param weekdays the day must be one of these
 */
export function untilHourInKorea(hour: number, weekdays: readonly number[] = [0, ...WORKDAYS, 6]): number {
	const inKorea = Date.now() + 9 * HOUR;
	let ahead = (hour * HOUR - (inKorea % DAY) + DAY) % DAY;
	while (!weekdays.includes(new Date(inKorea + ahead).getUTCDay())) ahead += DAY;
	return ahead;
}

/** Environment in which n8n believes that it is later; its clock goes on. @param ahead milliseconds */
export function clockAhead(ahead: number): NodeJS.ProcessEnv {
	const code = `const now = Date.now; Date.now = () => now() + ${ahead};
		globalThis.Date = new Proxy(Date, { construct: (date, given, target) => Reflect.construct(date, given.length ? given : [date.now()], target) });`;
	return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}
