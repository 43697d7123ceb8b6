import { list, object, text, type JsonObject } from '../../partner/json';
import type { Attachment, AttachmentKind, ConsultMessage } from '../event';

const KINDS: ReadonlyMap<string, AttachmentKind> = new Map([
	['image', 'image'],
	['video', 'video'],
	['audio', 'audio'],
]);

/** A message of CLOSER (closer-webhook.md, "MESSAGE.DATA"): text, one medium, or cards with both. */
export function messageOf(message: JsonObject, fromCustomer: boolean): ConsultMessage {
	const data = object(message.data);
	const parts = [data, ...list(data.cards)];
	const attachments = parts.flatMap((part) => attachmentOf(object(part.media)));
	const words = parts.flatMap(wordsOf).join('\n');
	const kinds = new Set(attachments.map(({ type }) => type));
	const [kind] = kinds;
	return {
		id: text(message.id) ?? '',
		type: kind === undefined ? 'text' : kinds.size > 1 || words ? 'mixed' : kind,
		text: words,
		truncated: false,
		longTextUrl: null,
		attachments,
		// Nothing tells an agent's words from the bot's (facts consulttalk §6 trap 10).
		sentBy: fromCustomer ? 'customer' : 'bot',
		button: { extra: null, label: null },
	};
}

/** A medium that is a link is something to read. */
function wordsOf(part: JsonObject): string[] {
	const media = object(part.media);
	const link = KINDS.has(text(media.contentType) ?? '') ? undefined : text(media.uri);
	return [text(part.text), text(part.title), text(part.description), link].filter((each) => each !== undefined);
}

function attachmentOf(media: JsonObject): Attachment[] {
	const type = KINDS.get(text(media.contentType) ?? '');
	const url = text(media.uri);
	if (type === undefined || url === undefined) return [];
	return [{ type, url, comment: null, fileName: null, size: null }];
}
