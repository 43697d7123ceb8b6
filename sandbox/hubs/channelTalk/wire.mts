import type { ConsultFile } from '../../consult/types.mts';
import { contentTypeOf } from '../../consult/mediaTypes.mts';
import { FOLLOWED_UP_NUMBER } from '../../world/phones.mts';
import type { Line, User, UserChat } from './account.mts';
import { BOTS, CHANNEL_ID, MANAGER, idOf } from './ids.mts';

/** `pub-file/…`: the address comes from `GET …/messages/file?key=` (docs/get-a-file-url-in-a-userchat-1). */
export const fileKey = (file: ConsultFile): string => `pub-file/${CHANNEL_ID}/${idOf(file.url)}/${file.name}`;

const fileType = (contentType: string): string => (/^(image|video|audio)\//.exec(contentType)?.[1] ?? 'file');

/** A file of a message (docs/get-a-userchats-messages). */
function wireFile(file: ConsultFile, chatId: string) {
	const contentType = contentTypeOf(file.name);
	return {
		id: idOf('file', file.url), type: fileType(contentType), name: file.name, size: file.size, contentType, bucket: 'bin.exp.channel.io',
		key: fileKey(file), channelId: CHANNEL_ID, chatType: 'userChat', chatId,
	};
}

/** A message with the keys that docs/webhook-events lists (F12); what a Kakao message has no value for is left out. */
export function wireMessage({ id, chatId, personType, personId, createdAt, blocks, plainText, files, options, state }: Line) {
	return {
		chatKey: `userChat-${chatId}`, id, mainKey: `userChat-${chatId}-${id}`, threadKey: `userChat-${chatId}-${id}`, root: false,
		channelId: CHANNEL_ID, chatType: 'userChat', chatId, personType, personId, requestId: idOf('request', id), language: 'ko', createdAt,
		version: createdAt, blocks, plainText, updatedAt: createdAt,
		...(files.length > 0 && { files: files.map((file) => wireFile(file, chatId)) }), ...(options.length > 0 && { options }), state,
	};
}

/** A UserChat (docs/get-a-single-userchat-1); what tells of Kakao is from a customer's code (facts 4.2). */
export function wireUserChat({ id, userId, chat, state, description, tags, createdAt, openedAt, closedAt, lines, version }: UserChat) {
	const last = lines.at(-1);
	const followedUp = chat.number === FOLLOWED_UP_NUMBER ? lines.findLast(({ personType }) => personType === 'manager') : undefined;
	return {
		id, channelId: CHANNEL_ID, contactMediumType: 'app', contactKey: `appKakao-${idOf('contact', chat.channel, chat.number)}`, state,
		managed: true, userId, name: `카카오 고객 ${userId.slice(0, 4)}`, ...(description !== null && { description }),
		source: { appMessenger: { id: idOf('messenger', chat.channel), mediumType: 'appKakao', displayName: chat.channelName } },
		managerIds: [MANAGER.id], tags, firstOpenedAt: createdAt, openedAt, createdAt, ...(closedAt !== null && { closedAt }),
		...(last && { frontMessageId: last.id, frontUpdatedAt: last.createdAt, deskMessageId: last.id, deskUpdatedAt: last.createdAt }),
		...(followedUp && { followUpTriggeredAt: followedUp.createdAt + 1 }), version,
	};
}

/** A User (docs/get-a-single-user-1). A Kakao customer is a lead without a number until somebody adds one. */
export function wireUser({ id, memberId, profile, tags, unsubscribeEmail, unsubscribeTexting, createdAt, updatedAt, version }: User) {
	return {
		id, channelId: CHANNEL_ID, ...(memberId !== null && { memberId }), type: memberId === null ? 'lead' : 'member', name: profile['name'],
		mobileNumberQualified: typeof profile['mobileNumber'] === 'string', profile, tags, alert: 0, unread: 0, blocked: false, unsubscribeEmail,
		unsubscribeTexting, hasChat: true, language: 'ko', country: 'KR', createdAt, updatedAt, version, member: memberId !== null,
		...(typeof profile['mobileNumber'] === 'string' && { mobileNumber: profile['mobileNumber'] }),
	};
}

/** When the demo's workspace began. */
const BEGAN = 1_767_225_600_000;

export const wireBot = ({ id, name }: { id: string; name: string }) => ({ id, channelId: CHANNEL_ID, name, createdAt: BEGAN, color: '#123456' });

export const wireBots = () => BOTS.map(wireBot);

export const wireManager = () => ({
	id: MANAGER.id, channelId: CHANNEL_ID, accountId: '260401', name: MANAGER.name, email: 'manager@example.com', role: 'owner', removed: false,
	createdAt: BEGAN, operator: true,
});

export const wireChannel = () => ({
	id: CHANNEL_ID, name: '카카오상점', homepageUrl: 'https://shop.example.com', country: 'KR', domain: 'kakaoshop', timeZone: 'Asia/Seoul',
	defaultPluginId: '260501', createdAt: BEGAN, inOperation: true, state: 'active',
});

/** Who takes part (docs/get-a-userchats-sessions-1). */
export const wireSessions = ({ id, userId, createdAt, lines, version }: UserChat) =>
	([['user', userId], ['manager', MANAGER.id]] as const).map(([personType, personId]) => ({
		key: `userChat-${id}-${personType}-${personId}`, chatId: id, chatKey: `userChat-${id}`, channelId: CHANNEL_ID, alert: 0, unread: 0,
		watch: 'all', allMentionImportant: true, readAt: createdAt, postedAt: lines.at(-1)?.createdAt ?? createdAt, updatedAt: version, createdAt,
		version, id: `${personType}-${personId}`, personType, personId, chatType: 'userChat',
	}));
