import type { IExecuteFunctions } from 'n8n-workflow';

import { derivedKey, MAX_KEY_LENGTH } from '../../kakao/delivery/keys';
import type { Problem } from '../../kakao/message/limits';
import type { Column } from './columns';

/** A message's key, whether a person gave it, and what is wrong with it. */
export interface MessageKey {
	key: string;
	given: boolean;
	problems: Problem[];
}

const CURE = 'Give a value that names this one message, say the order number, or remove the option.';

/** The sender's own key where one is set, else one made from execution, node, run and item. */
export function keySource(
	context: IExecuteFunctions,
	column: Column | null,
): (item: number, recipient: number) => MessageKey {
	const execution = context.getExecutionId();
	const node = context.getNode().id;
	const run = context.getWorkflowDataProxy(0).$runIndex as number;
	return (item, recipient) => {
		if (column === null)
			return { key: derivedKey({ execution, node, run, item, recipient }), given: false, problems: [] };
		const value = column(item);
		const key = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
		const problem =
			key === ''
				? 'is empty for this item'
				: key.length > MAX_KEY_LENGTH
					? `has ${key.length} characters, the limit is ${MAX_KEY_LENGTH}`
					: undefined;
		return { key, given: true, problems: problem ? [{ field: 'Message Key', text: problem, cure: CURE }] : [] };
	};
}
