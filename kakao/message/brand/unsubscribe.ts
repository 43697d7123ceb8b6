import type { Problem } from '../limits';
import type { Unsubscribe } from './message';

/** 080 and 7 or 8 digits, with or without hyphens (facts §1.4). */
const FREE_NUMBER = /^080\d{7,8}$/;
const AUTH_NUMBER = /^\d{1,9}$/;

const FIELD = 'Opt-Out Number (080)';

/** The free opt-out number as given, or what is wrong with it. Empty means the one registered for the channel. */
export function resolveUnsubscribe(
	given: { number: unknown; authNumber: unknown },
	accepted: boolean,
): { unsubscribe: Unsubscribe | null; problems: Problem[] } {
	const number = digitsOf(given.number);
	const authNumber = digitsOf(given.authNumber);
	if (number === '' && authNumber === '') return { unsubscribe: null, problems: [] };
	const problems = problemsOf(number, authNumber, accepted);
	return { unsubscribe: problems.length > 0 ? null : { number, authNumber }, problems };
}

const digitsOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).replace(/[\s-]/g, '') : '';

function problemsOf(number: string, authNumber: string, accepted: boolean): Problem[] {
	if (!accepted)
		return [
			{
				field: FIELD,
				text: 'cannot be given with a message at this dealer',
				cure: "Register it for the channel in the dealer's console, and leave the field empty.",
			},
		];
	if (number === '')
		return [{ field: FIELD, text: 'is empty although its code is set', cure: 'Fill it in, or empty both.' }];
	const problems: Problem[] = [];
	if (!FREE_NUMBER.test(number))
		problems.push({ field: FIELD, text: 'is not a 080 number', cure: 'Write it like 080-123-4567.' });
	if (authNumber !== '' && !AUTH_NUMBER.test(authNumber))
		problems.push({ field: 'Opt-Out Code', text: 'is not a code', cure: 'It has at most 9 digits.' });
	return problems;
}
