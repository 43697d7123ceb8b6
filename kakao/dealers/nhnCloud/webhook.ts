import type { Webhook } from '../contract';
import { list, object, text } from '../json';
import { toReport } from './reports';

const RESULT_EVENT = 'MESSAGE_RESULT_UPDATE';

/** Facts §1.5: the URL and a secret of one's own are typed in the console; the header carries that secret as it is. */
export const webhook: Webhook = {
	registration: 'console',
	tellsFallback: false,
	header: 'x-toast-webhook-signature',
	proof: (secret) => secret,
	reports(body) {
		const call = object(body);
		if (call.event !== RESULT_EVENT) return [];
		return list(call.hooks)
			.filter((hook) => (text(hook.kakaoMessageType) ?? '').startsWith('ALIMTALK'))
			.map((hook) => ({
				id: text(hook.hookId) ?? `${text(hook.requestId)}/${text(hook.recipientSeq)}/${text(hook.resultCode)}`,
				report: { ...toReport(hook), raw: hook },
			}));
	},
};
