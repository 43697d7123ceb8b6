import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ConsultEvent } from '../../kakao/consult/event';
import { kstIso } from '../../kakao/message/kst';
import type { Acquaintance } from './customers';

/** What every item of one call has in common. */
export interface CallFacts {
	receivedAt: number;
	/** The trigger's own address: there "Send and Wait" leaves word of whose answer it awaits. */
	listener: string;
	/** The hub's body, where it is asked for. */
	raw?: unknown;
}

/** An event as the flow gets it, the same shape for every hub (facts consulttalk §7). */
export function toItem(
	event: ConsultEvent,
	{ isReturning, firstSeenAt, previousSessionId, startedAt }: Acquaintance,
	{ receivedAt, listener, raw }: CallFacts,
): INodeExecutionData {
	const json = {
		...shown(event),
		receivedAt: kstIso(receivedAt),
		user: { ...event.user, isReturning, firstSeenAt },
		session: { ...event.session, previousSessionId, startedAt },
		reply: { ...event.reply, listener },
		...(raw !== undefined && { raw }),
	};
	return { json: json as unknown as IDataObject };
}

/** Ids for recognising repeats tell the flow nothing. */
const shown = (event: ConsultEvent) =>
	Object.fromEntries(Object.entries(event).filter(([name]) => name !== 'alsoKnownAs'));
