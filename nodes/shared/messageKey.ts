import type { IExecuteFunctions } from 'n8n-workflow';

import { derivedKey, MAX_KEY_LENGTH } from '../../kakao/delivery/keys';
import { BadInput } from './badInput';
import type { Column } from './columns';

/** A message's key, and whether a person gave it. */
export interface MessageKey {
	key: string;
	given: boolean;
}

/**
 * The sender's own key where one is set, else one made from execution, node, run and item.
 * The reader throws BadInput for a key that is empty or too long.
 */
export function keySource(
	context: IExecuteFunctions,
	column: Column | null,
): (item: number, recipient: number) => MessageKey {
	const execution = context.getExecutionId();
	const node = context.getNode().id;
	const run = context.getWorkflowDataProxy(0).$runIndex as number;
	return (item, recipient) => {
		if (column === null) return { key: derivedKey({ execution, node, run, item, recipient }), given: false };
		const value = column(item);
		const key = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
		if (key === '') throw badKey('is empty for this item');
		if (key.length > MAX_KEY_LENGTH) throw badKey(`has ${key.length} characters, the limit is ${MAX_KEY_LENGTH}`);
		return { key, given: true };
	};
}

const badKey = (text: string) =>
	new BadInput({
		field: 'Message Key',
		text,
		cure: 'Give a value that names this one message, say the order number, or remove the option.',
	});
