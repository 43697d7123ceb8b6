import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { maskPhonesIn } from '../../kakao/message/mask';
import type { Problem } from '../../kakao/message/limits';
import type { Reason } from '../../kakao/message/outcome';
import type { Subject } from './outcomeItem';

/** Recipients per run unless the person raises it: stops the 50,000-row accident before the first request. */
export const DEFAULT_CEILING = 1000;

const SHOWN = 20;

/** `To "01*…": is empty. Fill it in.`, with numbers masked. */
const problemText = ({ field, text, cure }: Problem) => `${field} ${maskPhonesIn(text)}. ${cure}`;

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** What a refused entry says: every problem in one reason. */
export function inputReason(problems: readonly Problem[]): Reason {
	return {
		code: 'badInput',
		codeSpace: 'input',
		kind: 'message',
		text: problems.map(({ field, text }) => capital(`${field} ${maskPhonesIn(text)}.`)).join(' '),
		advice: [...new Set(problems.map(({ cure }) => cure))].join(' '),
		retryable: false,
	};
}

/** How a node speaks of what it was given. */
export interface Wording {
	/** Behind "3 of 12". */
	unusable: string;
	nothing: string;
	others: string;
}

const SENDING: Wording = {
	unusable: 'messages cannot be sent as they are, so nothing was sent',
	nothing: 'Nothing was sent.',
	others: 'To send the others anyway',
};

/**
 * On Error "Stop": bad input stops the node before the first request, naming every bad item.
 * @throws NodeOperationError unless all entries are good.
 */
export function refuseBadInput(
	context: IExecuteFunctions,
	entries: readonly { subject: Pick<Subject, 'itemIndex'>; problems: readonly Problem[]; settled?: unknown }[],
	wording = SENDING,
): void {
	const bad = entries.filter(({ problems, settled }) => problems.length > 0 && !settled);
	if (bad.length === 0) return;
	const lines = bad.map(({ subject, problems }) => `Item ${subject.itemIndex}: ${problems.map(problemText).join(' ')}`);
	const more = lines.length > SHOWN ? [`… and ${lines.length - SHOWN} more`] : [];
	const message =
		bad.length === 1
			? `${lines[0]} ${wording.nothing}`
			: `${bad.length} of ${entries.length} ${wording.unusable}. ${lines[0]}`;
	const description = [
		// A single one stands in the message.
		...(bad.length > 1 ? [...lines.slice(0, SHOWN), ...more] : []),
		...(bad.length < entries.length ? [`${wording.others}, set On Error to "Continue" in the node's settings.`] : []),
	];
	throw new NodeOperationError(context.getNode(), message, {
		description: description.join('<br>'),
		itemIndex: bad[0]!.subject.itemIndex,
	});
}

/**
 * Stops a run that would reach more people than allowed, whatever On Error says.
 * @throws NodeOperationError when there are more messages than the ceiling.
 */
export function withinCeiling<T>(context: IExecuteFunctions, messages: readonly T[], ceiling: number): readonly T[] {
	const limit = ceiling > 0 ? ceiling : DEFAULT_CEILING;
	if (messages.length <= limit) return messages;
	throw new NodeOperationError(
		context.getNode(),
		`${messages.length} messages are more than the ${limit} that this node may send in one run; nothing was sent`,
		{
			description: 'If that many are meant, raise Options → Max Recipients.',
		},
	);
}
