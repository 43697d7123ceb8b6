import type { INode } from 'n8n-workflow';
import type { WorkflowFile } from '../n8n/rest.mts';

/** What a node in question says of itself; its place in the workflow is the same for all. */
export type MeasuredNode = Pick<INode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

/** Trigger, a Code node that makes the items, and the node in question. @param jsCode gives the items */
export function workflowOf(
	name: string,
	jsCode: string,
	measured: MeasuredNode & Pick<INode, 'id' | 'name'>,
): WorkflowFile {
	const at = (x: number): [number, number] => [x, 0];
	const link = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name,
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: at(0),
				parameters: {},
			},
			{
				id: 'make',
				name: 'Make',
				type: 'n8n-nodes-base.code',
				typeVersion: 2,
				position: at(200),
				parameters: { jsCode },
			},
			{ ...measured, position: at(400) },
		],
		connections: { Start: link('Make'), Make: link(measured.name) },
		settings: { executionOrder: 'v1' },
	};
}
