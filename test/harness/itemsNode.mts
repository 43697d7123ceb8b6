import type { INode, INodeExecutionData, INodeType } from 'n8n-workflow';

/** The node that stands before the node under test and hands it the test's items. */
export const itemsName = 'Items';
const type = 'harness.items';

/** That node's type, giving out these items. */
export function itemsType(items: INodeExecutionData[]): INodeType {
	return {
		description: {
			displayName: itemsName,
			name: type,
			group: ['trigger'],
			version: 1,
			description: "Gives out a test's items",
			defaults: { name: itemsName },
			inputs: [],
			outputs: ['main'],
			properties: [],
		},
		execute: async () => [items],
	};
}

/** That node, ready for a workflow's list. */
export const itemsNode: INode = { id: 'items', name: itemsName, type, typeVersion: 1, position: [0, 0], parameters: {} };
