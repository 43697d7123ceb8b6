import { setTimeout as delay } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import type { Answered } from '../harness/fakeHttp.mts';
import { stage, jsonOf } from './kakao.mts';
import { respond, ringSkill, skillBody, text, VALIDATION } from './skill.mts';
import { elsewhere } from './consult.mts';

const kakao = stage();
const json = ({ outputs }: { outputs: Parameters<typeof jsonOf>[0][] }) => jsonOf(outputs[0])[0];
const called = async (changes: IDataObject = {}, trigger: IDataObject = {}) =>
	(await ringSkill(kakao, trigger, skillBody(changes))).item!;

/** A call of another process, which waits until then. */
const elsewhereOf = (item: IDataObject, answerBy: number): IDataObject => ({
	...item,
	reply: {
		...(item['reply'] as IDataObject),
		callId: `other ${answerBy}`,
		answerBy: new Date(answerBy).toISOString(),
	},
});

describe('the one answer of a call', () => {
	test('is given in time, also when many items arrive', async () => {
		const { outputs } = await respond(kakao, text('안녕하세요'), [await called(), { other: 1 }, { other: 2 }]);
		expect(jsonOf(outputs[0])).toEqual([
			{
				outcome: 'answered',
				taskId: null,
				reason: null,
				answer: { version: '2.0', template: { outputs: [{ simpleText: { text: '안녕하세요' } }] } },
			},
		]);
		expect(outputs[0]![0]!.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test.each([undefined, 'integrated' as const])('reaches the customer, mode %s', async (mode) => {
		const { item, inTheEnd } = await ringSkill(kakao, {});
		const run = await respond(kakao, text('안녕하세요'), [item!], mode && { mode });
		expect(json(run)).toMatchObject({ outcome: 'answered' });
		expect(await inTheEnd).toMatchObject({
			status: 200,
			body: { version: '2.0', template: { outputs: [{ simpleText: { text: '안녕하세요' } }] } },
		});
	});

	test('is not given again by a second Respond node', async () => {
		const item = await called();
		await respond(kakao, text('하나'), [item]);
		expect(json(await respond(kakao, text('둘'), [item]))).toMatchObject({
			outcome: 'tooLate',
			reason: { code: 'alreadyAnswered' },
		});
	});

	test('comes too late once the customer was asked to wait, and the node says how to be faster', async () => {
		const { item, inTheEnd } = await ringSkill(kakao, { options: { patience: 1 } });
		await inTheEnd;
		const run = await respond(kakao, text('늦었어요'), [item!]);
		expect(json(run)).toMatchObject({
			outcome: 'tooLate',
			reason: { code: 'tooLate', advice: expect.stringContaining('callback') as string },
		});
		expect(run.hints).toMatchObject([{ type: 'warning' }]);
	});

	test('given in time keeps the clock from answering too', async () => {
		const answers: Answered[] = [];
		const { item } = await ringSkill(kakao, { options: { patience: 1 } }, skillBody(), {
			onAnswer: (answer) => answers.push(answer),
		});
		await respond(kakao, text('제때'), [item!]);
		await delay(1_500);
		expect(answers).toMatchObject([{ body: { template: { outputs: [{ simpleText: { text: '제때' } }] } } }]);
	});

	test('needs a call', async () => {
		const { error } = await respond(kakao, text('누구에게?'), [{ utterance: '배송' }]);
		expect(error?.message).toBe('There is no skill call to answer');
	});
});

describe('a late answer', () => {
	const late = { options: { patience: 1 } };

	/** Somebody's callback address, and what was posted there. */
	async function mailbox(reply: object, status = 200) {
		const got: string[] = [];
		const url = await elsewhere((request, response) => {
			let body = '';
			request.on('data', (chunk) => (body += String(chunk)));
			request.on('end', () => {
				got.push(body);
				response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
			});
		});
		return { got, url: `${url}/v1/callback/x` };
	}

	async function lateCall(callbackUrl: string) {
		const { item, inTheEnd } = await ringSkill(kakao, late, skillBody({ callbackUrl }));
		await inTheEnd;
		return item!;
	}

	test('is posted to the callback address once, without any key', async () => {
		const { got, url } = await mailbox({ taskId: 't1', status: 'SUCCESS', timestamp: 1 });
		const item = await lateCall(url);
		const run = await respond(kakao, text('찾았어요'), [item], { credential: 'botApi' });
		expect(json(run)).toMatchObject({ outcome: 'calledBack', taskId: 't1', reason: null });
		expect(json(await respond(kakao, text('또'), [item], { credential: 'botApi' }))).toMatchObject({
			outcome: 'tooLate',
		});
		expect(got.map((body) => JSON.parse(body) as unknown)).toEqual([
			{ version: '2.0', template: { outputs: [{ simpleText: { text: '찾았어요' } }] } },
		]);
	});

	test('of another process is posted once, too', async () => {
		const { got, url } = await mailbox({ taskId: 't1', status: 'SUCCESS', timestamp: 1 });
		const item = elsewhereOf(await lateCall(url), Date.now() - 1_000);
		const outcomes = [];
		for (const words of ['하나', '둘'])
			outcomes.push(json(await respond(kakao, text(words), [item], { credential: 'botApi' }))?.['outcome']);
		expect(outcomes).toEqual(['calledBack', 'tooLate']);
		expect(got).toHaveLength(1);
	});

	test('that Kakao refuses is told with its own words, and not tried again', async () => {
		const { got, url } = await mailbox({ status: 'FAIL', message: 'Invalid callback token.' });
		const { error } = await respond(kakao, text('찾았어요'), [await lateCall(url)], { credential: 'botApi' });
		expect(error?.message).toContain('Invalid callback token.');
		expect(got).toHaveLength(1);
	});

	test.each([429, 500, 503])('answered with HTTP %i is not tried again either', async (status) => {
		const { got, url } = await mailbox({}, status);
		const run = await respond(kakao, text('찾았어요'), [await lateCall(url)], {
			credential: 'botApi',
			onError: 'continueRegularOutput',
		});
		expect(json(run)).toMatchObject({ outcome: status === 429 ? 'rejected' : 'unknown' });
		expect(got).toHaveLength(1);
	});

	test('goes to no address on this machine, unless the credential leads to this machine', async () => {
		const { got, url } = await mailbox({});
		const { error } = await respond(kakao, text('찾았어요'), [await lateCall(url)]);
		expect(error?.message).toMatch(/callback address/i);
		expect(got).toEqual([]);
	});

	test('is not even tried after the minute is over', async () => {
		const { got, url } = await mailbox({});
		const item = await lateCall(url);
		const old = {
			...item,
			reply: { ...(item['reply'] as IDataObject), callbackBy: new Date(Date.now() - 1).toISOString() },
		};
		expect(json(await respond(kakao, text('찾았어요'), [old], { credential: 'botApi' }))).toMatchObject({
			outcome: 'tooLate',
			reason: { code: 'callbackExpired' },
		});
		expect(got).toEqual([]);
	});
});

describe('a call that came in through another process', () => {
	test('is answered while there is time, and left to the clock there when there is hardly any', async () => {
		const item = await called();
		expect(json(await respond(kakao, text('예'), [elsewhereOf(item, Date.now() + 3_000)]))).toMatchObject({
			outcome: 'answered',
		});
		expect(json(await respond(kakao, text('예'), [elsewhereOf(item, Date.now() + 300)]))).toMatchObject({
			outcome: 'tooLate',
		});
	});

	test('is not answered again from here by a second Respond node', async () => {
		const item = elsewhereOf(await called(), Date.now() + 4_000);
		await respond(kakao, text('하나'), [item]);
		expect(json(await respond(kakao, text('둘'), [item]))).toMatchObject({
			outcome: 'tooLate',
			reason: { code: 'alreadyAnswered' },
		});
	});

	test('cannot be answered by a sub-workflow, and the node says where it can', async () => {
		const item = elsewhereOf(await called(), Date.now() + 4_500);
		expect(json(await respond(kakao, text('예'), [item], { mode: 'integrated' }))).toMatchObject({
			outcome: 'tooLate',
			reason: { code: 'subWorkflow', advice: expect.stringContaining('Execute Sub-workflow') as string },
		});
	});
});

describe('the check of a parameter', () => {
	test('is answered with its own form', async () => {
		const { item } = await ringSkill(kakao, {}, VALIDATION);
		const answer = { status: 'SUCCESS', value: '010-0000-0000' };
		const run = await respond(kakao, { respondWith: 'json', json: JSON.stringify(answer) }, [item!]);
		expect(json(run)).toMatchObject({ outcome: 'answered', answer });
	});

	test('with bubbles is refused, which say nothing there', async () => {
		const { item } = await ringSkill(kakao, {}, VALIDATION);
		const { error } = await respond(kakao, text('좋아요'), [item!]);
		expect(error?.message).toContain('Own JSON');
	});
});
