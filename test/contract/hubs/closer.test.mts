import { expect, test } from 'vitest';

import { closer } from '../../../kakao/consult/closer';
import { DEMO_HUB_CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { hubContract } from './suite.mts';

hubContract(
	{
		hub: closer,
		basePath: '',
		credential: {},
		keys: [],
		secret: '',
		senderKey: DEMO_HUB_CREDENTIALS.closer.botId,
		tells: {
			metadata: false,
			taps: false,
			serials: false,
			longText: 'whole',
			files: 'link',
			comments: false,
			echoes: true,
			sessions: true,
			ending: 'agent.ended',
			late: 'rejected',
		},
	},
	(bench) => {
		test('a customer who calls for an agent, gets one and is left by them: each step is told once', async () => {
			const { userKey } = await bench.begin();
			await bench.console({ text: '상담원입니다' });
			await bench.console({ text: '안녕히 가세요', end: true });
			await bench.until('agent.ended');
			const steps = bench.events().filter(({ event }) => event.startsWith('agent.'));
			expect(steps.map(({ event }) => event)).toEqual(['agent.requested', 'agent.started', 'agent.ended']);
			expect(new Set(bench.events().map(({ user }) => user.userKey))).toEqual(new Set([userKey]));
		});

		test('events that come in one call are all read, in their order', async () => {
			await bench.behave({ batchMs: 300 });
			for (const words of ['하나', '둘', '셋']) await bench.customer.write(words);
			const events = await bench.until('message.received', 3);
			expect(events.map(({ message }) => message?.text)).toEqual(['하나', '둘', '셋']);
			expect(bench.arrivals()).toHaveLength(1);
		});
	},
);
