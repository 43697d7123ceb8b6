import type { Chat } from '../../consult/chat.mts';
import type { Consult } from '../../consult/consult.mts';
import type { ConsultBubble, ConsultChannel, ConsultMessage, HubId } from '../../consult/types.mts';
import { need } from './checks.mts';
import { KAKAO, KakaoRefusal, badFormat, invalidSender, sessionEnded } from './refusals.mts';
import type { Address } from './v1Message.mts';

/** What Kakao lets a hub do for its channels, in Kakao's own terms: sender key and user key. */
export class KakaoDesk {
	readonly consult: Consult;
	readonly #hub: HubId;

	constructor(hub: HubId, consult: Consult) {
		this.#hub = hub;
		this.consult = consult;
	}

	/** @throws KakaoRefusal -501 when the channel is not connected to this hub */
	channel(senderKey: string | null | undefined): ConsultChannel {
		const channel = senderKey ? this.consult.channels.bySenderKey(senderKey) : undefined;
		if (channel?.hub !== this.#hub) throw invalidSender(senderKey ?? '');
		return channel;
	}

	/** @throws KakaoRefusal -501 or, for a stranger, -509 (measured: also seen when the user key is wrong) */
	chat({ user_key, sender_key }: Address): Chat {
		const { channel } = this.channel(sender_key);
		const chat = this.consult.chats.byUserKey(channel, need(user_key, 'user_key', 20));
		if (!chat) throw badFormat('user_key: unknown');
		return chat;
	}

	/** @throws KakaoRefusal with Kakao's code */
	send(address: Address, bubbleOf: () => ConsultBubble): ConsultMessage {
		const chat = this.chat(address);
		const serial = need(address.serial_number, 'serial_number', 30);
		const [message] = this.answer(chat, serial, bubbleOf());
		if (!message) throw new KakaoRefusal(KAKAO.format, 'nothing was sent');
		return message;
	}

	/** @throws KakaoRefusal -502 when the customer must write again first */
	answer(chat: Chat, serial: string, bubble: ConsultBubble): ConsultMessage[] {
		const sent = this.consult.agents.send(chat, [{ serial, bubble }]);
		if (sent === 'ended') throw sessionEnded();
		// Which code a repeated number gets is not public; the format's is the nearest.
		if (sent === 'duplicate') throw badFormat('serial_number: used before');
		return sent;
	}
}
