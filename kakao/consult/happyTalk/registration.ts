import { write } from '../../delivery/conversation';
import { answerBody } from '../../partner/failure';
import type { Registration } from '../contract';
import { judgeBy } from '../raw/answer';
import { HAPPY_TALK_CODES } from './codes';

/**
 * One receive address for each channel; Kakao appends /message, /reference and /expired_session (facts consulttalk §1.1).
 * Setting it takes the channel away from whichever consult product had it. HappyTalk documents no way to read it.
 */
export const registration: Registration = {
	*set(senderKey, url) {
		const reply = yield* write({
			method: 'POST',
			path: `/kakaoWebhook/v1/bzmc/consult/${encodeURIComponent(senderKey)}/receiveDomain`,
			body: { domain: url.replace(/\/+$/, '') },
		});
		answerBody(reply, 'whether HappyTalk took the receive address', judgeBy(HAPPY_TALK_CODES));
	},
};
