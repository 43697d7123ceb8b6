import { read, type Conversation } from '../../delivery/conversation';
import { answerBody } from '../../partner/failure';
import { text } from '../../partner/json';
import type { Attachment, ConsultEvent } from '../event';
import { refusal } from './codes';
import { lookUpPath } from './message';

/**
 * The same events with addresses of their files, good for about 15 minutes (public customers' code; the facts have no
 * word on files). A file whose address is not told is left out with its name in the text, so that the words still come.
 */
export function* complete(events: readonly ConsultEvent[]): Conversation<ConsultEvent[]> {
	const completed: ConsultEvent[] = [];
	for (const event of events) {
		const { message, reply } = event;
		const attachments: Attachment[] = [];
		const missing: string[] = [];
		for (const attachment of message?.attachments ?? []) {
			const url = yield* addressOf(attachment.url, reply.chatId);
			if (url === null) missing.push(`[${attachment.type}] ${attachment.fileName ?? ''}`.trim());
			else attachments.push({ ...attachment, url });
		}
		if (!message) completed.push(event);
		else completed.push({ ...event, message: { ...message, attachments, text: withNames(message.text, missing) } });
	}
	return completed;
}

const withNames = (words: string, names: readonly string[]) => [words, ...names].filter(Boolean).join('\n');

function* addressOf(url: string, chatId: string): Conversation<string | null> {
	const path = lookUpPath(url, chatId);
	if (path === null) return url;
	const reply = yield* read({ method: 'GET', path });
	try {
		const body = answerBody(reply, 'the address of the file', (answer) =>
			answer.status >= 300 ? refusal(answer) : null,
		);
		return text(body.result) ?? null;
	} catch {
		// The event goes on without the address: the customer's words matter more than the file.
		return null;
	}
}
