import { write, type Conversation } from '../../delivery/conversation';
import type { Reason } from '../../message/outcome';
import type { ConsultOutcome, RichBubble } from '../contract';
import type { ReplyTarget } from '../event';
import { inputReason } from '../limits';
import { readOutcome, refused } from '../raw/answer';
import { toWireTarget } from '../raw/bodies';
import { HAPPY_TALK_CODES } from './codes';

/** What both of HappyTalk's formats do alike. */

export const post = (path: string, body: object) => write({ method: 'POST', path, body });

export function* say(path: string, body: object, serial: string, problem: Reason | null): Conversation<ConsultOutcome> {
	if (problem) return refused(problem);
	return readOutcome(yield* post(path, body), HAPPY_TALK_CODES, serial);
}

/** The first format has no place for these (facts consulttalk §2.2); quick replies go by it. */
export function partProblem({ imageLink, header, description, extra }: RichBubble, when: string): Reason | null {
	const parts = { 'image link': imageLink, header, description, 'raw fields': extra };
	const found = Object.entries(parts).find(([, value]) => value !== undefined && value !== '');
	if (!found) return null;
	return inputReason(
		'notInFirstFormat',
		`HappyTalk takes no ${found[0]} ${when}.`,
		'Leave it out, or put a link on a button.',
	);
}

export function* block(target: ReplyTarget, blocked: boolean): Conversation<ConsultOutcome> {
	const reply = yield* post(`/v1/profile/user/${blocked ? 'block' : 'unblock'}`, toWireTarget(target));
	return readOutcome(reply, HAPPY_TALK_CODES, null);
}
