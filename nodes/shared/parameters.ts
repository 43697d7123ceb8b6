import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { columnOf, type Column } from './columns';
import { holdsExpression, treeOf } from './tree';

const object = (value: unknown): IDataObject =>
	typeof value === 'object' && value !== null ? (value as IDataObject) : {};

/** The node's parameters as they are stored, expressions unevaluated; readers evaluate them item by item. */
export class Parameters {
	private readonly parameters: IDataObject;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly items: readonly INodeExecutionData[],
	) {
		this.parameters = context.getNode().parameters as IDataObject;
	}

	/** Whether the parameter is set at all, whatever it evaluates to. */
	has(path: string): boolean {
		return this.raw(path) !== undefined;
	}

	/** The parameter as it is stored, an expression unevaluated. */
	stored(path: string): unknown {
		return this.raw(path);
	}

	/** A reader for the parameter at a path such as `options.messageKey`; `field` is its name on the screen. */
	column(path: string, field: string): Column {
		return columnOf(this.context, this.items, this.raw(path), field);
	}

	/** A reader for a parameter with rows or fields inside. */
	tree(path: string, field: string): Column {
		return treeOf(this.context, this.items, this.raw(path), field);
	}

	/** Whether any of these parameters differs from item to item. */
	varies(...paths: readonly string[]): boolean {
		return paths.some((path) => holdsExpression(this.raw(path)));
	}

	/** A reader for a resource locator: the id that was chosen or typed. */
	locator(name: string, field: string): Column {
		const raw = this.raw(name);
		// In old or hand-written workflows a locator can be a bare value.
		const value = typeof raw !== 'object' || raw === null ? raw : object(raw).value;
		return columnOf(this.context, this.items, value, field);
	}

	/** Readers for the fields of a resource mapper, by field; null when it maps automatically by column name. */
	mapper(name: string, called = (field: string) => `variable #{${field}}`): ReadonlyMap<string, Column> | null {
		const stored = object(this.raw(name));
		if (stored.mappingMode === 'autoMapInputData') return null;
		const filled = Object.entries(object(stored.value)).filter(([, raw]) => raw !== null);
		return new Map(filled.map(([field, raw]) => [field, columnOf(this.context, this.items, raw, called(field))]));
	}

	private raw(path: string): unknown {
		return path.split('.').reduce<unknown>((value, key) => object(value)[key], this.parameters);
	}
}
