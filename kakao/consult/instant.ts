/** The last instant of which a calendar date can be written. */
const LATEST = Date.UTC(9999, 11, 30);

/** Whether a number that a hub gave can be a time (epoch milliseconds): a hostile one must not break the calendar. */
export const isInstant = (milliseconds: number): boolean => milliseconds > 0 && milliseconds < LATEST;
