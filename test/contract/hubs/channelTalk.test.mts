import { expect, test } from 'vitest';

import { channelTalk } from '../../../kakao/consult/channelTalk';
import { DEMO_HUB_CREDENTIALS } from '../../../sandbox/world/credentials.mts';
import { hubContract } from './suite.mts';

const { accessKey, accessSecret, webhookToken } = DEMO_HUB_CREDENTIALS.channelTalk;

hubContract(
	{
		hub: channelTalk,
		basePath: '/open/v5',
		credential: { accessKey, accessSecret },
		keys: ['accessKey', 'accessSecret'],
		secret: webhookToken,
		senderKey: '',
		tells: {
			metadata: false,
			taps: false,
			serials: false,
			longText: 'whole',
			files: 'attachment',
			comments: true,
			echoes: true,
			// The inbox has one chat for each customer.
			sessions: false,
			ending: 'session.ended',
			late: 'sessionEnded',
		},
	},
	(bench) => {
		const { customer } = bench;
		const desk = channelTalk.desk!;

		test('both spellings of a call’s type are understood', async () => {
			await bench.behave({ upperCaseType: true });
			await bench.begin('대문자예요');
			expect(bench.events().map(({ event }) => event)).toEqual(['session.started', 'message.received']);
		});

		test('what the team notes among itself is no echo', async () => {
			const { chatId } = await bench.begin();
			const body = { blocks: [{ type: 'text', value: '우리끼리' }], options: ['private'] };
			const answer = await bench.wire().exchange({ method: 'POST', path: `/user-chats/${chatId}/messages`, body });
			expect(answer).toMatchObject({ status: 200 });
			await bench.settle();
			expect(bench.events('message.echo')).toEqual([]);
			expect(await customer.sees()).toEqual([]);
		});

		test('a phone number that the team adds to a customer comes as news of that customer', async () => {
			const { userKey } = await bench.begin();
			const body = { profile: { mobileNumber: '+821012345678' } };
			await bench.wire().exchange({ method: 'PATCH', path: `/users/${userKey}`, body });
			const [updated] = await bench.until('user.updated');
			expect(updated?.user).toMatchObject({ userKey, mobileNumber: '+821012345678' });
		});

		test('an answer without a chat ID is refused before anything is asked', async () => {
			const target = { ...(await bench.begin()), chatId: '' };
			const outcome = await bench.talk(desk.sendText(target, '안녕하세요', 'chat-1'));
			expect(outcome).toMatchObject({ outcome: 'rejected', reason: { retryable: false } });
			expect(await bench.requests()).toEqual([]);
		});
	},
);
