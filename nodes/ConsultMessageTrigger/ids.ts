import type { ConsultEvent } from '../../kakao/consult/event';
import { shortHash } from '../shared/triggerMemory';

/** One person at one channel, without telling who. */
export const customerKey = (provider: string, senderKey: string, userKey: string): string =>
	shortHash(JSON.stringify([provider, senderKey, userKey]));

export const customerOf = ({ provider, reply }: ConsultEvent): string =>
	customerKey(provider, reply.senderKey, reply.userKey);

/** Ids by which a repeat of this event is known. */
export const idsOf = ({ provider, eventId, alsoKnownAs }: ConsultEvent): string[] =>
	[eventId, ...alsoKnownAs].map((id) => shortHash(`${provider}:${id}`));
