import { converse } from '../../kakao/delivery/converse';
import { deliver } from '../../kakao/delivery/deliver';
import type { Admission } from '../../kakao/delivery/gate';
import type { Ledger } from '../../kakao/delivery/ledger';
import type { Service } from '../../kakao/delivery/service';
import type { Wire } from '../../kakao/delivery/wire';
import type { AlimTalkMessage, Message } from '../../kakao/message/message';
import type { Outcome } from '../../kakao/message/outcome';
import { parseMessageId } from '../../kakao/message/reference';
import type { Report } from '../../kakao/message/report';
import type { Template } from '../../kakao/message/template';
import type { DealerUnderTest } from './dealerUnderTest.mts';
import type { WireOptions } from './fetchWire.mts';
import { compose, memoryLedger, type Ask } from './messages.mts';

/** A new wire to the fake dealer, as each execution has one. */
export type NewWire = (options?: WireOptions) => Wire;

/** What a flow does with one kind of message. */
export interface Desk<M extends Message = Message> {
	service: Service<M>;
	send(
		messages: readonly M[],
		options?: { ledger?: Ledger; gate?(message: M, now: number): Admission<M> },
	): Promise<Outcome[]>;
	resultOf(messageId: string): Promise<Report | null>;
}

export function deskOf<M extends Message>(parallel: number, service: Service<M>, wire: NewWire): Desk<M> {
	return {
		service,
		send: async (messages, { ledger = memoryLedger(), gate } = {}) =>
			await deliver(messages, service, wire(), {
				includeRaw: false,
				parallel,
				ledger,
				gate,
				onUnexpected: (error) => {
					throw error;
				},
			}),
		resultOf: async (messageId) => (await converse(service.results([parseMessageId(messageId)]), wire()))[0]!,
	};
}

/** AlimTalk at the dealer under test. */
export interface AlimTalkDesk extends Desk<AlimTalkMessage> {
	template(name: string): Promise<Template>;
	messages(template: string, asks: readonly Ask[]): Promise<AlimTalkMessage[]>;
}

export function alimTalkDesk({ dealer, senderProfile, code }: DealerUnderTest, wire: NewWire): AlimTalkDesk {
	const template = async (name: string) => {
		const found = await converse(dealer.alimTalk.template(senderProfile, code(name, 'AlimTalk')), wire());
		return orMissing(found, name);
	};
	return {
		...deskOf(dealer.capabilities.parallelRequests, dealer.alimTalk, wire),
		template,
		messages: async (name, asks) => compose(dealer, senderProfile, await template(name), asks),
	};
}

export function orMissing<T>(found: T | null, name: string): T {
	if (found === null) throw new Error(`The sandbox has no template ${name}`);
	return found;
}
