import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Problem } from '../../kakao/message/limits';
import type { Message } from '../../kakao/message/message';
import type { Outcome } from '../../kakao/message/outcome';
import { formatRecipient } from '../../kakao/message/phone';
import type { ResolvedRecipient } from '../../kakao/message/recipients';
import { BadInput } from './badInput';
import type { MessageKey } from './messageKey';
import type { Subject } from './outcomeItem';

/** One recipient of one item: a message ready to go, or what keeps it back. */
export interface Entry<M extends Message, C> {
	subject: Subject;
	/** Null when there are problems. */
	message: M | null;
	problems: readonly Problem[];
	/** Settled before anything is sent, say because this person opted out. */
	settled?: Outcome;
	/** For a preview only: 100,000 messages need not remember how they were measured. */
	composition?: C;
}

/** What one item comes to, whatever the kind of message. */
export interface Composed<M extends Message> {
	recipients: ResolvedRecipient[];
	problems: Problem[];
	draft: Omit<M, 'index' | 'key' | 'keyGiven' | 'to'> | null;
}

/** Which channel and template an item chose; the template is empty for a free-form message. */
export interface Choice {
	senderProfile: string;
	templateCode: string;
}

/** One entry per recipient, in input order. */
export function toEntries<M extends Message, C extends Composed<M>>(
	context: IExecuteFunctions,
	provider: string,
	choices: readonly (Choice | { problem: Problem })[],
	rules: {
		composeItem(itemIndex: number): C;
		keyOf(itemIndex: number, recipient: number): MessageKey;
		keepComposition: boolean;
	},
): Entry<M, C>[] {
	const node = context.getNode();
	const entries: Entry<M, C>[] = [];
	choices.forEach((choice, itemIndex) => {
		const composition = rules.composeItem(itemIndex);
		const { senderProfile, templateCode } = 'problem' in choice ? { senderProfile: '', templateCode: '' } : choice;
		composition.recipients.forEach((recipient, at) => {
			const key = orProblem(node, (): MessageKey => rules.keyOf(itemIndex, at));
			const problems = [recipient, key].flatMap((each) => ('problem' in each ? [each.problem] : []));
			problems.push(...composition.problems);
			const ready = problems.length === 0 && composition.draft && 'recipient' in recipient && !('problem' in key);
			const identity = ready && {
				to: recipient.recipient,
				index: entries.length,
				key: key.key,
				keyGiven: key.given,
			};
			entries.push({
				subject: {
					itemIndex,
					to: 'recipient' in recipient ? formatRecipient(recipient.recipient) : recipient.given,
					messageKey: 'problem' in key ? '' : key.key,
					provider,
					senderProfile,
					templateCode,
				},
				// What a draft lacks of its message is exactly this identity.
				message: identity ? ({ ...composition.draft, ...identity } as unknown as M) : null,
				problems,
				...(rules.keepComposition && { composition }),
			});
		});
	});
	return entries;
}

/** An item that cannot be made into a message at all; its recipient is shown as it was given. */
export function blocked(node: INode, to: () => unknown, problem: Problem) {
	const given = orProblem(node, () => ({ given: plainText(to()) }));
	return {
		recipients: [{ given: 'problem' in given ? '' : given.given, problem }],
		problems: [],
		draft: null,
		usage: [],
		warnings: [],
	};
}

export const plainText = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

/** A value, or the problem with the parameter it comes from. */
export function orProblem<T extends object>(node: INode, read: () => T): T | { problem: Problem } {
	try {
		return read();
	} catch (error) {
		if (error instanceof BadInput) return { problem: error.problem };
		throw new NodeOperationError(node, error as Error);
	}
}

/** A value without which no item can go on; what cannot be used stops the node. */
export function orStop<T>(node: INode, read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof BadInput)) throw new NodeOperationError(node, error as Error);
		const { field, text, cure } = error.problem;
		throw new NodeOperationError(node, `${field} ${text}`, { description: cure });
	}
}
