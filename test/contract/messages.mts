import type { BrandService, Dealer } from '../../kakao/dealers/contract';
import type { Ledger } from '../../kakao/delivery/ledger';
import { composeBrand, type BrandComposition, type BrandInput } from '../../kakao/message/brand/compose';
import type { BrandMessage } from '../../kakao/message/brand/message';
import { composeAlimTalk, type AlimTalkInput } from '../../kakao/message/compose';
import type { AlimTalkMessage, Message } from '../../kakao/message/message';
import type { ResolvedRecipient } from '../../kakao/message/recipients';
import type { Template } from '../../kakao/message/template';

/** A ledger as n8n keeps it: a set of marks that outlives a run. */
export function memoryLedger(marks = new Set<string>()): Ledger & { marks: Set<string> } {
	return {
		marks,
		note: async (given) => {
			const before = new Set(given.filter((mark) => marks.has(mark)));
			for (const mark of given) marks.add(mark);
			return before;
		},
		forget: async (given) => {
			for (const mark of given) marks.delete(mark);
		},
	};
}

/** What a test says of one message; whatever it leaves out is as plain as can be. */
export type Ask = { to: string; key?: string } & Partial<
	Pick<AlimTalkInput, 'values' | 'fallback' | 'scheduleAt' | 'allowEmpty'>
>;
export type BrandAsk = Ask & Partial<Pick<BrandInput, 'targeting' | 'adult' | 'pushAlarm' | 'unsubscribe'>>;

const PLAIN = { values: {}, fallback: null, scheduleAt: null, allowEmpty: false, requireHttps: false };
const ADVERTISING = {
	targeting: 'I' as const,
	adult: false,
	pushAlarm: true,
	unsubscribe: { number: '', authNumber: '' },
};

/** Messages made the way the node makes them, refusing to go on when one has a problem. */
export function compose(
	dealer: Dealer,
	senderProfile: string,
	template: Template,
	asks: readonly Ask[],
): AlimTalkMessage[] {
	return asks.map(({ key, ...ask }, index) =>
		completed(
			composeAlimTalk({ ...PLAIN, senderProfile, template, ...ask }, dealer.capabilities, Date.now()),
			index,
			key,
		),
	);
}

/** The same for Brand Messages: from a template, or free-form when there is none. */
export function composeAdvertising(
	dealer: Dealer,
	service: BrandService,
	from: Pick<BrandInput, 'senderProfile' | 'template' | 'content'>,
	asks: readonly BrandAsk[],
): BrandMessage[] {
	return asks.map(({ key, ...ask }, index) =>
		completed(judgeAdvertising(dealer, service, { ...from, ...ask }), index, key),
	);
}

/** One Brand Message as the node judges it, with whatever is wrong with it. */
export function judgeAdvertising(
	dealer: Dealer,
	service: BrandService,
	said: Pick<BrandInput, 'senderProfile' | 'template' | 'content' | 'to'> & Partial<BrandInput>,
): BrandComposition {
	const input: BrandInput = { ...PLAIN, ...ADVERTISING, ...said };
	return composeBrand(input, dealer.capabilities, service.capabilities, Date.now());
}

/** What one item came to, with the first of its recipients. */
function completed<Draft>(
	made: { draft: Draft | null; problems: readonly unknown[]; recipients: readonly ResolvedRecipient[] },
	index: number,
	key: string | undefined,
): Draft & Pick<Message, 'to' | 'index' | 'key' | 'keyGiven'> {
	const { draft, problems, recipients } = made;
	const [recipient] = recipients;
	if (!draft || problems.length > 0 || !recipient || !('recipient' in recipient))
		throw new Error(`Item ${index} has problems: ${JSON.stringify([problems, recipient])}`);
	return { ...draft, to: recipient.recipient, index, key: key ?? `test-${index}`, keyGiven: key !== undefined };
}
