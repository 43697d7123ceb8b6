import { read, type Conversation } from '../../delivery/conversation';
import { object, text } from '../../partner/json';

export const GROUPS = '/messages/v4/groups';

/** `unsent`: still filling, nothing goes out. `released`: sent, scheduled or done. */
export type GroupState = 'unsent' | 'released' | 'cannotTell';

/** Asks whether a group has been sent. PENDING is the only state from which it can be (facts §2.2). */
export function* groupState(groupId: string): Conversation<GroupState> {
	const reply = yield* read({ method: 'GET', path: `${GROUPS}/${encodeURIComponent(groupId)}` });
	if (reply.kind !== 'answer' || reply.status >= 300) return 'cannotTell';
	const status = text(object(reply.body).status);
	if (status === undefined) return 'cannotTell';
	return status === 'PENDING' ? 'unsent' : 'released';
}
