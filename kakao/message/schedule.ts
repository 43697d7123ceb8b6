import type { Problem } from './limits';
import { ceilMinute, kstIso, parseInstant } from './kst';

/** What a dealer allows for scheduled sends. */
export interface ScheduleRule {
	minLeadMinutes: number;
	maxDays: number;
	/** The dealer knows no seconds. */
	wholeMinutes: boolean;
}

const isEmpty = (given: unknown) => given === undefined || given === null || given === '';

/** The instant to send at, epoch milliseconds; null = at once (or not readable, which scheduleProblems reports). */
export function toScheduleTime(given: unknown, wholeMinutes: boolean): number | null {
	const instant = isEmpty(given) ? null : parseInstant(given);
	return instant !== null && wholeMinutes ? ceilMinute(instant) : instant;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A time in the past is refused by one dealer and sent at once by another: we refuse it for all (facts §6.6). */
export function scheduleProblems(given: unknown, instant: number | null, rule: ScheduleRule, now: number): Problem[] {
	if (isEmpty(given)) return [];
	const field = 'Send At';
	if (instant === null)
		return [
			{
				field,
				text: 'is not a date and time',
				cure: 'Write it like 2026-12-01 09:30 (Korean time) or with a time zone.',
			},
		];
	const shown = kstIso(instant).slice(0, 16).replace('T', ' ');
	if (instant <= now)
		return [
			{ field, text: `is past (${shown} Korean time)`, cure: 'Choose a later time, or leave it empty to send now.' },
		];
	if (instant < now + rule.minLeadMinutes * MINUTE) {
		return [
			{
				field,
				text: `is too soon (${shown} Korean time)`,
				cure: `This dealer needs at least ${rule.minLeadMinutes} minutes; choose a later time, or leave it empty to send now.`,
			},
		];
	}
	if (instant > now + rule.maxDays * DAY) {
		return [
			{
				field,
				text: `is too far ahead (${shown} Korean time)`,
				cure: `This dealer accepts at most ${rule.maxDays} days.`,
			},
		];
	}
	return [];
}
