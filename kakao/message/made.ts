import type { Problem } from './limits';

/** What was asked for, or every reason why it cannot be had. */
export type Made<T> = { value: T } | { problems: Problem[] };

/** All there is to mend, so that nobody mends one thing and meets the next. */
export const problemsOf = (...made: readonly Made<unknown>[]): Problem[] =>
	made.flatMap((each) => ('problems' in each ? each.problems : []));
