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
	ended: boolean;
}

const SEPARATOR = '|';

const write = ({ first, since, session, previous, returning, ended }: Mark): string =>
	[first, since, session, previous, Number(returning), Number(ended)].join(SEPARATOR);

function read(text: string): Mark {
	const [first = '0', since = '0', session = '', previous = '', returning, ended] = text.split(SEPARATOR);
	return {
		first: Number(first),
		since: Number(since),
		session,
		previous,
		returning: returning === '1',
		ended: ended === '1',
	};
}

/** Events that are the customer's own doing, or the consult's. */
const OF_CONSULT: ReadonlySet<string> = new Set(['message.received', 'session.started', 'session.ended']);

/** Notes an event, and tells what is known of its customer. */
export function acquaint(live: Live, event: ConsultEvent): Acquaintance {
	const key = customerOf(event);
	const text = live.customers.get(key);
	const at = Math.floor(Date.parse(event.occurredAt) / 1000);
	const known = text === undefined ? null : read(text);
	const mark = OF_CONSULT.has(event.event) ? after(known, event, at) : known;
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

function after(known: Mark | null, event: ConsultEvent, at: number): Mark {
	const session = (event.session.id ?? '').replaceAll(SEPARATOR, '');
	const ends = event.event === 'session.ended';
	if (!known) return { first: at, since: ends ? 0 : at, session, previous: '', returning: false, ended: ends };
	const another = session !== '' && known.session !== '' && session !== known.session;
	// The end of an earlier consult can come late: it says nothing about the present one.
	if (ends) return another ? known : { ...known, session: session || known.session, ended: true };
	if (!another && !known.ended) return { ...known, session: session || known.session, since: known.since || at };
	return { ...known, since: at, session, previous: known.session, returning: true, ended: false };
}
