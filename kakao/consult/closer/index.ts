import type { Hub } from '../contract';
import { read } from './read';

/**
 * CLOSER (sini-company): only calls us, unsigned (facts consulttalk §1.4). Its API's address and bodies are not public
 * (§2.7), so nothing can be answered, there are no keys, and nothing to test.
 */
export const closer: Hub = {
	id: 'closer',
	name: 'CLOSER',
	baseUrl: 'https://closer.ai',
	credentialFields: [],
	sign: ({ path }) => ({ path, headers: {} }),
	probe: { request: { method: 'GET', path: '/' }, explain: () => null },
	capabilities: {
		billingDay: '04:00',
		parallelRequests: 1,
		sends: { buttons: false, quickReplies: false, image: false, file: false, notices: false },
		endsWithBot: false,
		blocks: false,
		text: 1000,
	},
	reception: { suffixes: [''], proof: 'none', verify: () => 'genuine', read },
};
