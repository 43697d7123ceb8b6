import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import type { ReplyTarget } from '../../kakao/consult/event';

/**
 * How an execution that waits for a customer's answer gets it. Hubs call the trigger, and only the trigger; so the
 * waiting node leaves its resume address with the trigger, at the trigger's own address, and the trigger hands the
 * customer's next message on. Both hold the same credential, which proves that the note is ours.
 */
export interface WaitingNote {
	/** Whose answer is awaited. */
	customer: Pick<ReplyTarget, 'provider' | 'senderKey' | 'userKey' | 'chatId'>;
	/** n8n's signed address of the waiting execution. */
	resumeUrl: string;
	/** Epoch milliseconds; afterwards messages start flows again. */
	until: number;
	/** Only these answers count; any text does when empty. */
	choices: readonly Choice[];
}

export interface Choice {
	/** What the customer sees and what a tap writes into the chat. */
	label: string;
	/** What a tap carries, where the hub hands it on. */
	extra: string;
}

/** What the trigger posts to the waiting execution. */
export interface Answer extends IDataObject {
	/** The label of the choice; null for a text of the customer's own, and for the end of the consult. */
	choice: string | null;
	/** The customer's message, or the consult's end, as the trigger's item would have had it. */
	event: IDataObject;
}

/** What the waiting execution answers when it took the message; anything else starts the flow as usual. */
export const TAKEN = { taken: true } as const;

/** Says that a call to the trigger is such a note: `v0=` and the HMAC over time and body. */
export const NOTE_HEADER = 'x-kakao-consult-waiting';
export const NOTE_TIME_HEADER = 'x-kakao-consult-waiting-time';

const WINDOW = 60_000;

/** Known to whoever holds the credential. */
const keyOf = (stored: ICredentialDataDecryptedObject): Buffer => {
	const values = Object.entries(stored).filter(([, value]) => typeof value === 'string' && value !== '');
	return createHash('sha256')
		.update(JSON.stringify(values.sort(([a], [b]) => (a < b ? -1 : 1))))
		.digest();
};

const signature = (stored: ICredentialDataDecryptedObject, time: string, body: string): Buffer =>
	createHmac('sha256', keyOf(stored)).update(`${time}:${body}`).digest();

/** The headers that prove a note. @param body exactly as it is sent */
export function noteHeaders(stored: ICredentialDataDecryptedObject, body: string, now: number): Record<string, string> {
	const time = String(now);
	return { [NOTE_HEADER]: `v0=${signature(stored, time, body).toString('hex')}`, [NOTE_TIME_HEADER]: time };
}

/** Whether a note was made with the same credential, within the last minute. In constant time. */
export function isOurs(
	stored: ICredentialDataDecryptedObject,
	headers: Readonly<Record<string, string>>,
	body: string,
	now: number,
): boolean {
	const given = /^v0=([0-9a-f]{64})$/.exec(headers[NOTE_HEADER] ?? '')?.[1];
	const time = headers[NOTE_TIME_HEADER] ?? '';
	if (given === undefined || !/^\d{1,15}$/.test(time) || Math.abs(now - Number(time)) > WINDOW) return false;
	return timingSafeEqual(Buffer.from(given, 'hex'), signature(stored, time, body));
}

/** The choice that a message makes, by what the tap carried or by the words. */
export function choiceMade(
	choices: readonly Choice[],
	message: { text: string; button: { extra: string | null } },
): Choice | undefined {
	const { extra } = message.button;
	return (
		choices.find((choice) => extra !== null && choice.extra === extra) ??
		choices.find(({ label }) => label.trim() === message.text.trim())
	);
}
