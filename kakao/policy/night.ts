import type { Gate } from '../delivery/gate';
import type { Capabilities } from '../message/capabilities';
import { ceilMinute, kstIso } from '../message/kst';
import type { Message } from '../message/message';
import { rejected, skipped, type Reason } from '../message/outcome';

/** When advertising rests, minutes after midnight in Korea. `from` is the first minute that is closed. */
export interface NightWindow {
	from: number;
	until: number;
}

/**
 * Kakao and the dealers close at 20:50, ten minutes before the law does (정보통신망법 §50(3): 21:00 to 08:00), so
 * that what is under way at the end still arrives in time (facts §4.4).
 */
export const KAKAO_NIGHT: NightWindow = { from: 20 * 60 + 50, until: 8 * 60 };

/** What to do with advertising at night: schedule it for the morning, leave it out, or refuse the run. */
export type NightChoice = 'hold' | 'skip' | 'fail';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Korea has had no daylight saving since 1988; the host's own time zone plays no part. */
const KST_OFFSET = 9 * 60 * MINUTE;

/** Milliseconds since midnight in Korea. */
const timeOfDay = (instant: number): number => (((instant + KST_OFFSET) % DAY) + DAY) % DAY;

/** Whether advertising is closed at this instant (epoch milliseconds). 20:50:00.000 is night, 08:00:00.000 is day. */
export function isNight(instant: number, { from, until }: NightWindow = KAKAO_NIGHT): boolean {
	const time = timeOfDay(instant);
	return time >= from * MINUTE || time < until * MINUTE;
}

/** The next instant at or after this one at which the clock in Korea shows so many minutes after midnight. */
function next(instant: number, minutes: number): number {
	const wait = minutes * MINUTE - timeOfDay(instant);
	return instant + (wait < 0 ? wait + DAY : wait);
}

/** When advertising closes next: the instant itself at 20:50 sharp. */
export const nightStart = (instant: number, window: NightWindow = KAKAO_NIGHT): number => next(instant, window.from);

/** When it opens next: the instant itself at 08:00 sharp. */
export const morning = (instant: number, window: NightWindow = KAKAO_NIGHT): number => next(instant, window.until);

const inKorea = (instant: number): string => kstIso(instant).slice(0, 16).replace('T', ' ');

const closedReason = ({ from, until }: NightWindow, more: Pick<Reason, 'text' | 'advice' | 'retryable'>): Reason => {
	const clock = (minutes: number) =>
		[Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
	return {
		code: 'night',
		codeSpace: 'policy',
		kind: 'time',
		...more,
		text: `${more.text} Advertising is not sent from ${clock(from)} to ${clock(until)} Korean time.`,
	};
};

/** Keeps advertising out of the night, also what is scheduled into it and what a long run would send after it began. */
export function nightGate<M extends Message>(
	choice: NightChoice,
	window: NightWindow,
	{ schedule }: Pick<Capabilities, 'schedule'>,
): Gate<M> {
	// Thousands of messages share a reason, and writing out dates is slow.
	const reasons = new Map<string, Reason>();
	const once = (key: string, make: () => Reason): Reason => {
		const reason = reasons.get(key) ?? make();
		reasons.set(key, reason);
		return reason;
	};
	return (message, now) => {
		// What is scheduled for the past some dealers send at once (facts §6.6).
		const goesOut = Math.max(message.scheduleAt ?? now, now);
		if (!isNight(goesOut, window)) return { message, until: nightStart(goesOut, window) };
		const planned = goesOut === now ? null : goesOut;
		const when = () => (planned === null ? 'It is night in Korea.' : `${inKorea(planned)} is night in Korea.`);
		if (choice === 'hold') {
			// Dealers want some minutes between now and a scheduled time, and the request takes a moment to get there.
			const lead = schedule.minLeadMinutes * MINUTE;
			const soonest = ceilMinute(now + lead + MINUTE);
			const scheduleAt = Math.max(morning(goesOut, window), soonest);
			const held = once(`${planned}|${scheduleAt}`, () =>
				closedReason(window, {
					text: `${when()} Scheduled for ${inKorea(scheduleAt)}.`,
					advice: 'Nothing to do; Cancel takes it back before then.',
					retryable: false,
				}),
			);
			return { message: { ...message, scheduleAt }, until: scheduleAt - lead, held };
		}
		const opens = morning(goesOut, window);
		const left = once(`${planned}|${opens}`, () =>
			closedReason(window, {
				text: `${when()} Not sent.`,
				advice: `Send it from ${inKorea(opens)} on, or set At Night to "Hold Until Morning".`,
				retryable: true,
			}),
		);
		return { outcome: choice === 'skip' ? skipped(left) : rejected(left) };
	};
}
