import type { DealerRequest } from '../../delivery/conversation';
import { BRAND_KINDS, type BrandKind } from '../../message/brand/content';
import type { BrandMessage } from '../../message/brand/message';
import type { AlimTalkMessage } from '../../message/message';
import type { DeliveredBy } from '../../message/report';

/** SENS runs one service twice: the same list, look-up and reservations for AlimTalk and Brand Messages (facts §3.5). */
export interface Lane {
	/** Address of the service, from the base URL on. */
	base: string;
	deliveredBy: DeliveredBy;
}

export type SensMessage = AlimTalkMessage | BrandMessage;

/** A lane with what is its own in sending. */
export interface SendingLane<M extends SensMessage> extends Lane {
	/** What must be equal in one request, as one text. */
	groupOf(message: M): string;
	request(batch: readonly M[]): DealerRequest;
}

export const ALIM_TALK: Lane = { base: '/alimtalk/v2/services/{serviceId}', deliveredBy: 'alimtalk' };
export const BRAND: Lane = { base: '/brandmessage/v2/services/{serviceId}', deliveredBy: 'brandMessage' };

/** SENS names one kind otherwise: a wide image is `WIDE_IMAGE` (facts §3.4, §6 trap 10). */
export const toMessageType = (kind: BrandKind): string => (kind === 'WIDE' ? 'WIDE_IMAGE' : kind);

/** An unknown type reads as plain text, so that one odd template does not empty the list. */
export const toKind = (messageType: string | undefined): BrandKind =>
	messageType === 'WIDE_IMAGE' ? 'WIDE' : (BRAND_KINDS.find((kind) => kind === messageType) ?? 'TEXT');
