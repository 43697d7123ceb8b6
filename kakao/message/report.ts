import type { Reason } from './outcome';

export type ReportStatus = 'delivered' | 'fallbackDelivered' | 'failed' | 'pending' | 'unknown';
export type DeliveredBy = 'alimtalk' | 'brandMessage' | 'sms' | 'lms' | 'mms';

/** What finally became of a message: one shape for results asked for, polled and pushed. */
export interface Report {
	status: ReportStatus;
	/** Null until something was delivered. `sms` also where the dealer doesn't tell SMS from LMS. */
	deliveredBy: DeliveredBy | null;
	/** `request/message`, as in the outcome of the send. */
	messageId: string;
	/** The sender's key, where the dealer carries one. */
	messageKey: string | null;
	/** Recipient as the dealer wrote it; empty when the dealer's report names none. */
	to: string;
	templateCode: string | null;
	/** ISO in Korean time; null while pending. */
	reportedAt: string | null;
	/** Null where the dealer does not say. */
	billed: boolean | null;
	/** Why KakaoTalk delivery failed, also when the fallback then arrived and the dealer tells; null otherwise. */
	reason: Reason | null;
	raw?: unknown;
}
