import { expect, test } from 'vitest';

import { happyTalk } from '../../../kakao/consult/happyTalk';
import { converse } from '../../../kakao/delivery/converse';
import { DEMO_HUB_CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { hubContract } from './suite.mts';

const { clientId, clientSecret, senderKey } = DEMO_HUB_CREDENTIALS.happyTalk;

hubContract(
	{
		hub: happyTalk,
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
			echoes: false,
			sessions: true,
			ending: 'session.ended',
			late: 'sessionEnded',
		},
	},
	(bench) => {
		const registration = happyTalk.registration!;

		test('once a receive address is set, Kakao calls there', async () => {
			await bench.talk(registration.set(senderKey, bench.inboxUrl()));
			await bench.control('POST', '/api/hubs/happyTalk/callback', { url: null });
			await bench.begin('새 주소로');
			expect(bench.events('message.received')).toHaveLength(1);
		});

		test.each([
			['an address without https', senderKey, 'http://shop.example.com/webhook', '405'],
			['a sender key of somebody else', '0'.repeat(40), 'https://shop.example.com/webhook', '-501'],
		])('a receive address that HappyTalk refuses is told about with its cure: %s', async (_, key, url, code) => {
			const failure = { reason: { code, kind: 'channel', advice: expect.stringMatching(/.{10,}/) } };
			await expect(converse(registration.set(key, url), bench.wire())).rejects.toMatchObject(failure);
		});
	},
);
