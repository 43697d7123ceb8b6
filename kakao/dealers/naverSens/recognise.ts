import { createHash } from 'node:crypto';

import { text, type JsonObject } from '../../partner/json';
import { pairUp } from '../matching';
import { toMessageType, type SensMessage } from './lane';

/**
 * SENS carries no key of ours, so a message is known again by what SENS lists of it: number, template or message type,
 * and text. The text of AlimTalk is always there. Of a Brand Message `content` is documented as optional
 * (sens-brandmessage-get), products and carousels have none, and whether a template's is listed filled in is not said.
 */

export const textOf = ({ content }: SensMessage): string | undefined => plain(content.text);

/** White space is not compared: nobody says that SENS lists it as it was sent. */
const plain = (words: string | undefined) => words?.replace(/\s+/g, ' ').trim() || undefined;

/** What a message is made from: its template, or the type of a free-form one. */
export const formOf = ({ template, content }: SensMessage): string =>
	template === null && 'kind' in content ? `type ${toMessageType(content.kind)}` : `template ${template?.code}`;

export function formOfRow(row: JsonObject): string {
	const code = text(row.templateCode);
	return code === undefined ? `type ${text(row.messageType)}` : `template ${code}`;
}

const addressOf = (message: SensMessage) => `${message.to.national}|${formOf(message)}`;
const addressOfRow = (row: JsonObject) => `${text(row.to)}|${formOfRow(row)}`;

/** Whether a request went to exactly these recipients in this form. */
export const sameRecipients = (messages: readonly SensMessage[], rows: readonly JsonObject[]): boolean =>
	rows.length === messages.length && pairUp(messages, rows, addressOf, addressOfRow).size === messages.length;

export interface Match<M> {
	pairs: ReadonlyMap<M, JsonObject>;
	/** False when a row was taken for a message though it tells nothing of its text. */
	proven: boolean;
}

/** Pairs messages with rows: by text where rows tell it, else by recipient and form. A row with another text is another message. */
export function match<M extends SensMessage>(messages: readonly M[], rows: readonly JsonObject[]): Match<M> {
	const told = textReader(messages);
	const known = pairUp(
		messages.filter((message) => textOf(message) !== undefined),
		rows.filter((row) => told(row) !== undefined),
		(message) => `${addressOf(message)}|${textOf(message)}`,
		(row) => `${addressOfRow(row)}|${told(row)}`,
	);
	const assumed = pairUp(
		messages.filter((message) => !known.has(message)),
		rows.filter((row) => told(row) === undefined),
		addressOf,
		addressOfRow,
	);
	return { pairs: new Map([...known, ...assumed]), proven: [...assumed.keys()].every(saidByCode) };
}

/** The text that a row tells; undefined also where it is the template's, with its variables unfilled. */
function textReader(messages: readonly SensMessage[]): (row: JsonObject) => string | undefined {
	if (messages.every((message) => textOf(message) === undefined)) return () => undefined;
	const unfilled = new Set(
		messages
			.filter((message) => !saidByCode(message))
			.map(({ template }) => plain(template?.content.text))
			.filter((each) => each !== undefined),
	);
	return (row) => {
		const listed = plain(text(row.content));
		return listed === undefined || unfilled.has(listed) ? undefined : listed;
	};
}

/** A template without variables is the same message for everybody. */
const saidByCode = ({ template, variables }: SensMessage) => template !== null && Object.keys(variables).length === 0;

/** Set before what the run's memory holds beside request ids. */
const MARK = '\u001f';

const hash = (message: SensMessage) =>
	createHash('sha256').update(JSON.stringify(message.content)).digest('base64url').slice(0, 22);

const markedAddress = (message: SensMessage) => `${message.senderProfile}|${addressOf(message)}`;

/** Notes who gets what in this run. `claimed` is the one memory that a run's batches share. */
export function remember(messages: readonly SensMessage[], claimed: Set<string>): void {
	for (const message of messages) claimed.add([MARK, markedAddress(message), hash(message)].join(MARK));
}

/** Whether this run sends somebody two different messages of one form: then a row without text can be either. */
export function hasRival(messages: readonly SensMessage[], claimed: ReadonlySet<string>): boolean {
	const own = new Map(messages.map((message) => [markedAddress(message), hash(message)]));
	for (const mark of claimed) {
		if (!mark.startsWith(MARK)) continue;
		const [, , address = '', content] = mark.split(MARK);
		if (own.has(address) && own.get(address) !== content) return true;
	}
	return false;
}
