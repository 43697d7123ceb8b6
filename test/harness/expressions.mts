import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { itemsName, itemsNode } from './itemsNode.mts';
import type { N8nHost } from './n8nCore.mts';

/** The values that N8N_EXPRESSION_ENGINE takes and that n8n itself runs in production (`vm` unless told otherwise). */
export type Engine = 'legacy' | 'vm';

/** Switches the engine, for a whole test file: a process has one. */
export async function startEngine({ module }: N8nHost, engine: Engine): Promise<void> {
	await module.Expression.disposeExpressionEngine();
	module.Expression.setExpressionEngine(engine);
	// n8n's own defaults (@n8n/config, expression-engine.config).
	const defaults = { poolSize: 1, maxCodeCacheSize: 1024, bridgeTimeout: 5000, bridgeMemoryLimit: 128 };
	await module.Expression.initExpressionEngine({ engine, ...defaults });
}

/** What n8n makes of a parameter's expression, item by item, without any node of ours. */
export async function evaluate(host: N8nHost, expression: string, rows: readonly IDataObject[]): Promise<unknown[]> {
	const items: INodeExecutionData[] = rows.map((json) => ({ json }));
	const reader = { ...itemsNode, id: 'reader', name: 'Reader' };
	const connections = { [itemsName]: { main: [[{ node: reader.name, type: 'main' as const, index: 0 }]] } };
	const workflow = host.workflow({ name: 'Expressions', nodes: [itemsNode, reader], connections }, {}, items);
	const executed = { data: { main: [items] }, node: reader, source: { main: [{ previousNode: itemsName }] } };
	const run = host.module.createRunExecutionData({});
	const valueAt = (item: number): unknown =>
		workflow.expression.getParameterValue(expression, run, 0, item, reader.name, items, 'manual', {}, executed);
	await workflow.expression.acquireIsolate();
	try {
		return items.map((_, item) => valueAt(item));
	} finally {
		await workflow.expression.releaseIsolate();
	}
}
