import type { KakaoCode } from './codes.mts';
import type { Night } from './night.mts';
import type { Phones } from './phones.mts';
import type { BrandBubble, Button, Channel, OptOut, Relation, SandboxMessage, Targeting } from './types.mts';

/**
 * Whom each targeting reaches (friendtalkupgrade-overview.md, "브랜드 메시지 타겟팅"). Which code Kakao answers for
 * somebody outside the target group is undocumented; 3018 "메시지를 전송할 수 없음" is the general one.
 */
const REACHES: Record<Targeting, (person: { consents: boolean; friend: boolean }) => boolean> = {
	M: ({ consents }) => consents,
	N: ({ consents, friend }) => consents && !friend,
	I: ({ friend }) => friend,
};

/** The rules that only advertising obeys: the night, the target group and the way out for strangers. */
export class BrandDelivery {
	readonly #phones: Phones;
	readonly #night: Night;
	readonly #channel: (searchId: string) => Channel | undefined;
	/** The request's own opt-out numbers; messages without one use their channel's. */
	readonly #optOuts = new WeakMap<SandboxMessage, OptOut>();

	constructor(phones: Phones, night: Night, channel: (searchId: string) => Channel | undefined) {
		this.#phones = phones;
		this.#night = night;
		this.#channel = channel;
	}

	/** Notes the opt-out number that a request named for this message. */
	note(message: SandboxMessage, optOut: OptOut): void {
		this.#optOuts.set(message, optOut);
	}

	/** Asked when messages leave, not when they arrive. */
	get isNight(): boolean {
		return this.#night.isNight();
	}

	/** What Kakao answers for an advertisement. @param night whether it left at night */
	code(message: SandboxMessage, night: boolean): KakaoCode {
		if (night) return '3022';
		const targeting = message.targeting ?? 'I';
		if (targeting !== 'I' && !this.#channel(message.channel)?.marketingApproved) return '1028';
		const code = this.#phones.kakaoCode(message.to);
		if (code !== '1000') return code;
		// Nothing comes from a channel that one has blocked, whatever one has consented to.
		if (this.#relation(message) === 'BLOCKED') return '3018';
		const person = { consents: this.#phones.get(message.to).consents, friend: this.#relation(message) === 'ADDED' };
		return REACHES[targeting](person) ? '1000' : '3018';
	}

	/** Strangers must be able to object, so they see the free number; friends do not see the button that makes them friends. */
	delivered(message: SandboxMessage): void {
		if (message.bubble.kind !== 'brand') return;
		// The bubble may be shared by a thousand messages: it is replaced, never changed.
		if (this.#relation(message) === 'ADDED') message.bubble = withoutChannelButton(message.bubble);
		else {
			const number = this.#channel(message.channel)?.unsubscribeNumber;
			const optOut = this.#optOuts.get(message) ?? (number ? { number, authNumber: null } : null);
			if (optOut) message.bubble = { ...message.bubble, optOut };
		}
	}

	#relation({ to, channel }: SandboxMessage): Relation {
		return this.#phones.relations.of(to, channel).relation;
	}
}

const hasChannelButton = (buttons: readonly Button[]) => buttons.some((button) => button.type === 'AC');
const others = (buttons: readonly Button[]) => buttons.filter((button) => button.type !== 'AC');

/** "수신자가 친구인 경우 … 채널 추가 버튼이 노출되지 않습니다" (NHN release-notes.md, 2026-04-28). */
function withoutChannelButton(bubble: BrandBubble): BrandBubble {
	const { carousel } = bubble;
	if (hasChannelButton(bubble.buttons)) return { ...bubble, buttons: others(bubble.buttons) };
	if (!carousel?.cards.some((card) => hasChannelButton(card.buttons))) return bubble;
	return { ...bubble, carousel: { ...carousel, cards: carousel.cards.map((card) => ({ ...card, buttons: others(card.buttons) })) } };
}
