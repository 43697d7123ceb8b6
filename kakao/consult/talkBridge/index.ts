import type { Hub } from '../contract';
import { credentialFields, probe, sign, verify } from './auth';
import { complete } from './complete';
import { desk } from './desk';
import { read } from './read';

/**
 * TalkBridge (블룸에이아이): a self-service dealer with a signed webhook that tells only that something happened (facts
 * consulttalk §1.2, §2.6). Its receive address is typed into its console: of the API's call no body is public, and a
 * change would cut off a set-up with a bypass.
 */
export const talkBridge: Hub = {
	id: 'talkBridge',
	name: 'TalkBridge',
	baseUrl: 'https://api.talkbridge.io',
	credentialFields,
	sign,
	probe,
	capabilities: {
		billingDay: '00:00',
		parallelRequests: 4,
		sends: {
			buttons: true,
			quickReplies: true,
			image: true,
			file: true,
			notices: false,
			layouts: ['text', 'image'],
			rawFields: true,
		},
		events: ['message.received', 'session.started', 'session.ended', 'message.echo', 'message.deleted', 'test'],
		tellsAgents: false,
		endsWithBot: true,
		blocks: true,
	},
	reception: { suffixes: [''], proof: 'signature', verify, read, complete },
	desk,
};
