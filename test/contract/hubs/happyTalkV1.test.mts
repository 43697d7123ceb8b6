import { happyTalkV1 } from '../../../kakao/consult/happyTalk/first';
import { DEMO_HUB_CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { hubContract } from './suite.mts';

const { clientId, clientSecret, senderKey } = DEMO_HUB_CREDENTIALS.happyTalk;

hubContract({
	hub: happyTalkV1,
	server: 'happyTalk',
	basePath: '',
	credential: { clientId, clientSecret },
	keys: ['clientId', 'clientSecret'],
	secret: '',
	senderKey,
	tells: {
		metadata: true,
		taps: true,
		serials: true,
		longText: 'file',
		files: 'attachment',
		comments: true,
		pictureLinks: false,
		echoes: false,
		sessions: true,
		ending: 'session.ended',
		late: 'sessionEnded',
	},
});
