import type { Webhook } from '../contract';
import { list, object, text } from '../../partner/json';
import { LANES } from './lane';
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
		return list(call.hooks).flatMap((hook) => {
			const type = text(hook.kakaoMessageType) ?? '';
			const lane = LANES.find(({ webhookType }) => type.startsWith(webhookType));
			if (!lane) return [];
			const id = text(hook.hookId) ?? `${text(hook.requestId)}/${text(hook.recipientSeq)}/${text(hook.resultCode)}`;
			return [{ id, report: { ...toReport(hook, lane), raw: hook } }];
		});
	},
};
