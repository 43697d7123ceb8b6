import { write, type Conversation } from '../../delivery/conversation';
import type { Reason } from '../../message/outcome';
import type { ConsultOutcome, Desk } from '../contract';
import { bubbleProblem, inputReason, textProblem } from '../limits';
import { readEnd, readOutcome, refused } from '../raw/answer';
import { noticeBody, richBody, textBody, toWireTarget } from '../raw/bodies';
import { END_PATH, SEND_PATH } from './auth';
import { HUB_CODES } from './codes';

/** Kakao's own format, sent on as it is (facts consulttalk §2.2). A lost answer is never asked again. */
export const desk: Desk = {
	sendText: (target, text, serial) => say(textBody(target, text, serial), serial, textProblem(text)),
	sendRich: (target, bubble, serial) =>
		say(
			richBody(target, bubble, serial),
			serial,
			bubbleProblem(bubble, ['text']) ??
				(bubble.imageLink === undefined ? null : cannot('leads nowhere from a picture')),
		),
	sendNotice: (target, notice, serial) => say(noticeBody(target, notice, serial), serial, null),
	*end(target, botEvent) {
		if (botEvent !== null) return refused(cannot('cannot hand over to the chatbot'));
		return readEnd(yield* write({ method: 'POST', path: END_PATH, body: toWireTarget(target) }), HUB_CODES);
	},
};

function* say(body: object, serial: string, problem: Reason | null): Conversation<ConsultOutcome> {
	if (problem) return refused(problem);
	return readOutcome(yield* write({ method: 'POST', path: SEND_PATH, body }), HUB_CODES, serial);
}

const cannot = (what: string): Reason =>
	inputReason('notSupported', `A raw hub ${what}.`, 'Do without it here, or use a hub that can.');
