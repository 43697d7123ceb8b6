import type { IDataObject, INode } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { addTemplate, outcomesOf } from './helpers.mts';
import { jsonOf, stage, THREE } from './kakao.mts';
import { proxy, type Proxy } from './proxy.mts';

const kakao = stage();
let between: Proxy;

const isSend = ({ method, path }: { method: string; path: string }) => method === 'POST' && path.endsWith('/messages');

/** SENS gets messages of the template "lost", but neither its answer nor its message list comes through. */
beforeAll(async () => {
	between = await proxy(
		() => kakao.sandbox.urls.naverSens,
		(request) => {
			if (isSend(request)) return request.body.includes('"templateCode":"lost"') ? 'lose' : 'pass';
			if (/\/messages\?/.test(request.path)) return { status: 403, body: { status: 403, errorMessage: 'Forbidden' } };
			return 'pass';
		},
	);
});
afterAll(async () => await between.close());
beforeEach(async () => {
	await addTemplate(kakao, { code: 'lost', text: '#{이름}님 #{번호}' });
	between.seen.length = 0;
});

const SETTINGS = (['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const).flatMap((onError) =>
	[false, true].map((retryOnFail) => ({ onError, retryOnFail })),
);

async function send(
	templates: string[],
	node: Pick<INode, 'onError' | 'retryOnFail'>,
	options: IDataObject,
	at: number,
) {
	const rows = templates.map((code, row) => ({ to: `0103000${at}00${row}`, ...THREE, 번호: `N-${at}-${row}`, code }));
	return await kakao.run(rows, {
		dealer: 'naverSens',
		executionId: `${at}`,
		workflowId: `unknown-${templates.length}-${at}`,
		credentials: {
			kakaoBizMessageApi: { ...kakao.credentials('naverSens').kakaoBizMessageApi!, baseUrl: between.url },
		},
		node: { ...node, maxTries: 3, waitBetweenTries: 1 },
		parameters: { template: { __rl: true, mode: 'code', value: '={{ $json.code }}' }, options },
	});
}

const numbers = async () => (await kakao.messages()).map(({ to }) => to);

test('rows of unknown fate, the first among them, are called so, never sent again, and never stop the node', async () => {
	const runs = await Promise.all(
		SETTINGS.map(async (each, at) => await send(['lost', 'bench-three', 'lost'], each, {}, at)),
	);
	for (const [at, run] of runs.entries()) {
		const { outputs, error, hints } = run;
		const toErrors = SETTINGS[at]!.onError === 'continueErrorOutput';
		expect(error).toBeUndefined();
		expect(hints).toMatchObject([{ message: expect.stringContaining('2 of 3 messages were not accepted') }]);
		expect(outcomesOf(run)).toEqual(toErrors ? ['accepted', 'unknown', 'unknown'] : ['unknown', 'accepted', 'unknown']);
		expect(outputs.flat().map(({ pairedItem }) => pairedItem)).toEqual(
			(toErrors ? [1, 0, 2] : [0, 1, 2]).map((item) => ({ item })),
		);
		const unknown = toErrors ? (jsonOf(outputs[1])[0]!.details as IDataObject) : jsonOf(outputs[0])[0]!;
		expect(unknown.reason).toMatchObject({
			kind: 'unknown',
			retryable: false,
			text: expect.stringContaining('may or may not'),
		});
	}
	expect(between.seen.filter(isSend)).toHaveLength(2 * SETTINGS.length);
	expect(await numbers()).toHaveLength(3 * SETTINGS.length);
	expect(new Set(await numbers()).size).toBe(3 * SETTINGS.length);
});

test('when all rows are of unknown fate the node is not run again either', async () => {
	const runs = await Promise.all(SETTINGS.map(async (each, at) => await send(['lost', 'lost'], each, {}, at)));
	for (const [at, { outputs, error }] of runs.entries()) {
		const toErrors = SETTINGS[at]!.onError === 'continueErrorOutput';
		expect(error).toBeUndefined();
		expect(outputs.flat().map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const [first, second] = outputs.flatMap(jsonOf);
		// n8n keeps nothing but the text of an error that doesn't make it run the node again (normalizeNodeErrors).
		if (toErrors) expect(first).toEqual({ error: expect.stringMatching(/^n8n-.*may or may not/) });
		else expect(first).toMatchObject({ outcome: 'unknown', reason: { kind: 'unknown' } });
		expect(toErrors ? second!.details : second).toMatchObject({ outcome: 'unknown', messageKey: expect.any(String) });
	}
	expect(between.seen.filter(isSend)).toHaveLength(SETTINGS.length);
	expect(await numbers()).toHaveLength(2 * SETTINGS.length);
});

test('the next execution with the same keys asks the dealer again before it sends, and still sends nothing twice', async () => {
	const node = { onError: 'continueRegularOutput' as const };
	const keyed = { messageKey: '={{ $json.번호 }}' };
	expect(outcomesOf(await send(['lost', 'bench-three'], node, keyed, 7))).toEqual(['unknown', 'accepted']);
	expect(outcomesOf(await send(['lost', 'bench-three'], node, keyed, 7))).toEqual(['unknown', 'skipped']);
	expect(await numbers()).toHaveLength(2);
	expect(between.seen.filter(isSend)).toHaveLength(2);
});
