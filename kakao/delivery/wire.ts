import type { Answer, DealerRequest } from './conversation';
import type { Pacer } from './pacer';

/** One attempt on the wire. */
export type Exchange =
	| Answer
	/** The request surely did not reach the dealer (DNS, connection refused, TLS). */
	| { kind: 'notSent'; detail: string }
	/** It was sent, and then time ran out or the connection broke. */
	| { kind: 'lost'; detail: string };

/** What a driver needs of the outside world; n8n implements it in one file, tests with a plain HTTP client. */
export interface Wire {
	exchange(request: DealerRequest): Promise<Exchange>;
	sleep(milliseconds: number): Promise<void>;
	now(): number;
	/** True once the person has stopped the execution: nothing new is sent. */
	stopped(): boolean;
	/** True once nothing may be sent any more; reading goes on. Absent = never. */
	closed?(): boolean;
	/** Shared by everything that uses the same credential in this process. */
	pacer: Pacer;
}
