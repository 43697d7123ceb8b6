import type { ConsultEvent } from '../../kakao/consult/event';
import { kstIso } from '../../kakao/message/kst';
import { customerOf } from './ids';
import type { Live } from './memory';

/** What is known of a customer beside what the hub tells. */
export interface Acquaintance {
	/** There was a consult before this one. */
	isReturning: boolean;
	/** ISO, Korean time: the first thing we heard of them. */
	firstSeenAt: string;
	previousSessionId: string | null;
	startedAt: string | null;
}

interface Mark {
	/** Seconds since the epoch. */
	first: number;
	/** When the present consult began; 0 = only its end was heard. */
	since: number;
	session: string;
	previous: string;
	returning: boolean;
	/** When its end was told, epoch milliseconds; 0 = it has not ended. */
	ended: number;
}

const SEPARATOR = '|';

const write = ({ first, since, session, previous, returning, ended }: Mark): string =>
	[first, since, session, previous, Number(returning), ended].join(SEPARATOR);

function read(text: string): Mark {
	const [first = '0', since = '0', session = '', previous = '', returning, ended = '0'] = text.split(SEPARATOR);
	return {
		first: Number(first),
		since: Number(since),
		session,
		previous,
		returning: returning === '1',
		ended: Number(ended),
	};
}

/** Events that are the customer's own doing, or the consult's. */
const OF_CONSULT: ReadonlySet<string> = new Set(['message.received', 'session.started', 'session.ended']);

/** Notes an event, and tells what is known of its customer. */
export function acquaint(live: Live, event: ConsultEvent): Acquaintance {
	const key = customerOf(event);
	const text = live.customers.get(key);
	const instant = Date.parse(event.occurredAt);
	const at = Math.floor(instant / 1000);
	const known = text === undefined ? null : read(text);
	const mark = OF_CONSULT.has(event.event) ? after(known, event, instant) : known;
	if (mark) {
		live.customers.delete(key);
		live.customers.set(key, write(mark));
	}
	const iso = (seconds: number) => kstIso(seconds * 1000);
	return {
		isReturning: mark?.returning ?? false,
		firstSeenAt: iso(mark?.first ?? at),
		previousSessionId: mark?.previous || null,
		startedAt: mark && mark.since > 0 ? iso(mark.since) : null,
	};
}

function after(known: Mark | null, event: ConsultEvent, instant: number): Mark {
	const at = Math.floor(instant / 1000);
	const session = (event.session.id ?? '').replaceAll(SEPARATOR, '');
	const ends = event.event === 'session.ended';
	if (!known)
		return { first: at, since: ends ? 0 : at, session, previous: '', returning: false, ended: ends ? instant : 0 };
	const another = session !== '' && known.session !== '' && session !== known.session;
	// The end of an earlier consult can come late: it says nothing about the present one.
	if (ends) return another ? known : { ...known, session: session || known.session, ended: instant };
	if (!another && known.ended === 0) return { ...known, session: session || known.session, since: known.since || at };
	// Nor does something of it that the end has overtaken on the way open another one.
	if (session !== '' && !another && instant <= known.ended) return known;
	return { ...known, since: at, session, previous: known.session, returning: true, ended: 0 };
}
