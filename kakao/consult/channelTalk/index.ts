import type { Hub } from '../contract';
import { credentialFields, probe, sign, verify } from './auth';
import { complete } from './complete';
import { desk } from './desk';
import { read } from './read';

/**
 * Channel Talk (채널톡), itself an official dealer: KakaoTalk consults are chats of its inbox, and answers go out as its bot
 * (facts consulttalk §1.3, §4). It never tells Kakao’s user key or sender key.
 */
export const channelTalk: Hub = {
	id: 'channelTalk',
	name: 'Channel Talk',
	baseUrl: 'https://api.channel.io/open/v5',
	credentialFields,
	sign,
	probe,
	capabilities: {
		billingDay: '04:00',
		// The API's budget of 1,000 refills slowly and all of a workspace's tools share it (facts consulttalk §4.1).
		parallelRequests: 2,
		sends: {
			buttons: true,
			quickReplies: false,
			image: false,
			file: false,
			notices: false,
			layouts: ['text'],
			rawFields: false,
		},
		events: ['message.received', 'session.started', 'session.ended', 'message.echo', 'message.deleted', 'user.updated'],
		tellsAgents: true,
		endsWithBot: false,
		blocks: false,
	},
	reception: { suffixes: [''], proof: 'token', verify, read, complete },
	desk,
};
