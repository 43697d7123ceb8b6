import { TEXT_LIMITS, cutToBytes, textMessage } from '../../world/text.mts';
import type { AlimTalkBubble, Channel, TextMessage } from '../../world/types.mts';
import type { FailbackSetting } from './account.mts';
import type { ResendParameter } from './bodies.mts';
import { Refusal } from './codes.mts';

/** What NHN sends for an AlimTalk when no text is given: the body, then "name - mobile link" of every web link button. */
export function linkedContent({ text, buttons }: AlimTalkBubble): string {
	const links = buttons.filter((button) => button.type === 'WL').map((button) => `${button.name} - ${button.linkMobile ?? ''}`);
	return [text, ...links].join('\n');
}

/** @throws Refusal for a type that is neither SMS nor LMS, and -2502 for a fallback the channel is not set up for */
export function checkResend(resend: ResendParameter | null | undefined, setting: FailbackSetting | undefined): void {
	if (!resend) return;
	if (resend.resendType && resend.resendType !== 'SMS' && resend.resendType !== 'LMS') throw new Refusal('4', 'resendType must be SMS or LMS');
	if (resend.isResend === true && !setting) throw new Refusal('-2502');
}

/**
 * The text message a recipient would get instead. Without `isResend` the console's setting decides (alimtalk-api-guide:
 * "콘솔에서 대체 발송 설정 시, 기본으로 대체 발송"); too long texts are cut, not refused.
 */
export function fallbackOf(
	resend: ResendParameter | null | undefined,
	setting: FailbackSetting | undefined,
	defaultContent: () => string,
	channel: Channel,
): TextMessage | null {
	if (!setting || !(resend?.isResend ?? setting.isResend)) return null;
	const text = resend?.resendContent || defaultContent();
	const wished = resend?.resendType === 'SMS' || resend?.resendType === 'LMS' ? resend.resendType : undefined;
	const { type } = textMessage({ type: wished, from: '', title: null, text });
	return textMessage({
		type,
		from: resend?.resendSendNo || setting.resendSendNo,
		title: cutToBytes(resend?.resendTitle || channel.searchId, TEXT_LIMITS.title),
		text: cutToBytes(text, type === 'SMS' ? TEXT_LIMITS.sms : TEXT_LIMITS.lms),
	});
}
