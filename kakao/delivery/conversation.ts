/**
 * A dealer adapter does no I/O. What takes several requests it writes as a conversation: a generator that yields
 * what it wants to ask and gets what came back. Whoever holds the wire drives it (converse.ts), so adapters are
 * tested with plain values and every dealer gets the same pacing, patience and honesty about lost answers.
 */

/** A request without secrets: signing happens on the wire, anew for each attempt. */
export interface DealerRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** From the base URL on, query included and encoded; `{field}` stands for a field of the credential. */
	path: string;
	headers?: Readonly<Record<string, string>>;
	body?: unknown;
}

/** An HTTP answer, read whole. */
export interface Answer {
	kind: 'answer';
	status: number;
	headers: Readonly<Record<string, string>>;
	/** Parsed JSON, or the text when it is none. */
	body: unknown;
}

/** What came back for one request, after the driver's patience. */
export type Reply =
	| Answer
	/** Surely not accepted: never reached the dealer, turned away with 429 until patience ran out, or no longer allowed. */
	| { kind: 'refused'; why: 'unreachable' | 'throttled' | 'stopped' | 'closed'; detail: string }
	/** Sent, but no usable answer: it may have been accepted. */
	| { kind: 'lost'; detail: string };

export type Wish =
	/** `read` changes nothing and is repeated by the driver; `write` is never repeated once it may have arrived. */
	{ kind: 'ask'; mode: 'read' | 'write'; request: DealerRequest } | { kind: 'pause'; milliseconds: number };

/** Yields wishes, receives replies, returns its result. */
export type Conversation<T> = Generator<Wish, T, Reply | undefined>;

/** Asks for something that changes nothing at the dealer. */
export function read(request: DealerRequest): Conversation<Reply> {
	return ask('read', request);
}

/** Asks for something that must not happen twice. */
export function write(request: DealerRequest): Conversation<Reply> {
	return ask('write', request);
}

function* ask(mode: 'read' | 'write', request: DealerRequest): Conversation<Reply> {
	const reply = yield { kind: 'ask', mode, request };
	if (reply === undefined) throw new Error('A conversation was driven without a reply to its question');
	return reply;
}

/** Gives the dealer time before the next question. */
export function* pause(milliseconds: number): Conversation<void> {
	yield { kind: 'pause', milliseconds };
}

/** `path?key=value`, leaving out empty values; lists repeat their key. */
export function withQuery(
	path: string,
	query: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): string {
	const parts = Object.entries(query).flatMap(([key, value]) =>
		value === undefined || value === ''
			? []
			: [value].flat().map((each) => `${encodeURIComponent(key)}=${encodeURIComponent(String(each))}`),
	);
	return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}
