import type { Channel, OptOut, Targeting } from '../../../world/types.mts';
import { Refusal } from '../codes.mts';
import type { BrandRecipient, WireOptOut } from './bodies.mts';

/** 080-xxx-xxxx, 080-xxxx-xxxx, 080xxxxxxx, 080xxxxxxxx (-3340). */
export const OPT_OUT_NUMBER = /^(?:080-\d{3,4}-\d{4}|080\d{7,8})$/;
const AUTH_NUMBER = /^\d{1,9}$/;

/** @throws Refusal -3340 also for an authentication number alone ("unsubscribeNo 없이 … 입력 불가"; its code is not documented) */
function optOutIn({ unsubscribeNo, unsubscribeAuthNo }: WireOptOut): OptOut | null {
	if (unsubscribeNo ? !OPT_OUT_NUMBER.test(unsubscribeNo) : unsubscribeAuthNo) throw new Refusal('-3340');
	if (unsubscribeAuthNo && !AUTH_NUMBER.test(unsubscribeAuthNo)) throw new Refusal('-3341');
	return unsubscribeNo ? { number: unsubscribeNo, authNumber: unsubscribeAuthNo || null } : null;
}

function targetingIn(text: string | null | undefined, required: boolean): Targeting {
	if (text === 'M' || text === 'N' || text === 'I') return text;
	// What freestyle messages do without it is not documented; everybody may use I.
	if (!required && !text) return 'I';
	throw new Refusal('-3298');
}

export interface Audience {
	targeting: Targeting;
	/** null = the channel's own. */
	optOut: OptOut | null;
}

/**
 * Whom each recipient is addressed as, and how strangers object.
 * @param templated basic messages must say it, freestyle ones may
 * @throws Refusal for the whole request: what is wrong here is wrong with the sender's profile or the form of a field
 */
export function audienceOf(channel: Channel, request: WireOptOut, recipients: readonly BrandRecipient[], templated: boolean): Audience[] {
	const common = optOutIn(request);
	return recipients.map((recipient) => {
		const targeting = targetingIn(recipient.targeting, templated);
		const own = optOutIn(recipient);
		// "공통 필드와 수신자별 필드 둘 다 입력 시 공통 필드가 우선 적용"
		const optOut = common ?? own;
		if (targeting !== 'I') {
			if (!channel.marketingApproved) throw new Refusal('-4029');
			if (!optOut && channel.unsubscribeNumber === null) throw new Refusal('-3300');
		}
		return { targeting, optOut };
	});
}
