import type { Chat } from '../../consult/chat.mts';
import type { ConsultFile, ConsultMessage, ConsultSession } from '../../consult/types.mts';
import type { HubTools } from '../contract.mts';
import { textBlock, type Block, type Option } from './blocks.mts';
import { BOT, MANAGER, idOf } from './ids.mts';

/** A line of a chat as Channel Talk keeps it. */
export interface Line {
	id: string;
	chatId: string;
	personType: 'user' | 'bot' | 'manager';
	personId: string;
	createdAt: number;
	blocks: Block[];
	plainText: string;
	files: readonly ConsultFile[];
	options: readonly Option[];
	/** `failed`: it stayed here because Kakao would not take it (facts 6.12). The values are not public. */
	state: 'sent' | 'failed';
}

/** A Kakao customer's chat (UserChat). */
export interface UserChat {
	id: string;
	userId: string;
	chat: Chat;
	state: 'opened' | 'snoozed' | 'closed';
	description: string | null;
	tags: string[];
	createdAt: number;
	openedAt: number;
	closedAt: number | null;
	lines: Line[];
	version: number;
}

/** What Channel Talk knows of a customer: from Kakao nothing but that there is one, the rest from the shop. */
export interface User {
	id: string;
	memberId: string | null;
	profile: Record<string, unknown>;
	tags: string[];
	unsubscribeEmail: boolean;
	unsubscribeTexting: boolean;
	createdAt: number;
	updatedAt: number;
	version: number;
}

/** The demo customer's workspace at Channel Talk. */
export class ChannelAccount {
	readonly tools: HubTools;
	readonly userChats = new Map<string, UserChat>();
	readonly users = new Map<string, User>();
	#lastLine = 0;

	constructor(tools: HubTools) {
		this.tools = tools;
	}

	now(): number {
		return this.tools.world.consult.clock.now();
	}

	/** The chat's counterpart here, made on first contact. */
	userChatOf(chat: Chat, session: ConsultSession): { userChat: UserChat; isNew: boolean } {
		const id = idOf('userChat', chat.channel, chat.number);
		const known = this.userChats.get(id);
		if (known) return { userChat: known, isNew: false };
		const at = Date.parse(session.openedAt);
		const userChat: UserChat = {
			id, userId: this.userOf(chat).id, chat, state: 'opened', description: null, tags: [], createdAt: at, openedAt: at, closedAt: null,
			lines: [], version: at,
		};
		this.userChats.set(id, userChat);
		return { userChat, isNew: true };
	}

	userOf(chat: Chat): User {
		const id = idOf('user', chat.channel, chat.number);
		const known = this.users.get(id);
		if (known) return known;
		const { label } = this.tools.world.phones.get(chat.number);
		// Kakao tells neither: these customers have given the shop both before.
		const given = label !== null && { name: label.replace(/ \(.*\)$/, ''), mobileNumber: chat.number.replace(/^0/, '+82') };
		return this.newUser(id, null, given || { name: `카카오 고객 ${id.slice(0, 4)}` });
	}

	newUser(id: string, memberId: string | null, profile: User['profile']): User {
		const at = this.now();
		const user: User = {
			id, memberId, profile, tags: [], unsubscribeEmail: false, unsubscribeTexting: false, createdAt: at, updatedAt: at, version: at,
		};
		this.users.set(id, user);
		return user;
	}

	/** Notes what a customer said, or an agent in Channel Talk's own screen. */
	fromKakao(userChat: UserChat, { from, bubble }: ConsultMessage): Line {
		const person: Pick<Line, 'personType' | 'personId'> =
			from === 'customer' ? { personType: 'user', personId: userChat.userId } : { personType: 'manager', personId: MANAGER.id };
		const files = bubble.kind === 'media' ? bubble.files : [];
		const said = bubble.kind === 'media' ? files.map(({ comment }) => comment).filter(Boolean).join('\n') : (bubble.text ?? '');
		return this.add(userChat, { ...person, blocks: said ? [textBlock(said)] : [], plainText: said, files, options: [], state: 'sent' });
	}

	fromBot(userChat: UserChat, line: Pick<Line, 'blocks' | 'plainText' | 'options' | 'state'>, bot: { id: string } = BOT): Line {
		return this.add(userChat, { personType: 'bot', personId: bot.id, files: [], ...line });
	}

	add(userChat: UserChat, line: Omit<Line, 'id' | 'chatId' | 'createdAt'>): Line {
		const id = idOf('message', userChat.id, String(Date.now()), String(++this.#lastLine));
		const added: Line = { id, chatId: userChat.id, createdAt: this.now(), ...line };
		userChat.lines.push(added);
		userChat.version = Math.max(userChat.version + 1, added.createdAt);
		return added;
	}

	reset(): void {
		this.userChats.clear();
		this.users.clear();
	}
}
