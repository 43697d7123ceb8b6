import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { columnOf, isExpression, type Column } from './columns';

/**
 * A reader for a parameter with parameters inside (rows of a form). Parts without expressions are read once and given
 * out as they are, so that whoever builds something from them can see that nothing has changed.
 */
export function treeOf(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	raw: unknown,
	field: string,
): Column {
	if (!holdsExpression(raw)) return () => raw;
	if (typeof raw !== 'object' || raw === null) return columnOf(context, items, raw, field);
	const readers = Object.entries(raw).map(([key, each]): [string, Column] => [
		key,
		treeOf(context, items, each, `${field} ${Array.isArray(raw) ? Number(key) + 1 : words(key)}`),
	]);
	return (itemIndex) => {
		const values = readers.map(([key, read]): [string, unknown] => [key, read(itemIndex)]);
		return Array.isArray(raw) ? values.map(([, value]) => value) : Object.fromEntries(values);
	};
}

/** Whether anything inside has to be worked out item by item. */
export function holdsExpression(raw: unknown): boolean {
	if (typeof raw !== 'object' || raw === null) return isExpression(raw);
	return Object.values(raw).some(holdsExpression);
}

/** `linkMobile` as a person reads it: `link mobile`. */
const words = (key: string) => key.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
