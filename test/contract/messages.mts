import type { Dealer } from '../../kakao/dealers/contract';
import { converse } from '../../kakao/delivery/converse';
import type { Ledger } from '../../kakao/delivery/ledger';
import type { Wire } from '../../kakao/delivery/wire';
import { composeAlimTalk, type AlimTalkInput } from '../../kakao/message/compose';
import type { AlimTalkMessage } from '../../kakao/message/message';
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

export async function templateOf(dealer: Dealer, wire: Wire, senderProfile: string, code: string): Promise<Template> {
	const template = await converse(dealer.alimTalk.template(senderProfile, code), wire);
	if (!template) throw new Error(`The sandbox has no template ${code} at ${senderProfile}`);
	return template;
}

export type Ask = Partial<AlimTalkInput> & { to: string; key?: string };

/** Messages made the way the node makes them, refusing to go on when one has a problem. */
export function compose(
	dealer: Dealer,
	senderProfile: string,
	template: Template,
	asks: readonly Ask[],
): AlimTalkMessage[] {
	return asks.map(({ key, ...ask }, index) => {
		const input: AlimTalkInput = {
			senderProfile,
			template,
			values: {},
			fallback: null,
			scheduleAt: null,
			allowEmpty: false,
			requireHttps: false,
			...ask,
		};
		const { draft, problems, recipients } = composeAlimTalk(input, dealer.capabilities, Date.now());
		const [recipient] = recipients;
		if (!draft || problems.length > 0 || !recipient || !('recipient' in recipient))
			throw new Error(`Item ${index} has problems: ${JSON.stringify([problems, recipient])}`);
		return { ...draft, to: recipient.recipient, index, key: key ?? `test-${index}`, keyGiven: key !== undefined };
	});
}
