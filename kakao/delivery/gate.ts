import type { Outcome, Reason } from '../message/outcome';

/** Whether a message may leave now, and until when its request may begin. */
export type Admission<M> =
	| {
			message: M;
			/** Epoch milliseconds; a request that has not begun by then is not made. Infinity = any time. */
			until: number;
			/** Why it goes later than asked for; its outcome is then `held`. */
			held?: Reason;
	  }
	| { outcome: Outcome };

/** Asked for each message right before its request: a run can take so long that the answer changes. */
export type Gate<M> = (message: M, now: number) => Admission<M>;

/** Lets everything through. */
export const openGate = <M>(message: M): Admission<M> => ({ message, until: Infinity });
