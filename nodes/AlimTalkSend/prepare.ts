import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Wire } from '../../kakao/delivery/wire';
import { composeAlimTalk, type Composition } from '../../kakao/message/compose';
import type { Problem } from '../../kakao/message/limits';
import type { AlimTalkMessage } from '../../kakao/message/message';
import { formatRecipient } from '../../kakao/message/phone';
import { BadInput } from '../shared/badInput';
import type { Account } from '../shared/credential';
import { keySource, type MessageKey } from '../shared/messageKey';
import type { Subject } from '../shared/outcomeItem';
import { TemplateStore } from '../shared/templateStore';
import { inputOf, inputReaders, type InputReaders } from './input';

/** One recipient of one item: a message ready to go, or what keeps it back. */
export interface Entry {
	subject: Subject;
	/** Null when there are problems. */
	message: AlimTalkMessage | null;
	problems: readonly Problem[];
	/** For a preview only: 100,000 messages need not remember how they were measured. */
	composition?: Composition;
}

interface Choice {
	senderProfile: string;
	templateCode: string;
}

/** Reads every item's parameters and makes its messages. Asks the dealer for templates only; sends nothing. */
export async function prepare(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	account: Account,
	wire: Wire,
	options: { keepComposition: boolean },
): Promise<Entry[]> {
	const node = context.getNode();
	const read = inputReaders(context, items);
	const templates = new TemplateStore(node, account, wire);
	const choices = items.map((_, at) => orProblem(node, () => choiceAt(read, at)));
	await templates.load(choices.filter((choice) => 'templateCode' in choice));

	const keyOf = keySource(context, read.messageKey);
	const now = wire.now();
	const entries: Entry[] = [];
	choices.forEach((choice, itemIndex) => {
		const composition = composeItem(choice, itemIndex);
		const { senderProfile, templateCode } = 'problem' in choice ? { senderProfile: '', templateCode: '' } : choice;
		composition.recipients.forEach((recipient, at) => {
			const key = orProblem(node, (): MessageKey => keyOf(itemIndex, at));
			const problems = [recipient, key].flatMap((each) => ('problem' in each ? [each.problem] : []));
			problems.push(...composition.problems);
			const ready = problems.length === 0 && composition.draft && 'recipient' in recipient && !('problem' in key);
			entries.push({
				subject: {
					itemIndex,
					to: 'recipient' in recipient ? formatRecipient(recipient.recipient) : recipient.given,
					messageKey: 'problem' in key ? '' : key.key,
					provider: account.dealer.id,
					senderProfile,
					templateCode,
				},
				message: ready
					? { ...composition.draft!, to: recipient.recipient, index: entries.length, key: key.key, keyGiven: key.given }
					: null,
				problems,
				...(options.keepComposition && { composition }),
			});
		});
	});
	return entries;

	function composeItem(choice: Choice | { problem: Problem }, itemIndex: number): Composition {
		if ('problem' in choice) return blocked(node, read, itemIndex, choice.problem);
		const template = templates.get(choice.senderProfile, choice.templateCode);
		if ('problem' in template) return blocked(node, read, itemIndex, template.problem);
		const input = orProblem(node, () => inputOf(read, itemIndex, choice.senderProfile, template));
		if ('problem' in input) return blocked(node, read, itemIndex, input.problem);
		return composeAlimTalk(input, account.dealer.capabilities, now);
	}
}

const choiceAt = (read: InputReaders, at: number): Choice => ({
	senderProfile: plainText(read.senderProfile(at)),
	templateCode: plainText(read.template(at)),
});

const plainText = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** An item that cannot be made into a message at all; its recipient is shown as it was given. */
function blocked(node: INode, read: InputReaders, itemIndex: number, problem: Problem): Composition {
	const to = orProblem(node, () => ({ given: plainText(read.to(itemIndex)) }));
	return {
		recipients: [{ given: 'problem' in to ? '' : to.given, problem }],
		problems: [],
		draft: null,
		usage: [],
		warnings: [],
	};
}

/** A value, or the problem with the parameter it comes from. */
function orProblem<T extends object>(node: INode, read: () => T): T | { problem: Problem } {
	try {
		return read();
	} catch (error) {
		if (error instanceof BadInput) return { problem: error.problem };
		throw new NodeOperationError(node, error as Error);
	}
}
