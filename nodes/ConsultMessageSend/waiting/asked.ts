import type { IDataObject } from 'n8n-workflow';

import type { QuickReply } from '../rows';

/**
 * What the answer is measured by. It travels in n8n's signed resume address, because expressions of the node cannot be
 * worked out again while the execution waits.
 */
export interface Asked {
	serial: string;
	/** Label and value. */
	choices: readonly (readonly [label: string, value: string])[];
	/** The choices were numbered lines. */
	numbered: boolean;
	approval: boolean;
}

/** Name of the address's own parameter. */
export const ASKED = 'asked';

export const toAsked = (
	serial: string,
	{ choices, approval }: { choices: readonly QuickReply[]; approval: boolean },
	numbered: boolean,
): Asked => ({ serial, choices: choices.map(({ label, value }) => [label, value]), numbered, approval });

export const packAsked = (asked: Asked): string => Buffer.from(JSON.stringify(asked)).toString('base64url');

/** What was packed; n8n's signature has vouched for it. */
export const unpackAsked = (text: unknown): Asked =>
	JSON.parse(Buffer.from(String(text), 'base64url').toString('utf8')) as Asked;

/** What an item holds in place of an answer, whatever kept it away. @param reply whom it was to come from */
export const unanswered = (reply: object | null): IDataObject => ({
	answered: false,
	choice: null,
	text: '',
	reply: reply as IDataObject | null,
});
