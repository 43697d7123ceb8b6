import type { Reception } from '../contract';
import { parseExactJson } from '../../partner/exactJson';
import { RAW_CALLS, readRaw } from './read';

/**
 * Kakao's callbacks as a hub hands them on: three path ends, and no proof of who calls (facts consulttalk §1.1, trap 4).
 * The secret address and the list of sender keys must do.
 */
export const rawReception = (provider: string): Reception => ({
	suffixes: RAW_CALLS,
	proof: 'none',
	verify: () => 'genuine',
	read({ suffix, rawBody }, now) {
		const kind = RAW_CALLS.find((each) => each === suffix);
		const event = kind === undefined ? null : readRaw(kind, parsed(rawBody), provider, now);
		return event === null ? [] : [event];
	},
});

/** The end of a consult may come without a body. */
function parsed(rawBody: string): unknown {
	try {
		return parseExactJson(rawBody);
	} catch {
		return undefined;
	}
}
