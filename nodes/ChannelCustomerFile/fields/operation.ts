import type { INodeProperties } from 'n8n-workflow';

/** What the node can do, by name as n8n wants it. */
export const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'addUsers',
	options: [
		{
			name: 'Add Users',
			value: 'addUsers',
			description: 'Put users with their values into a file, 2,000 a call; users already in it are brought up to date',
			action: 'Add users to a customer file',
		},
		{
			name: 'Create',
			value: 'create',
			description: 'Make an empty file with its columns, which cannot be changed afterwards',
			action: 'Create a customer file',
		},
		{
			name: 'Get Many',
			value: 'getAll',
			description: "List the channel's files",
			action: 'Get many customer files',
		},
		{
			name: 'Remove Users',
			value: 'removeUsers',
			description: 'Take users out of a file, 2,000 a call',
			action: 'Remove users from a customer file',
		},
	],
};
