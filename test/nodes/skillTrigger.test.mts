import { describe, expect, test } from 'vitest';

import { webhookMethod } from '../harness/triggerCalls.mts';
import { stage } from './kakao.mts';
import { ringSkill, skillBody, skillTrigger, VALIDATION } from './skill.mts';

const kakao = stage();
const QUICK = { options: { patience: 1 } };
const CALLBACK = { callbackUrl: 'https://bot-api.kakao.com/v1/callback/x' };

test('a call starts the flow in one shape, wherever it comes from, and is not answered by n8n', async () => {
	const { item, answered } = await ringSkill(kakao, {});
	expect(answered).toBeNull();
	expect(item).toMatchObject({
		schema: 'kakao.skill/1',
		kind: 'skill',
		utterance: '배송',
		user: { id: 'key-1', botUserKey: 'key-1', appUserId: '1234567890190000001', isFriend: true },
		bot: { id: '5a1dbc00c0ffee0000000b01', isDevelopment: true },
		block: { name: '자주 묻는 질문' },
		params: { sys_date: '2026-12-01' },
		clientExtra: {},
		callbackUrl: null,
		reply: { callbackBy: null, isPromised: false },
	});
	expect(item).not.toHaveProperty('raw');
});

test('the check of a parameter comes through as such', async () => {
	const { item } = await ringSkill(kakao, { options: { includeRaw: true } }, VALIDATION);
	expect(item).toMatchObject({
		kind: 'validation',
		validation: { origin: '01000000000', isInSlotFilling: true },
		raw: VALIDATION,
	});
});

describe('a flow that does not answer in time', () => {
	test('leaves the customer with a friendly word instead of an error', async () => {
		const { inTheEnd } = await ringSkill(kakao, QUICK);
		expect(await inTheEnd).toMatchObject({
			status: 200,
			body: {
				version: '2.0',
				template: { outputs: [{ simpleText: { text: expect.stringContaining('잠시 후') as string } }] },
			},
		});
	});

	test('says what was set, and promises the answer only where a callback can bring it', async () => {
		const set = { ...QUICK, waitingText: ' 준비하고 있어요. ' };
		const [without, withCallback] = await Promise.all([
			ringSkill(kakao, set),
			ringSkill(kakao, set, skillBody(CALLBACK)),
		]);
		expect((await without.inTheEnd).body).toMatchObject({
			template: { outputs: [{ simpleText: { text: '준비하고 있어요.' } }] },
		});
		expect((await withCallback.inTheEnd).body).toEqual({
			version: '2.0',
			useCallback: true,
			data: { text: '준비하고 있어요.' },
		});
		expect(withCallback.item).toMatchObject({ reply: { callbackBy: expect.any(String) as string, isPromised: false } });
	});

	test('does not let a parameter pass that nobody has checked', async () => {
		expect((await (await ringSkill(kakao, QUICK, VALIDATION)).inTheEnd).body).toEqual({ status: 'ERROR' });
	});
});

describe('"Later, by callback"', () => {
	test('says "wait" before the flow begins', async () => {
		const { answered, item } = await ringSkill(kakao, { answerMode: 'callback' }, skillBody(CALLBACK));
		expect(answered).toMatchObject({ status: 200, body: { version: '2.0', useCallback: true } });
		expect(item).toMatchObject({ reply: { isPromised: true } });
	});

	test.each([
		['the builder tries the skill, where callbacks do not work', skillBody()],
		['a parameter is checked', { ...VALIDATION, ...CALLBACK }],
	])('waits for the flow when %s', async (_what, body) => {
		const { answered, item } = await ringSkill(kakao, { answerMode: 'callback' }, body);
		expect([answered, item]).toMatchObject([null, { reply: { isPromised: false } }]);
	});
});

describe('a caller without the header of the skill', () => {
	const locked = { headerName: 'X-Skill-Secret', secret: 'abc 123' };

	test.each([{}, { 'x-skill-secret': '' }, { 'x-skill-secret': 'abc 1234' }, { 'x-other': 'abc 123' }])(
		'is turned away: %o',
		async (headers) => {
			const { item, answered } = await ringSkill(kakao, locked, skillBody(), {
				headers: headers as Record<string, string>,
			});
			expect([item, answered]).toMatchObject([null, { status: 401 }]);
		},
	);

	test('is anybody but the skill itself', async () => {
		const { item } = await ringSkill(kakao, locked, skillBody(), { headers: { 'X-SKILL-Secret': 'abc 123' } });
		expect(JSON.stringify(item)).not.toContain('abc 123');
		expect(item).toMatchObject({ utterance: '배송' });
	});
});

test.each([
	['no skill call', '{"hello":"world"}', 400],
	['no JSON', 'utterance=hello', 400],
	['half a megabyte and more', JSON.stringify(skillBody({ utterance: 'x'.repeat(600_000) })), 413],
])('%s starts nothing', async (_what, body, status) => {
	const { item, answered } = await ringSkill(kakao, {}, body, { headers: { 'content-type': 'text/plain' } });
	expect([item, answered]).toMatchObject([null, { status }]);
});

test('activating the workflow says which header or address cannot be', async () => {
	const create = async (parameters: object) =>
		(await webhookMethod(kakao.host, 'create', skillTrigger(parameters as Record<string, string>))).answer;
	await expect(create({ headerName: '헤더', secret: 'x' })).rejects.toThrow('is no name of a header');
	await expect(create({ options: { allowedIps: 'kakao.com' } })).rejects.toThrow('neither an address nor a range');
	expect(await create({ secret: 'x' })).toBe(true);
});
