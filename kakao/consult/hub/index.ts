import type { Hub } from '../contract';
import { rawReception } from '../raw/reception';
import { credentialFields, probe, sign } from './auth';
import { desk } from './desk';

const ID = 'hub';

/**
 * Any company that relays Kakao's own format (facts consulttalk §0 A, H, I): its address and key are typed into the
 * credential. It has no address of its own to begin with.
 */
export const hub: Hub = {
	id: ID,
	name: 'Kakao hub (raw relay)',
	baseUrl: '',
	credentialFields,
	capabilities: {
		billingDay: '04:00',
		parallelRequests: 4,
		sends: {
			buttons: true,
			quickReplies: true,
			image: false,
			file: false,
			notices: true,
			layouts: ['text'],
			rawFields: true,
		},
		events: ['message.received', 'session.started', 'session.ended'],
		tellsAgents: false,
		endsWithBot: false,
		blocks: false,
	},
	sign,
	probe,
	reception: rawReception(ID),
	desk,
};
