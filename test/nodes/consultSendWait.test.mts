import type { IDataObject } from 'n8n-workflow';
import { expect, test } from 'vitest';

import { packAsked } from '../../nodes/ConsultMessageSend/waiting/asked.ts';
import { webhook } from '../harness/triggerCalls.mts';
import { elsewhere } from './consult.mts';
import { desk, itemOf, SEND } from './consultSend.mts';

const shop = desk();

const QUESTION = {
	message: '무엇을 원하세요?',
	responseType: 'choice',
	choices: {
		reply: [
			{ label: '환불', value: 'refund' },
			{ label: '교환', value: '' },
		],
	},
};

const LISTENER = 'http://127.0.0.1:5678/webhook/nobody/consult';

test.each([
	['two customers at once', 2, {}, LISTENER, 'an execution can wait for one answer only'],
	['a choice of nothing', 1, { choices: {} }, LISTENER, 'Choices are empty'],
	['a wait of 31 days', 1, { resumeAmount: 31, resumeUnit: 'days' }, LISTENER, 'more than 30 days'],
	['no wait at all', 1, { resumeAmount: 0 }, LISTENER, 'lies in the past'],
	['a reply that names no trigger', 1, {}, '', 'does not say which trigger'],
	['a trigger of another n8n', 1, {}, 'https://elsewhere.example.com/webhook/x/consult', 'not of this n8n'],
	['a label that is too long', 1, { choices: { reply: [{ label: '가'.repeat(15) }] } }, LISTENER, '14 are allowed'],
])('nothing is asked when the answer could not be waited for: %s', async (_, items, question, listener, words) => {
	const reply = await shop.begin('happyTalk');
	const item = itemOf({ ...reply, listener } as typeof reply);
	const { error } = await shop.run(
		'happyTalk',
		'sendAndWait',
		Array.from({ length: items }, () => item),
		{
			parameters: { ...QUESTION, ...question },
		},
	);
	expect(error?.message).toContain(words);
	expect(await shop.got()).toEqual([]);
});

test('a consult that has ended is not waited for', async () => {
	const reply = await shop.begin('happyTalk');
	const { outputs, error } = await shop.run('happyTalk', 'sendAndWait', [itemOf({ ...reply, canReply: false })], {
		parameters: QUESTION,
	});
	expect(error).toBeUndefined();
	expect(outputs.map((each) => each.length)).toEqual([0, 1]);
	expect(outputs[1]?.[0]?.json).toMatchObject({ answered: false, choice: null, text: '', reply: { canReply: false } });
});

test('with an error output, too, the flow still has its item when nobody answers in time', async () => {
	const n8nUrl = await elsewhere((_request, response) => {
		response.setHeader('content-type', 'application/json').end('{"waiting":true}');
	});
	const reply = { ...(await shop.begin('happyTalk')), listener: `${n8nUrl}/webhook/x/consult` };
	const { run, error } = await shop.run('happyTalk', 'sendAndWait', [itemOf(reply, { order: 'A1' })], {
		parameters: QUESTION,
		node: { onError: 'continueErrorOutput' },
		n8nUrl,
	});
	expect(error).toBeUndefined();
	expect(run.waitTill).toBeInstanceOf(Date);
	expect(run.data.executionData?.nodeExecutionStack[0]?.data['main']?.[0]).toMatchObject([
		{ json: { answered: false, outcome: 'timedOut', order: 'A1', reply } },
	]);
});

/** The trigger hands the customer's words to the waiting execution. */
async function answer(text: string, asked: IDataObject = {}, extra: string | null = null): Promise<IDataObject> {
	const event = { event: 'message.received', message: { text, button: { extra } }, reply: { userKey: 'AbCd1EfGh2Jk' } };
	const { result } = await webhook(shop.kakao.host, {
		node: { type: SEND, parameters: { operation: 'sendAndWait' } },
		body: JSON.stringify({ choice: null, event }),
		query: {
			asked: packAsked({
				serial: 'n8n1',
				choices: [
					['환불', 'refund'],
					['교환', 'exchange'],
				],
				numbered: false,
				approval: false,
				...asked,
			}),
		},
	});
	expect(result.webhookResponse).toEqual({ taken: true });
	return result.workflowData![0]![0]!.json;
}

test('the item says which choice was made: by the tap, by the words, or by the number of a numbered line', async () => {
	expect(await answer('아무 말', {}, 'n8n1_2')).toMatchObject({
		answered: true,
		choice: { label: '교환', value: 'exchange' },
	});
	expect(await answer(' 환불 ')).toMatchObject({ choice: { label: '환불', value: 'refund' }, outcome: 'answered' });
	expect(await answer('2번', { numbered: true })).toMatchObject({ choice: { value: 'exchange' } });
	expect(await answer('2번')).toMatchObject({ choice: null, text: '2번', reply: { userKey: 'AbCd1EfGh2Jk' } });
	expect(await answer('다른 질문이요', {}, 'older_2')).toMatchObject({ answered: true, choice: null });
});

test('an agent that asks a person for approval gets its yes or no', async () => {
	const approval = {
		approval: true,
		choices: [
			['네', 'approve'],
			['아니요', 'decline'],
		],
	};
	expect(await answer('네', approval)).toMatchObject({ data: { approved: true } });
	expect(await answer('아니요', approval)).toMatchObject({ data: { approved: false } });
	expect(await answer('음…', approval)).toMatchObject({ data: { approved: false } });
});

test('a person who opens the resume address finds nothing to do, and the execution goes on waiting', async () => {
	const { result, answered } = await webhook(shop.kakao.host, {
		node: { type: SEND, parameters: { operation: 'sendAndWait' } },
		method: 'GET',
	});
	expect(result).toEqual({ noWebhookResponse: true });
	expect(answered).toMatchObject({ status: 200, body: expect.stringContaining('nothing to do here') });
});

test('a call without an event does not resume', async () => {
	const { result, answered } = await webhook(shop.kakao.host, {
		node: { type: SEND, parameters: { operation: 'sendAndWait' } },
		body: '{"choice":"환불"}',
	});
	expect(result.workflowData).toBeUndefined();
	expect(answered?.status).toBe(400);
});
