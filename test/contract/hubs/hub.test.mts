import { hub } from '../../../kakao/consult/hub';
import { DEMO_HUB_CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { hubContract } from './suite.mts';

const { headerName, headerValue, sendPath, endPath } = DEMO_HUB_CREDENTIALS.hub;

hubContract({
	hub,
	basePath: '',
	credential: { authHeader: headerName, authValue: headerValue, sendPath, endPath },
	keys: ['authHeader', 'authValue'],
	secret: '',
	senderKey: DEMO_HUB_CREDENTIALS.happyTalk.senderKey,
	tells: {
		metadata: true,
		taps: true,
		serials: true,
		longText: 'file',
		files: 'attachment',
		comments: true,
		echoes: false,
		sessions: true,
		ending: 'session.ended',
		late: 'sessionEnded',
	},
});
