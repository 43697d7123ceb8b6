import { read } from '../../delivery/conversation';
import { failureReason } from '../../partner/failure';
import type { Desk, Hub } from '../contract';
import { bubbleProblem, inputReason, textProblem } from '../limits';
import { readEnd, refused } from '../raw/answer';
import { END, noticeBody, richBody, textBody, toWireTarget, WRITE } from '../raw/bodies';
import { rawReception } from '../raw/reception';
import { HAPPY_TALK_CODES } from './codes';
import { happyTalk } from './index';
import { named, readProfile } from './profile';
import { block, partProblem, post, say } from './say';
import { upload } from './upload';

const ID = 'happyTalkV1';

const NO_BOT = inputReason(
	'notSupported',
	'HappyTalk hands a consult over to the chatbot in its third format only.',
	'End the consult without a bot event.',
);

/** What an agent can say and do in HappyTalk's first format (facts consulttalk §2.2). It documents no upload of files. */
const desk: Desk = {
	sendText: (target, text, serial) => say(WRITE, textBody(target, text, serial), serial, textProblem(text)),
	sendRich: (target, bubble, serial) =>
		say(
			WRITE,
			richBody(target, bubble, serial),
			serial,
			bubbleProblem(bubble, ['text', 'image']) ?? partProblem(bubble, 'in its first format'),
		),
	*sendFile(target, file, serial) {
		try {
			const { url } = yield* upload(target, file, 'alone', 'v1');
			const body = { ...toWireTarget(target), serial_number: serial, message_type: 'IM', image_url: url };
			return yield* say(WRITE, body, serial, null);
		} catch (failure) {
			// Nothing was said yet: the customer sees nothing of an upload.
			return refused(failureReason(failure));
		}
	},
	sendNotice: (target, notice, serial) => say(WRITE, noticeBody(target, notice, serial), serial, null),
	*end(target, botEvent) {
		if (botEvent !== null) return refused(NO_BOT);
		return readEnd(yield* post(END, toWireTarget(target)), HAPPY_TALK_CODES);
	},
	block,
	upload: (target, file) => upload(target, file, 'bubble', 'v1'),
	*profile(senderKey) {
		named(senderKey);
		const body = { sender_key: senderKey };
		return readProfile(yield* read({ method: 'POST', path: '/v1/center/sender', body }), senderKey);
	},
};

/** HappyTalk for channels that have its first format only. The calls that come in are the same. */
export const happyTalkV1: Hub = {
	...happyTalk,
	id: ID,
	name: 'HappyTalk (v1)',
	capabilities: {
		...happyTalk.capabilities,
		sends: { ...happyTalk.capabilities.sends, file: false, layouts: ['text', 'image'], rawFields: false },
		endsWithBot: false,
	},
	reception: rawReception(ID),
	desk,
};
