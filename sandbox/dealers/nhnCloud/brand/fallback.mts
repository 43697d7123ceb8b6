import { TEXT_LIMITS, cutToBytes, euckrBytes } from '../../../world/text.mts';
import type { Channel, TextMessage } from '../../../world/types.mts';
import type { FailbackSetting } from '../account.mts';
import { Refusal } from '../codes.mts';
import { checkResend, fallbackOf } from '../fallback.mts';
import { OPT_OUT_NUMBER } from './audience.mts';
import type { BrandResend } from './bodies.mts';

const MARK = '(광고)';
/** "`(광고)내용[무료 수신거부]080XXXXXXX`" (friendtalkupgrade-console-guide.md, 대체 발송 관리). */
const ADVERTISEMENT = /^\(광고\)[^]*\[무료 ?수신거부\] ?080-?\d{3,4}-?\d{4}/;

/** @throws Refusal as for AlimTalk, and -1019 for an opt-out number that is none */
export function checkBrandResend(resend: BrandResend | null | undefined, setting: FailbackSetting | undefined): void {
	checkResend(resend, setting);
	if (resend?.resendUnsubscribeNo && !OPT_OUT_NUMBER.test(resend.resendUnsubscribeNo)) throw new Refusal('-1019');
}

/** The prescribed words around the body; the body gives way when all of it does not fit. */
function advertisement(body: string, number: string, sms: boolean): string {
	const end = `\n[무료 수신거부]${number}`;
	const room = (sms ? TEXT_LIMITS.sms : TEXT_LIMITS.lms) - euckrBytes(MARK + end);
	return MARK + cutToBytes(body, room) + end;
}

/**
 * The text message a recipient would get instead. It is an advertisement too, so it needs an opt-out number and the
 * prescribed words: NHN writes them itself around the body, but a text of the caller's own must already have them, and
 * without either the fallback fails (console guide, as above).
 * @param body the message's own text; null for types without one
 */
export function brandFallback(
	resend: BrandResend | null | undefined, setting: FailbackSetting | undefined, body: string | null, channel: Channel,
): TextMessage | null {
	if (!setting || !(resend?.isResend ?? setting.isResend)) return null;
	const own = resend?.resendContent || null;
	if (own === null && body === null) {
		// Types without a text have nothing to send. That this is how NHN says so is inferred from the code's name.
		if (resend?.isResend) throw new Refusal('-4200');
		return null;
	}
	const number = resend?.resendUnsubscribeNo || setting.resendUnsubscribeNo || '';
	const text = own ?? advertisement(body ?? '', number, resend?.resendType === 'SMS');
	const message = fallbackOf(resend, setting, () => text, channel);
	return message && (number === '' || !ADVERTISEMENT.test(text)) ? { ...message, faulty: true } : message;
}
