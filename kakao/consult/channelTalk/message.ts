import { list, text, type JsonObject } from '../../partner/json';
import type { Attachment, AttachmentKind, ConsultMessage } from '../event';

const KINDS: ReadonlyMap<string, AttachmentKind> = new Map([
	['image', 'image'],
	['video', 'video'],
	['audio', 'audio'],
]);

/** What goes out through the API is written by a bot, so a manager's words are a person's (facts consulttalk §4.1). */
const SENDERS: ReadonlyMap<string, ConsultMessage['sentBy']> = new Map([
	['user', 'customer'],
	['manager', 'agent'],
	['bot', 'bot'],
]);

/** A message entity of Channel Talk (facts consulttalk §1.3): the plain text, else the blocks' own. */
export function messageOf(entity: JsonObject, chatId: string): ConsultMessage {
	const attachments = list(entity.files).flatMap((file) => attachmentOf(file, chatId));
	const words = text(entity.plainText) ?? textOf(entity.blocks, 0);
	const kinds = new Set(attachments.map(({ type }) => type));
	const [kind] = kinds;
	return {
		id: text(entity.id) ?? '',
		type: kind === undefined ? 'text' : kinds.size > 1 || words ? 'mixed' : kind,
		text: words,
		truncated: false,
		longTextUrl: null,
		attachments,
		sentBy: SENDERS.get((text(entity.personType) ?? '').toLowerCase()) ?? 'unknown',
		button: { extra: null, label: null },
	};
}

/** Bullets hold blocks of their own. */
const MOST_LEVELS = 5;

function textOf(blocks: unknown, level: number): string {
	if (level > MOST_LEVELS) return '';
	return list(blocks)
		.flatMap((block) => [text(block.value) ?? '', textOf(block.blocks, level + 1)])
		.filter(Boolean)
		.join('\n');
}

/** Begins an address that only Channel Talk's API can turn into a real one; `complete` does. */
const KEPT = 'channel-talk-file:';

/** Files carry a storage key and no address. */
function attachmentOf(file: JsonObject, chatId: string): Attachment[] {
	const key = text(file.key);
	const url = text(file.url) ?? (key && chatId ? `${KEPT}${encodeURIComponent(key.toWellFormed())}` : undefined);
	if (url === undefined) return [];
	const declared = (text(file.type) ?? text(file.contentType)?.split('/')[0] ?? '').toLowerCase();
	const size = Number(text(file.size));
	return [
		{
			type: KINDS.get(declared) ?? 'file',
			url,
			comment: null,
			fileName: text(file.name) ?? null,
			size: size >= 0 ? size : null,
		},
	];
}

/** Path under which the API tells a file's address; null for files that have one. */
export const lookUpPath = (url: string, chatId: string): string | null =>
	url.startsWith(KEPT)
		? `/user-chats/${encodeURIComponent(chatId.toWellFormed())}/messages/file?key=${url.slice(KEPT.length)}`
		: null;
