import { createHash } from 'node:crypto';

import type { ConsultEvent } from '../../kakao/consult/event';

/** 72 bits: short enough to keep a thousand with each call, and no two of them meet by chance. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);

/** One person at one channel, without telling who. */
export const customerKey = (provider: string, senderKey: string, userKey: string): string =>
	shortHash(JSON.stringify([provider, senderKey, userKey]));

export const customerOf = ({ provider, reply }: ConsultEvent): string =>
	customerKey(provider, reply.senderKey, reply.userKey);

/** Ids by which a repeat of this event is known. */
export const idsOf = ({ provider, eventId, alsoKnownAs }: ConsultEvent): string[] =>
	[eventId, ...alsoKnownAs].map((id) => shortHash(`${provider}:${id}`));
