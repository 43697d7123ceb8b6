import { createHash } from 'node:crypto';
import type { Chat } from '../../consult/chat.mts';
import type { ConsultMessage, ConsultSession } from '../../consult/types.mts';
import { DEMO_HUB_CREDENTIALS } from '../../world/credentials.mts';

/** Ids are UUIDs made from what they stand for, so that the same customer keeps the same one. */
export function uuidOf(...of: string[]): string {
	const hex = createHash('sha256').update(of.join('\n')).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const { botId } = DEMO_HUB_CREDENTIALS.closer;
/** ConsultTalk's name among CLOSER's platforms (closer-webhook.md, PLATFORM_TYPE). */
const PLATFORM = 'kakaobiz';

export const endUserId = (chat: Chat): string => uuidOf('endUser', chat.channel, chat.number);
export const conversationId = (chat: Chat, { id }: ConsultSession): string => uuidOf('conversation', chat.channel, id);

/** ENDUSER */
export const endUser = (chat: Chat, at: string) => ({
	createdAt: chat.sessions[0]?.openedAt ?? at, deletedAt: null, id: endUserId(chat), botId, params: {}, platform: PLATFORM,
	userKey: chat.userKey, updatedAt: at,
});

/** CONVERSATION; where CLOSER puts the consult button's metadata is not public, its `params` are the place for it. */
export function conversation(chat: Chat, session: ConsultSession, at: string) {
	const id = conversationId(chat, session);
	const params = session.entry?.extra ? { extra: session.entry.extra } : {};
	return {
		endUserId: endUserId(chat), createdAt: session.openedAt, navigation: {},
		context: { navigation: {}, conversationId: id, botId, params, platform: PLATFORM, userKey: chat.userKey },
		id, botId, params, userKey: chat.userKey, platform: PLATFORM, updatedAt: at,
	};
}

const CONTENT_TYPES = { photo: 'image', video: 'video', audio: 'audio', file: 'link' } as const;

/** MESSAGE.DATA of each part: CLOSER knows one medium per message. */
function dataOf({ bubble }: ConsultMessage): object[] {
	if (bubble.kind !== 'media') return [{ text: bubble.text ?? '', type: 'text' }];
	return bubble.files.map(({ url }) => ({ type: 'media', media: { contentType: CONTENT_TYPES[bubble.media], uri: url } }));
}

/** MESSAGE; `isUser` false for bots and agents alike. */
export function messages(chat: Chat, session: ConsultSession, message: ConsultMessage): object[] {
	const isUser = message.from === 'customer';
	return dataOf(message).map((data, i) => ({
		endUserId: endUserId(chat), data, requestId: uuidOf('request', message.id, message.serial), conversationId: conversationId(chat, session),
		meta: isUser ? null : { sender: { userKey: 'Usandbox1', platform: 'closer-chat' } },
		id: uuidOf('message', message.id, message.serial, String(i)), isUser, timestamp: Date.parse(message.at),
	}));
}
