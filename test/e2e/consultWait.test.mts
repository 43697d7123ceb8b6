import { expect, test } from 'vitest';

import {
	after,
	asking,
	asksInRealN8n,
	CHANNEL,
	control,
	credentials,
	n8n,
	PATIENT,
	position,
	questions,
	to,
	waiting,
	write,
} from './consultAsking.mts';

const CUSTOMER = '01012345678';
const ANOTHER = '01011112222';

asksInRealN8n();

const CHOICES = {
	message: '무엇을 원하세요?',
	responseType: 'choice',
	otherWords: 'start',
	choices: {
		reply: [
			{ label: '환불', value: 'refund' },
			{ label: '교환', value: 'exchange' },
		],
	},
};

test('the flow goes on with the choice that the customer taps, and other words start the flow as usual', async () => {
	const id = await asking('choice', CHOICES);
	await write(CUSTOMER, '문의드려요');
	await expect.poll(async () => await questions(CUSTOMER), PATIENT).toHaveLength(1);
	await expect.poll(async () => await waiting(id), PATIENT).toBe(1);
	await write(CUSTOMER, '잠깐만요');
	await expect.poll(async () => await questions(CUSTOMER), PATIENT).toHaveLength(2);
	await expect.poll(async () => await waiting(id), PATIENT).toBe(2);
	expect(await after(id)).toEqual([]);
	await control('/api/consult/tap', {
		number: CUSTOMER,
		channel: CHANNEL,
		messageId: (await questions(CUSTOMER)).at(-1)?.id,
		quickReply: 1,
	});
	await expect.poll(async () => await after(id), PATIENT).toHaveLength(1);
	expect(await after(id)).toMatchObject([
		{
			answered: true,
			outcome: 'answered',
			choice: { label: '교환', value: 'exchange' },
			text: '교환',
			event: { event: 'message.received' },
			reply: { canReply: true, provider: 'happyTalk' },
			who: expect.stringMatching(/./),
		},
	]);
	await n8n.rest.deactivate(id);
});

/** Somebody who knows the waiting execution and node says that the customer has left. @returns the HTTP status */
async function forged(workflow: string, node: string, signature: string): Promise<number> {
	const [execution] = await n8n.rest.executionIds(workflow);
	const answer = await fetch(`${n8n.url}/webhook-waiting/${execution}/${node}?signature=${signature}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ choice: null, event: { event: 'session.ended', reply: {} } }),
	});
	return answer.status;
}

test('only the customer’s leaving lets the flow go on without an answer, at once and through the other output', async () => {
	const id = await asking('leaving', CHOICES);
	await write(CUSTOMER, '문의드려요');
	await expect.poll(async () => await waiting(id), PATIENT).toBe(1);
	expect(await forged(id, 's-leaving', 'n8n')).toBe(401);
	expect(await forged(id, 's-leaving', '0'.repeat(64))).toBe(401);
	expect([await waiting(id), await after(id)]).toEqual([1, []]);
	await control('/api/consult/leave', { number: CUSTOMER, channel: CHANNEL });
	await expect.poll(async () => await after(id), PATIENT).toHaveLength(1);
	expect(await after(id)).toMatchObject([
		{
			answered: false,
			outcome: 'sessionEnded',
			event: { event: 'session.ended' },
			reply: { canReply: false },
			who: expect.stringMatching(/./),
		},
	]);
	await n8n.rest.deactivate(id);
});

test('where the hub has no quick replies the choices are numbered lines, and their number is an answer', async () => {
	const id = await asking('numbered', CHOICES, 'channelTalk');
	await write(CUSTOMER, '문의드려요', '@kakaoshop_talk');
	const asked = async () => (await questions(CUSTOMER, '@kakaoshop_talk')).map(({ bubble }) => JSON.stringify(bubble));
	await expect.poll(async () => (await asked()).at(-1), PATIENT).toContain('무엇을 원하세요?\\n\\n1. 환불\\n2. 교환');
	await expect.poll(async () => await waiting(id), PATIENT).toBe(1);
	await write(CUSTOMER, '2번', '@kakaoshop_talk');
	await expect.poll(async () => await after(id), PATIENT).toHaveLength(1);
	expect(await after(id)).toMatchObject([
		{ answered: true, choice: { label: '교환', value: 'exchange' }, text: '2번' },
	]);
	await n8n.rest.deactivate(id);
});

test('a trigger that is not active could not hear the answer: nothing is asked, and the error says what to do', async () => {
	const id = await asking('inactive', { ...CHOICES, otherWords: 'answer' });
	await write(ANOTHER, '문의드려요');
	await expect.poll(async () => await waiting(id), PATIENT).toBe(1);
	await write(ANOTHER, '환불');
	await expect.poll(async () => await after(id), PATIENT).toHaveLength(1);
	const [{ reply } = {}] = await after(id);
	await n8n.rest.deactivate(id);
	const { listener } = reply as { listener: string };
	await expect.poll(async () => (await fetch(listener, { method: 'POST' })).status, PATIENT).toBe(404);

	const before = (await questions(ANOTHER)).length;
	const execution = await n8n.runToEnd(
		{
			id: 'asking-by-hand',
			name: 'Asking by hand',
			nodes: [
				{ id: 'm', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position, parameters: {} },
				{
					id: 'ask-by-hand',
					name: 'Ask',
					type: 'n8n-nodes-kakao-business.kakaoConsultMessageSend',
					typeVersion: 1,
					position,
					parameters: {
						operation: 'sendAndWait',
						targetFrom: 'reply',
						reply: JSON.stringify(reply),
						message: '들리세요?',
					},
					credentials: { kakaoConsultTalkApi: credentials.get('happyTalk')! },
				},
			],
			connections: { Start: to('Ask') },
		},
		'Start',
	);
	expect(execution.error?.message).toContain('the trigger did not take it (HTTP 404)');
	expect(execution.error?.description).toContain('Activate the workflow');
	expect(await questions(ANOTHER)).toHaveLength(before);
});

test('when nobody answers in time the flow goes on and says so, and later words start it again', async () => {
	const id = await asking('time', {
		message: '아직 계신가요?',
		responseType: 'text',
		limitType: 'afterTimeInterval',
		resumeAmount: 0.05,
		resumeUnit: 'minutes',
	});
	await write(ANOTHER, '문의드려요');
	await expect.poll(async () => await questions(ANOTHER), PATIENT).toHaveLength(1);
	await expect.poll(async () => await after(id), { timeout: 150_000, interval: 1_000 }).toHaveLength(1);
	expect(await after(id)).toMatchObject([
		{
			answered: false,
			outcome: 'timedOut',
			choice: null,
			event: 'message.received',
			reply: { provider: 'happyTalk', listener: expect.stringContaining('/consult') },
			who: expect.stringMatching(/./),
		},
	]);
	const [timedOut] = await n8n.rest.executionIds(id);
	const { runData } = await n8n.rest.execution(timedOut!);
	expect(runData['Trigger']?.[0]?.data?.['main']?.[0]?.[0]?.json).not.toHaveProperty('answered');
	await write(ANOTHER, '늦었네요');
	await expect.poll(async () => (await n8n.rest.executionIds(id)).length, PATIENT).toBe(2);
	await n8n.rest.deactivate(id);
}, 240_000);
