import { parseInstant } from '../message/kst';
import type { Reason } from '../message/outcome';

const LAW = 'Send advertising only to people who agreed to it (정보통신망법 §50(1)).';

const noConsent = (text: string, advice = LAW): Reason => ({
	code: 'noConsent',
	codeSpace: 'policy',
	kind: 'recipient',
	text,
	advice,
	retryable: false,
});

const DAY = 24 * 60 * 60_000;
/** Nobody consented to KakaoTalk messages in the last century; a flag such as 1 read as a time lies in 1970. */
const EARLIEST = Date.UTC(2000, 0, 1);

/**
 * Why a person may not get advertising, or null. The value is the time of their consent: proof that there was one, as
 * the sender must be able to show. `yes` or `true` is no time and does not do.
 */
export function consentProblem(value: unknown, now: number, options: { validDays: number | null }): Reason | null {
	if (value === undefined || value === null || value === '')
		return noConsent('No consent to advertising is on record.');
	const given = parseInstant(value);
	if (given === null || given < EARLIEST)
		return noConsent(
			'The consent field holds no date, so nobody can tell when consent was given.',
			`Map it to the column with the date of the consent: a yes proves nothing. ${LAW}`,
		);
	if (given > now) return noConsent('The consent lies in the future.');
	if (options.validDays !== null && given < now - options.validDays * DAY)
		return noConsent(`The consent is older than ${options.validDays} days.`);
	return null;
}
