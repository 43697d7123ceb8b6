import type { INode } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { addTemplate, control, outcomesOf, requests } from './helpers.mts';
import { jsonOf, SENDER, stage, THREE, type RunAlimTalk } from './kakao.mts';

const kakao = stage();

type OnError = NonNullable<INode['onError']>;

const MODES: readonly OnError[] = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'];
/** Every way in which a node may be set to meet trouble. */
const SETTINGS = MODES.flatMap((onError) => [false, true].map((retryOnFail) => ({ onError, retryOnFail })));

const tries = 3;
const node = (settings: (typeof SETTINGS)[number]) => ({ ...settings, maxTries: tries, waitBetweenTries: 1 });

/** SOLAPI refuses a message whose fallback sender is not registered, each by itself. */
const GOOD = '0212345678';
const REFUSED = '0299999999';
const rowsWith = (senders: string[]) => senders.map((from, at) => ({ to: `0101111000${at}`, ...THREE, from }));
const bySender: RunAlimTalk = {
	dealer: 'solapi',
	parameters: { smsFallback: true, fallback: { from: '={{ $json.from }}', text: '완료' } },
};

const arrived = async () => (await kakao.messages()).map(({ to }) => to).sort();
/** How often the node handed messages to the dealer. */
const adds = async () =>
	(await requests(kakao)).filter(({ method, path }) => method === 'PUT' && path.endsWith('/messages')).length;

describe.each(SETTINGS)('On Error $onError, Retry On Fail $retryOnFail', (settings) => {
	const toErrors = settings.onError === 'continueErrorOutput';

	test('when all is well every row comes out once, in order, without a hint', async () => {
		const { outputs, error, hints } = await kakao.run(rowsWith([GOOD, GOOD, GOOD]), {
			...bySender,
			node: node(settings),
		});
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
		expect(jsonOf(outputs[0]).map(({ to }) => to)).toEqual(['01011110000', '01011110001', '01011110002']);
		expect(outputs[1] ?? []).toEqual([]);
		expect(await adds()).toBe(1);
	});

	test('when the dealer refuses some, the first among them, nobody gets a message twice and the refusals are told', async () => {
		const run = await kakao.run(rowsWith([REFUSED, GOOD, REFUSED, GOOD]), { ...bySender, node: node(settings) });
		const { outputs, error, hints } = run;
		expect(error).toBeUndefined();
		expect(await arrived()).toEqual(['01011110001', '01011110003']);
		expect(await adds()).toBe(1);
		expect(hints).toMatchObject([
			{
				type: 'warning',
				message: expect.stringMatching(
					toErrors
						? /^2 of 4 messages were not accepted.*left through the error output/
						: /^2 of 4 messages were not accepted.*"outcome".*error output/,
				),
			},
		]);
		const lanes = outputs.map((lane) => lane.map(({ json, pairedItem }) => [json.to, pairedItem]));
		const row = (at: number) => [`0101111000${at}`, { item: at }];
		expect(lanes).toEqual(
			toErrors
				? [
						[row(1), row(3)],
						[row(0), row(2)],
					]
				: [[row(0), row(1), row(2), row(3)]],
		);
		expect(outcomesOf(run)).toEqual(
			toErrors ? ['accepted', 'accepted', 'rejected', 'rejected'] : ['rejected', 'accepted', 'rejected', 'accepted'],
		);
		if (!toErrors) return;
		expect(jsonOf(outputs[1])[0]).toMatchObject({
			이름: '홍길동',
			error: expect.stringContaining('sender number'),
			message: expect.stringContaining('Register'),
			details: { outcome: 'rejected', reason: { code: '1062' }, to: '01011110000' },
		});
	});

	test('when the dealer refuses all, "Stop" stops with the reason and how often; the others hand the rows on', async () => {
		const run = await kakao.run(rowsWith([REFUSED, REFUSED]), { ...bySender, node: node(settings) });
		expect(await arrived()).toEqual([]);
		if (settings.onError === 'stopWorkflow') {
			expect(run.error?.message).toContain('None of 2 messages was accepted');
			expect(run.error?.description).toContain('2 × ');
			expect(run.error?.description).toContain('Register');
		} else {
			expect(run.error).toBeUndefined();
			expect(outcomesOf(run)).toEqual(['rejected', 'rejected']);
			expect(run.outputs[toErrors ? 1 : 0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		}
	});

	test('a request that is refused as a whole is told for each of its rows', async () => {
		await addTemplate(kakao, { code: 'plain', text: '안내', channel: '@kakaoshop_cs' });
		const parameters = {
			...bySender.parameters,
			senderProfile: { __rl: true, mode: 'id', value: SENDER.nhnCloud.replace(/1$/, '2') },
		};
		const run = await kakao.run(rowsWith([GOOD, GOOD]), { template: 'plain', parameters, node: node(settings) });
		expect(await arrived()).toEqual([]);
		if (settings.onError === 'stopWorkflow') expect(run.error?.message).toContain('SMS fallback is not set up');
		else expect(outcomesOf(run)).toEqual(['rejected', 'rejected']);
	});

	test('bad input is found for all rows before the first request', async () => {
		const rows = [{ to: '02-123-4567', ...THREE }, ...rowsWith([GOOD])];
		const run = await kakao.run(rows, { node: node(settings) });
		if (settings.onError === 'stopWorkflow') {
			expect(run.error?.message).toContain('Item 0: To is a landline');
			expect(await arrived()).toEqual([]);
		} else {
			expect(outcomesOf(run).sort()).toEqual(['accepted', 'rejected']);
			expect(await arrived()).toEqual(['01011110000']);
		}
		const stats = await control<{ duplicates: number }>(kakao, '/api/stats');
		expect(stats.duplicates).toBe(0);
	});
});

test('a single refused message says its own reason, not "None of 1"', async () => {
	const { error } = await kakao.run(rowsWith([REFUSED]), bySender);
	expect(error?.message).toMatch(/^The sender number is not registered\. Register/);
});
