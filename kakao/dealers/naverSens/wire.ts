import type { Fallback } from '../../message/message';
import { ceilMinute, kstFormat } from '../../message/kst';
import type { Recipient } from '../../message/phone';
import type { Button } from '../../message/template';
import { compact } from '../../partner/json';

/** What AlimTalk and Brand Messages write alike (facts §3.2 to §3.4). */

export const toWireRecipient = ({ country, national }: Recipient) => ({ countryCode: country, to: national });

/** A time for the whole request. SENS knows no seconds. */
export const toWireReservation = (scheduleAt: number | null) =>
	scheduleAt === null
		? {}
		: { reserveTime: kstFormat(ceilMinute(scheduleAt), 'yyyy-MM-dd HH:mm'), reserveTimeZone: 'Asia/Seoul' };

/** Always explicit: left out, the channel's setting in the console would decide (facts §3.3). */
export const toWireFailover = (fallback: Fallback | null) => ({
	useSmsFailover: fallback !== null,
	failoverConfig: fallback
		? compact({
				type: fallback.type,
				from: fallback.from || undefined,
				subject: fallback.title || undefined,
				content: fallback.text,
			})
		: undefined,
});

type Links = Pick<Button, 'linkMobile' | 'linkPc' | 'schemeAndroid' | 'schemeIos'>;

export const toWireLinks = ({ linkMobile, linkPc, schemeIos, schemeAndroid }: Links) => ({
	linkMobile,
	linkPc,
	schemeIos,
	schemeAndroid,
});

export const toWireButton = (button: Button) =>
	compact({ type: button.type, name: button.name, ...toWireLinks(button) });

/** Undefined instead of an empty list, so that `compact` leaves it out. */
export const toWireButtons = (buttons: readonly Button[], toWire: (button: Button) => object = toWireButton) =>
	buttons.length > 0 ? buttons.map(toWire) : undefined;
