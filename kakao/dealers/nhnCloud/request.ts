import { ceilMinute, kstFormat } from '../../message/kst';
import type { Fallback } from '../../message/message';

/** What sends of both lanes hold alike. */

/** KST is not written in the guide; every sample is (facts §5, U). */
export const requestDate = (scheduleAt: number | null) =>
	scheduleAt === null ? {} : { requestDate: kstFormat(ceilMinute(scheduleAt), 'yyyy-MM-dd HH:mm') };

/** Always explicit: left out, the console's setting would decide (facts §1.3). */
export function resendParameter(fallback: Fallback | null) {
	if (!fallback) return { isResend: false };
	return {
		isResend: true,
		resendType: fallback.type,
		...(fallback.title && { resendTitle: fallback.title }),
		resendContent: fallback.text,
		...(fallback.from && { resendSendNo: fallback.from }),
	};
}
