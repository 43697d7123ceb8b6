import type { Made } from '../../../kakao/message/made';

/** What was made; the problems in the error otherwise. */
export function valueOf<T>(made: Made<T>): T {
	if ('value' in made) return made.value;
	throw new Error(made.problems.map(({ field, text, cure }) => `${field} ${text}. ${cure}`).join(' '));
}
