import type { Hub } from '../contract';
import { rawReception } from '../raw/reception';
import { credentialFields, probe, sign } from './auth';
import { desk } from './desk';
import { LAYOUTS } from './layouts';
import { registration } from './registration';

const ID = 'happyTalk';

/** HappyTalk's Kakao webhook (카카오 웹훅): Kakao's callbacks unchanged, without a signature (facts consulttalk §0 B). */
export const happyTalk: Hub = {
	id: ID,
	name: 'HappyTalk',
	baseUrl: 'https://kakao-api.happytalk.io',
	credentialFields,
	capabilities: {
		billingDay: '04:00',
		parallelRequests: 4,
		sends: {
			buttons: true,
			quickReplies: true,
			image: true,
			file: true,
			notices: true,
			layouts: LAYOUTS,
			rawFields: true,
		},
		events: ['message.received', 'session.started', 'session.ended'],
		tellsAgents: false,
		endsWithBot: true,
		blocks: true,
	},
	sign,
	probe,
	reception: rawReception(ID),
	desk,
	registration,
};
