import type { NhnAccount } from '../account.mts';
import { Refusal, SUCCESS } from '../codes.mts';
import { channelOf, senderState } from '../lists.mts';
import { OPT_OUT_NUMBER } from './audience.mts';

/** `GET …/senders/{senderKey}` */
export function oneBrandSender(account: NhnAccount, senderKey: string) {
	const channel = channelOf(account, senderKey);
	const setting = account.brandFailback.get(senderKey);
	return {
		header: SUCCESS,
		sender: {
			...senderState(channel), unsubscribePhoneNumber: channel.unsubscribeNumber, unsubscribeAuthNumber: null,
			brandMessage: {
				resendAppKey: setting ? account.resendAppKey : null, isResend: setting?.isResend ?? false,
				resendSendNo: setting?.resendSendNo ?? null, resendUnsubscribeNo: setting?.resendUnsubscribeNo ?? null,
			},
			marketingAgreement: channel.marketingApproved,
		},
	};
}

/** `POST …/senders/{senderKey}/upload-marketing-agreement`: the proof itself is not looked at. */
export function uploadConsentProof(account: NhnAccount, senderKey: string, file: unknown) {
	const channel = channelOf(account, senderKey);
	if (!(file instanceof File)) throw new Refusal('-9993');
	if (file.size === 0) throw new Refusal('-3342');
	account.consentProofs.add(channel.senderKey);
	return { header: SUCCESS };
}

/** `POST …/senders/{senderKey}/marketing-agreement`: granted at once where Kakao would look at the channel first. */
export function applyForStrangers(account: NhnAccount, senderKey: string) {
	const channel = channelOf(account, senderKey);
	if (channel.status !== 'active') throw new Refusal('-1014');
	if (!account.consentProofs.has(senderKey)) throw new Refusal('-3343', '마케팅 수신 동의 증적 자료가 없습니다.');
	channel.marketingApproved = true;
	return { header: SUCCESS };
}

export interface BrandFailbackBody {
	senderKey?: string;
	isResend?: boolean;
	resendSendNo?: string | null;
	resendUnsubscribeNo?: string | null;
}

/** `POST …/failback` */
export function setBrandFailback(account: NhnAccount, body: BrandFailbackBody) {
	if (!body.senderKey) throw new Refusal('-2001', 'senderKey');
	if (body.isResend === undefined) throw new Refusal('-2002', 'isResend');
	if (body.resendUnsubscribeNo && !OPT_OUT_NUMBER.test(body.resendUnsubscribeNo)) throw new Refusal('-1019');
	const { resendSendNo, resendUnsubscribeNo } = body;
	account.brandFailback.set(channelOf(account, body.senderKey).senderKey, {
		isResend: body.isResend, resendSendNo: resendSendNo ?? '', ...(resendUnsubscribeNo && { resendUnsubscribeNo }),
	});
	return { header: SUCCESS };
}
