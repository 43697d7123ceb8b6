import { randomBytes } from 'node:crypto';
import type { Chat } from '../../consult/chat.mts';
import { calendarDay } from '../../consult/clock.mts';
import type { Happening } from '../../consult/core.mts';
import type { ConsultChannel, ConsultMessage } from '../../consult/types.mts';
import type { HubTools } from '../contract.mts';
import { KakaoDesk } from '../kakao/desk.mts';
import { BridgeError } from './errors.mts';
import { BrandJournal, journalText, type JournalEntry, type JournalKind } from './journal.mts';
import { brandKeyOf } from './keys.mts';
import { Signals } from './signals.mts';

export interface Timetable { day: string; startAt: string; endAt: string }

/** The demo customer's centre at TalkBridge. */
export class BridgeAccount {
	readonly tools: HubTools;
	readonly desk: KakaoDesk;
	readonly signals: Signals;
	/** By brand key. */
	readonly schedules = new Map<string, Timetable[]>();
	readonly domains = new Map<string, string>();
	#journals = new Map<string, BrandJournal>();
	/** Customers answered, once per calendar day: what the plan counts (facts 2.1). */
	#served = new Set<string>();

	constructor(tools: HubTools) {
		this.tools = tools;
		this.desk = new KakaoDesk('talkBridge', tools.world.consult);
		this.signals = new Signals(tools);
		tools.world.consult.on('talkBridge', (happening) => this.#happened(happening));
	}

	get behaviour() { return this.tools.behaviours.of('talkBridge'); }

	journal(brand: string): BrandJournal {
		let journal = this.#journals.get(brand);
		if (!journal) this.#journals.set(brand, (journal = new BrandJournal()));
		return journal;
	}

	/** `bw-1791262630051-75bd` */
	newSerial(): string {
		return `bw-${Date.now()}-${randomBytes(2).toString('hex')}`;
	}

	/** Counts the customer for today. @throws BridgeError 402 when the plan is used up */
	spend(chat: Chat): void {
		const { quota } = this.behaviour;
		const one = `${chat.channel}\n${chat.userKey}\n${calendarDay(this.tools.world.consult.clock.now())}`;
		if (quota !== null && !this.#served.has(one) && this.#served.size >= quota) {
			throw new BridgeError(402, 'QUOTA_EXHAUSTED', '구독 상담 건수를 모두 사용했어요.');
		}
		this.#served.add(one);
	}

	reset(): void {
		this.schedules.clear();
		this.domains.clear();
		for (const journal of this.#journals.values()) journal.clear();
		this.#served.clear();
		this.signals.address = null;
	}

	#happened(happening: Happening): void {
		const { chat } = happening;
		const channel = this.tools.world.consult.channels.find(chat.channel);
		if (!channel) return;
		const brand = brandKeyOf(channel);
		switch (happening.type) {
			case 'opened': {
				const { session, entry, lastEntry } = happening;
				const noted = this.#note(channel, chat, 'reference', session.id, '', []);
				const reference = entry?.extra ? { reference: { extra: entry.extra } } : {};
				return this.signals.send(chat, brand, 'reference', noted, { ...reference, lastReference: lastEntry });
			}
			case 'message': {
				const { message, session } = happening;
				const noted = this.#note(channel, chat, 'message', session.id, journalText(message), []);
				return this.signals.send(chat, brand, 'message', noted, { extra: message.extra });
			}
			case 'ended': {
				// An agent ends a consult; everything else is Kakao's session running out. Where the customer leaves is not public.
				const kind = happening.reason.startsWith('agent') ? 'ended' : 'expired';
				return this.signals.send(chat, brand, kind, this.#note(channel, chat, kind, happening.session.id, '', []));
			}
			case 'answered': return this.#echo(channel, chat, happening.session.id, happening.messages);
			case 'deleted': {
				const { message } = happening;
				const noted = this.#note(channel, chat, 'deleted', message.sessionId ?? '', '', [message.serial]);
				return this.signals.send(chat, brand, 'deleted', noted, { serial: message.serial });
			}
		}
	}

	/** A send comes back twice: at once without `seq`, and when it is in the journal (facts 1.2, F9). */
	#echo(channel: ConsultChannel, chat: Chat, sessionId: string, messages: readonly ConsultMessage[]): void {
		const brand = brandKeyOf(channel);
		const serials = messages.map(({ serial }) => serial);
		const text = messages.map(journalText).find((one) => one !== '[첨부]') ?? '[첨부]';
		this.signals.send(chat, brand, 'agent', null, { phase: 'accepted', serial: serials[0] });
		this.tools.callbacks.later(this.behaviour.echoMs, () => {
			const noted = this.#note(channel, chat, 'agent', sessionId, text, serials);
			this.signals.send(chat, brand, 'agent', noted, { serial: serials[0], serials });
		});
	}

	#note(channel: ConsultChannel, chat: Chat, kind: JournalKind, sessionId: string, text: string, serials: string[]): JournalEntry {
		return this.journal(brandKeyOf(channel)).add({
			userKey: chat.userKey, sessionId, kind, text, timestampUnixMs: this.tools.world.consult.clock.now(), serials,
		});
	}
}
