import type { Happening } from '../../consult/core.mts';
import { parseJson } from '../../dealers/shape.mts';
import type { CallbackAddress } from '../contract.mts';
import type { CallbackAnswer } from '../callbacks/sender.mts';
import type { ChannelAccount, Line, User, UserChat } from './account.mts';
import { readMessage, plainText, textBlock } from './blocks.mts';
import { ChannelError } from './errors.mts';
import { BOTS, SECOND_BOT } from './ids.mts';
import { wireBot, wireManager, wireMessage, wireUser, wireUserChat } from './wire.mts';

/** So many failures in a row block a webhook (docs/getting-started-2). */
const BLOCKED_AFTER = 100;

/** What a receiver answers a webhook with, to be posted as a bot's message. */
export type QuickReply = (userChat: UserChat, reply: { blocks: Line['blocks']; plainText: string; botName: string | null }) => void;

/** `POST {url}?token=…`: the token is all the proof there is (facts 1.3). */
export class ChannelWebhook {
	readonly #account: ChannelAccount;
	readonly #quickReply: QuickReply;
	#address: CallbackAddress | null = null;
	#failures = 0;

	constructor(account: ChannelAccount, quickReply: QuickReply) {
		this.#account = account;
		this.#quickReply = quickReply;
	}

	get address() { return this.#address; }
	get blocked() { return this.#failures >= BLOCKED_AFTER; }

	/** One click: it also lifts a block. */
	set address(address: CallbackAddress | null) {
		this.#address = address;
		this.#failures = 0;
	}

	message(userChat: UserChat, line: Line): void {
		this.#post(userChat, 'push', 'message', wireMessage(line), {
			...(line.personType === 'bot' && { bot: wireBot(BOTS.find(({ id }) => id === line.personId) ?? SECOND_BOT) }),
			...(line.personType === 'manager' && { manager: wireManager() }), ...this.#people(userChat),
		});
	}

	userChat(userChat: UserChat, event: 'upsert' | 'update'): void {
		const last = userChat.lines.at(-1);
		this.#post(userChat, event, 'userChat', wireUserChat(userChat), { ...(last && { message: wireMessage(last) }), ...this.#people(userChat) });
	}

	user(userChat: UserChat, user: User): void {
		this.#post(userChat, 'upsert', 'user', wireUser(user), {});
	}

	#people(userChat: UserChat) {
		const user = this.#account.users.get(userChat.userId);
		return { ...(user && { user: wireUser(user) }), userChat: wireUserChat(userChat) };
	}

	#post(userChat: UserChat, event: string, type: 'message' | 'userChat' | 'user', entity: object, refers: object): void {
		if (!this.#address || this.blocked) return;
		const { upperCaseType, badSignature } = this.#account.tools.behaviours.of('channelTalk');
		const url = new URL(this.#address.url);
		if (this.#address.token) url.searchParams.set('token', badSignature ? 'wrong' : this.#address.token);
		const { number, channel } = userChat.chat;
		this.#account.tools.callbacks.send({
			hub: 'channelTalk', kind: type, number, channel, url: url.href,
			// The documents' prose and their examples differ in the first letter (facts 6.12).
			body: JSON.stringify({ event, type: upperCaseType ? type.charAt(0).toUpperCase() + type.slice(1) : type, entity, refers }),
			headers: () => ({}), failed: (status) => status === 0 || status >= 400, retryPausesMs: [],
			wanted: () => !this.blocked,
			answered: (answer, last) => this.#answered(userChat, answer, last),
		});
	}

	#answered(userChat: UserChat, { status, headers, text }: CallbackAnswer, last: boolean): void {
		if (status === 0 || status >= 400) {
			if (last) this.#failures += 1;
			return;
		}
		this.#failures = 0;
		if (headers.get('x-quick-reply') !== 'true' || !text) return;
		this.#quickReply(userChat, { ...quickReplyOf(text), botName: headers.get('x-bot-name') });
	}
}

/** The body is a message or plain text; which, the page does not show. */
function quickReplyOf(text: string): { blocks: Line['blocks']; plainText: string } {
	const body = parseJson(text);
	try {
		const { blocks } = readMessage(body);
		return { blocks, plainText: plainText(blocks) };
	} catch (error) {
		if (!(error instanceof ChannelError)) throw error;
		return { blocks: [textBlock(text)], plainText: text };
	}
}

/** Turns what happens at Kakao into Channel Talk's own chats and events. */
export function follow(account: ChannelAccount, webhook: ChannelWebhook): void {
	const changed = (userChat: UserChat, state: UserChat['state'], isNew: boolean) => {
		const at = account.now();
		userChat.state = state;
		if (state === 'closed') userChat.closedAt = at;
		else userChat.openedAt = at;
		userChat.version = Math.max(userChat.version + 1, at);
		webhook.userChat(userChat, isNew ? 'upsert' : 'update');
	};
	const happened = (happening: Happening) => {
		if (happening.type === 'deleted') return;
		const { userChat, isNew } = account.userChatOf(happening.chat, happening.session);
		switch (happening.type) {
			case 'opened':
				if (isNew || userChat.state !== 'opened') changed(userChat, 'opened', isNew);
				break;
			case 'message':
				webhook.message(userChat, account.fromKakao(userChat, happening.message));
				break;
			case 'ended':
				changed(userChat, 'closed', false);
				break;
			case 'answered':
				// What its own API sent, Channel Talk has noted already.
				if (happening.by === 'console') for (const message of happening.messages) webhook.message(userChat, account.fromKakao(userChat, message));
		}
	};
	account.tools.world.consult.on('channelTalk', happened);
}
