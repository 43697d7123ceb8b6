import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Wire } from '../../kakao/delivery/wire';
import { composeAlimTalk, type Composition } from '../../kakao/message/compose';
import type { Problem } from '../../kakao/message/limits';
import type { AlimTalkMessage } from '../../kakao/message/message';
import type { Account } from '../shared/credential';
import { blocked, orProblem, plainText, toEntries, type Choice, type Entry } from '../shared/entries';
import { commonInput, commonReaders } from '../shared/input';
import { keySource } from '../shared/messageKey';
import { Parameters } from '../shared/parameters';
import { TemplateStore } from '../shared/templateStore';

export type AlimTalkEntry = Entry<AlimTalkMessage, Composition>;

/** Reads every item's parameters and makes its messages. Asks the dealer for templates only; sends nothing. */
export async function prepare(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	account: Account,
	wire: Wire,
	options: { keepComposition: boolean },
): Promise<AlimTalkEntry[]> {
	const node = context.getNode();
	const read = commonReaders(new Parameters(context, items), items);
	const templates = new TemplateStore(node, account.dealer.alimTalk, wire);
	const choices = items.map((_, at) =>
		orProblem(node, (): Choice => ({
			senderProfile: plainText(read.senderProfile(at)),
			templateCode: plainText(read.template(at)),
		})),
	);
	await templates.load(choices.filter((choice) => 'templateCode' in choice));

	const now = wire.now();
	const composeItem = (at: number): Composition => {
		const choice = choices[at]!;
		const stopped = (problem: Problem) => blocked(node, () => read.to(at), problem);
		if ('problem' in choice) return stopped(choice.problem);
		const template = templates.get(choice.senderProfile, choice.templateCode);
		if ('problem' in template) return stopped(template.problem);
		const input = orProblem(node, () => commonInput(read, at));
		if ('problem' in input) return stopped(input.problem);
		const { senderProfile } = choice;
		return composeAlimTalk({ ...input, senderProfile, template }, account.dealer.capabilities, now);
	};
	return toEntries<AlimTalkMessage, Composition>(context, account.dealer.id, choices, {
		composeItem,
		keyOf: keySource(context, read.messageKey),
		keepComposition: options.keepComposition,
	});
}
