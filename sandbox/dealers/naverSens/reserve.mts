import { parseWallClock } from '../../world/kst.mts';
import { badRequest } from './errors.mts';

/** At least ten minutes ahead, at most 180 days (E-PHP). */
const SOONEST_MS = 10 * 60 * 1000;
const FURTHEST_MS = 180 * 86_400_000;
const DEFAULT_ZONE = 'Asia/Seoul';

/** How far the zone's wall clock is ahead of UTC at that instant, in ms. */
function zoneOffset(timeZone: string, at: number): number {
	const parts = new Intl.DateTimeFormat('en-CA', {
		timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
	}).formatToParts(at);
	const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
	const wallClock = parseWallClock(`${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`, 'minutes');
	return (wallClock ?? at) - Math.floor(at / 60_000) * 60_000;
}

function knownZone(timeZone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone });
		return true;
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}

export interface Reservation {
	time: string;
	timeZone: string;
	/** ms since the epoch */
	due: number;
}

/** @throws SensError 400 for another format, an unknown zone, or a time outside the window */
export function readReservation(reserveTime: string | null | undefined, reserveTimeZone: string | null | undefined): Reservation | null {
	if (!reserveTime) return null;
	const timeZone = reserveTimeZone || DEFAULT_ZONE;
	if (!knownZone(timeZone)) throw badRequest(`reserveTimeZone: unknown time zone ${timeZone}`);
	const wallClock = parseWallClock(reserveTime, 'minutes');
	if (wallClock === null) throw badRequest('reserveTime: must be YYYY-MM-DD HH:mm');
	const due = wallClock - zoneOffset(timeZone, wallClock);
	const now = Date.now();
	if (due < now + SOONEST_MS) throw badRequest('reserveTime: must be at least 10 minutes ahead');
	if (due > now + FURTHEST_MS) throw badRequest('reserveTime: must be within 180 days');
	return { time: reserveTime, timeZone, due };
}
