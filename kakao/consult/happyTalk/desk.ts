import { failureReason } from '../../partner/failure';
import type { Desk } from '../contract';
import { botEventProblem, bubbleProblem, textProblem } from '../limits';
import { readEnd, refused } from '../raw/answer';
import { END, richBody as firstRichBody, toWireTarget, WRITE } from '../raw/bodies';
import { fileBody, noticeBody, richBody, textBody } from './bodies';
import { HAPPY_TALK_CODES } from './codes';
import { LAYOUTS } from './layouts';
import { profile } from './profile';
import { block, partProblem, post, say } from './say';
import { upload } from './upload';

const PLAIN = '/kakaoWebhook/v3/bzc/chat/send/plain';
const RICH = '/kakaoWebhook/v3/bzc/chat/send/rich';
const END_WITH_BOT = '/kakaoWebhook/v3/bzc/chat/endWithBot';

/**
 * What an agent can say and do at HappyTalk: its third format, and the first for what the third doesn't document: quick
 * replies, the plain end, blocking (facts consulttalk §2.2, §2.3). A lost answer is never asked again.
 */
export const desk: Desk = {
	sendText: (target, text, serial) => say(PLAIN, textBody(target, text, serial), serial, textProblem(text)),
	*sendRich(target, bubble, serial) {
		const plain = bubble.quickReplies.length > 0;
		const problem =
			bubbleProblem(bubble, plain ? ['text', 'image'] : LAYOUTS) ??
			(plain ? partProblem(bubble, 'together with quick replies') : null);
		return plain
			? yield* say(WRITE, firstRichBody(target, bubble, serial), serial, problem)
			: yield* say(RICH, richBody(target, bubble, serial), serial, problem);
	},
	*sendFile(target, file, serial) {
		try {
			const uploaded = yield* upload(target, file, 'alone');
			return yield* say(PLAIN, fileBody(target, file.kind, uploaded, serial), serial, null);
		} catch (failure) {
			// Nothing was said yet: the customer sees nothing of an upload.
			return refused(failureReason(failure));
		}
	},
	sendNotice: (target, notice, serial) => say(RICH, noticeBody(target, notice, serial), serial, null),
	*end(target, botEvent) {
		const body = toWireTarget(target);
		if (botEvent === null) return readEnd(yield* post(END, body), HAPPY_TALK_CODES);
		const problem = botEventProblem(botEvent);
		if (problem) return refused(problem);
		const withEvent = botEvent === '' ? body : { ...body, bot_event: botEvent };
		return readEnd(yield* post(END_WITH_BOT, withEvent), HAPPY_TALK_CODES);
	},
	block,
	upload: (target, file) => upload(target, file, 'bubble'),
	profile,
};
