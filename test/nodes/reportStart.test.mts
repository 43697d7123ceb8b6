import { expect, test } from 'vitest';

import { startTrigger } from '../harness/schedule.mts';
import { DEALERS, requests, settled, TRIGGER } from './helpers.mts';
import { jsonOf, stage } from './kakao.mts';
import { sendTo, trigger } from './reports.mts';

const kakao = stage();

test.each(DEALERS)('pressing Execute at %s shows the last hour, or says that there was nothing', async (dealer) => {
	const run = async () =>
		await kakao.host.executeWorkflow(
			{
				name: 'Reports',
				nodes: [
					{
						id: 'a',
						name: 'Reports',
						type: TRIGGER,
						typeVersion: 2,
						position: [0, 0],
						parameters: { receive: 'polling' },
					},
				],
				connections: {},
			},
			{ credentials: kakao.credentials(dealer) },
		);
	const empty = await run();
	expect(empty.error).toBeUndefined();
	expect(empty.hints).toMatchObject([{ message: expect.stringContaining('no delivery reports in the last hour') }]);
	const ids = await sendTo(kakao, dealer, ['01011110001']);
	await settled(kakao);
	expect(jsonOf((await run()).outputs[0]).map(({ messageId }) => messageId)).toEqual(ids);
});

test.each([
	[5, '0 */5 * * * *'],
	[1, '0 */1 * * * *'],
	[0, '0 */1 * * * *'],
	[90, '0 */59 * * * *'],
	[7.9, '0 */7 * * * *'],
])('asking every %d minutes becomes a schedule that n8n takes', async (everyMinutes, cron) => {
	expect(
		(await startTrigger(kakao.host, trigger(kakao, 'nhnCloud', { receive: 'polling', everyMinutes }))).crons,
	).toEqual([cron]);
});

test('a node that receives webhooks keeps no schedule and troubles no dealer', async () => {
	const listening = await startTrigger(kakao.host, trigger(kakao, 'solapi', { receive: 'webhook' }));
	expect(listening.crons).toEqual([]);
	expect(await requests(kakao)).toEqual([]);
});

test.each(['trigger', 'webhook', 'manual'] as const)(
	'what came in by a webhook is handed on untouched (mode %s)',
	async (mode) => {
		const items = [{ status: 'failed', messageId: 'A/1' }, { status: 'delivered' }];
		const node = { type: TRIGGER, parameters: { receive: 'webhook' } };
		const { outputs } = await kakao.host.execute({ node, items, mode, credentials: kakao.credentials() });
		expect(jsonOf(outputs[0])).toEqual(items);
		expect(await requests(kakao)).toEqual([]);
	},
);
