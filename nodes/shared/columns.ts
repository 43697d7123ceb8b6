import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { BadInput } from './badInput';

/**
 * Reading a parameter for thousands of items. n8n's expression engine takes about 0.4 ms for each, so that four
 * expressions on 10,000 items are 16 seconds of nothing. Most expressions only name a column: those are read from the
 * item itself, constants once, and only true expressions go through the engine.
 */
export type Column = (itemIndex: number) => unknown;

/** `={{ $json.name }}`, `={{ $json["주문 번호"] }}`: one column, nothing else. Names the engine treats specially are left to it. */
const COLUMN =
	/^=\{\{\s*\$json(?:\.([\p{L}_$][\p{L}\p{Nd}_$]*)|\[\s*(?:"([^"\\}\r\n]*)"|'([^'\\}\r\n]*)')\s*\])\s*\}\}$/u;

/** The column that an expression names and nothing more; undefined for any other parameter value. */
export function plainColumn(raw: unknown): string | undefined {
	if (typeof raw !== 'string') return undefined;
	const match = COLUMN.exec(raw);
	const name = match?.[1] ?? match?.[2] ?? match?.[3];
	return name === undefined || name in Object.prototype ? undefined : name;
}

export const isExpression = (raw: unknown): raw is string => typeof raw === 'string' && raw.startsWith('=');

/**
 * A reader for one parameter value as it stands in the node, expression or not. The reader throws BadInput for an item
 * whose expression fails, so that one bad row does not stop the others.
 */
export function columnOf(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	raw: unknown,
	field: string,
): Column {
	if (!isExpression(raw)) return () => raw;
	const name = plainColumn(raw);
	if (name !== undefined) return (itemIndex) => items[itemIndex]!.json[name];
	return (itemIndex) => evaluate(context, raw.slice(1), itemIndex, field);
}

function evaluate(context: IExecuteFunctions, expression: string, itemIndex: number, field: string): unknown {
	let why: string;
	try {
		return context.evaluateExpression(expression, itemIndex);
	} catch (error) {
		why = (error as Error).message;
	}
	throw new BadInput({
		field,
		text: `could not be worked out for this item: ${why}`,
		cure: 'Correct the expression, or the value it works on.',
	});
}
