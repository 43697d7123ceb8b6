import type { Hub } from '../contract';
import { senderKeysField } from '../senderKeys';
import { read } from './read';

/**
 * CLOSER (sini-company): only calls us, unsigned (facts consulttalk §1.4). Its API's address and bodies are not public
 * (§2.7), so nothing can be answered, there are no keys, and nothing to test.
 */
export const closer: Hub = {
	id: 'closer',
	name: 'CLOSER',
	baseUrl: 'https://closer.ai',
	credentialFields: [
		{
			...senderKeysField,
			label: 'Bot IDs',
			help: 'The IDs of your bots, separated by commas: callbacks of others are refused',
		},
	],
	sign: ({ path }) => ({ path, headers: {} }),
	probe: { request: { method: 'GET', path: '/' }, explain: () => null },
	noProbe:
		'CLOSER has no keys to test: it only calls this package. Send a message to the channel to see whether it arrives.',
	capabilities: {
		billingDay: '04:00',
		parallelRequests: 1,
		sends: {
			buttons: false,
			quickReplies: false,
			image: false,
			file: false,
			notices: false,
			layouts: [],
			rawFields: false,
		},
		events: [
			'message.received',
			'message.echo',
			'session.started',
			'session.ended',
			'agent.requested',
			'agent.started',
			'agent.ended',
			'user.updated',
		],
		tellsAgents: false,
		endsWithBot: false,
		blocks: false,
	},
	reception: { suffixes: [''], proof: 'none', verify: () => 'genuine', read },
};
