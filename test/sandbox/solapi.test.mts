import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signature } from '../../sandbox/dealers/solapi/auth.mts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { SHOP, control, eventually, finished, receiver, solapi, solapiAuthorization } from './support.mts';

interface Failure {
	errorCode: string;
	errorMessage: string;
}

describe('SOLAPI on the wire', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20 });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const message = (to: string, extra: object = {}) => ({
		to, type: 'ATA', ...extra,
		kakaoOptions: {
			pfId: SHOP.pfId, templateId: 'KA01TPbench-three', disableSms: true,
			variables: { '#{이름}': '홍길동', '#{항목}': '가입', '#{번호}': '1' },
		},
	});

	it('computes the signature as SOLAPI does', () => {
		expect(signature('TESTSECRETTESTSECRETTESTSECRET12', '2026-01-02T03:04:05.000Z', '0123456789abcdef0123456789abcdef'))
			.toBe('397415e34acbebe881719fc336dd6e78b422b8da1a1200735b46cddc14954073');
	});

	it.each([
		['an unknown key', () => solapiAuthorization().replace('NCSANDBOXKEY0001', 'NCOTHERKEY000001'), 'InvalidAPIKey'],
		['a wrong signature', () => solapiAuthorization().replace(/[0-9a-f]{8}$/, '00000000'), 'SignatureDoesNotMatch'],
		['a clock that is off', () => solapiAuthorization(new Date(Date.now() - 16 * 60_000).toISOString()), 'RequestTimeTooSkewed'],
	])('refuses %s with 403', async (_case, authorization, errorCode) => {
		const answer = await solapi<Failure>(sandbox, 'GET', '/cash/v1/balance', undefined, authorization());
		expect([answer.status, answer.body.errorCode]).toEqual([403, errorCode]);
	});

	it('catches a retry that forgot to sign anew', async () => {
		const authorization = solapiAuthorization();
		expect((await solapi(sandbox, 'GET', '/users/v1/member', undefined, authorization)).status).toBe(200);
		const again = await solapi<Failure>(sandbox, 'GET', '/users/v1/member', undefined, authorization);
		expect([again.status, again.body.errorCode]).toEqual([403, 'DuplicatedSignature']);
	});

	it('names a mistyped field instead of ignoring it', async () => {
		const body = { messages: [message('01012345678', { costumFields: {} })] };
		const answer = await solapi<Failure>(sandbox, 'POST', '/messages/v4/send-many/detail', body);
		expect([answer.status, answer.body.errorMessage]).toEqual([400, '"messages[0].costumFields" is not allowed']);
	});

	it('takes variables only with their braces, as the wire wants them', async () => {
		const bare = { ...message('01012345678'), kakaoOptions: { ...message('').kakaoOptions, variables: { 이름: 'a', 항목: 'b', 번호: 'c' } } };
		const answer = await solapi<{ failedMessageList: { statusCode: string }[] }>(sandbox, 'POST', '/messages/v4/send-many/detail', { messages: [bare] });
		expect(answer.body.failedMessageList).toMatchObject([{ statusCode: '1043' }]);
	});

	it('wants a sender number while the fallback is on', async () => {
		const on = { ...message('01012345678'), kakaoOptions: { ...message('').kakaoOptions, disableSms: false } };
		const answer = await solapi<{ failedMessageList: { statusCode: string }[] }>(sandbox, 'POST', '/messages/v4/send-many/detail', { messages: [on] });
		expect(answer.body.failedMessageList).toMatchObject([{ statusCode: '1010' }]);
	});

	it('refuses more than 10,000 recipients in one request', async () => {
		const messages = Array.from({ length: 10_001 }, (_, i) => message(`010${String(i).padStart(8, '0')}`));
		expect((await solapi<Failure>(sandbox, 'POST', '/messages/v4/send-many/detail', { messages })).body.errorCode).toBe('ValidationError');
	});

	it('posts reports as arrays, with the hashed secret, until they are taken', async () => {
		const customer = await receiver([500]);
		const hook = { url: customer.url, name: 'n8n', isTemporary: false, secret: 'my-webhook-secret' };
		for (const eventId of ['SINGLE-REPORT', 'GROUP-REPORT']) await solapi(sandbox, 'POST', '/webhook/v1/outgoing', { eventId, ...hook });
		const { body } = await solapi<{ webhookList: { webhookId: string }[] }>(sandbox, 'GET', '/webhook/v1/outgoing?limit=200');
		expect(body.webhookList).toHaveLength(2);
		await solapi(sandbox, 'POST', '/messages/v4/send-many/detail', { messages: [message('01012345678', { customFields: { messageKey: 'k' } })] });
		// Three: the refused one, its second attempt, and the other event.
		await eventually(() => customer.posts.length >= 3);
		const single = customer.posts.filter(({ headers }) => headers['x-solapi-event-name'] === 'SINGLE-REPORT').at(-1);
		expect(single?.headers['x-solapi-secret']).toBe(createHash('sha1').update('my-webhook-secret').digest('hex'));
		expect(single?.headers['x-solapi-secret']).toBe('1c7b518f7e40f7aca065995f0f1ecb69661b1d39');
		expect(single?.body).toMatchObject([{ statusCode: '4000', customFields: { messageKey: 'k' }, to: '01012345678' }]);
		for (const { webhookId } of body.webhookList) await solapi(sandbox, 'DELETE', `/webhook/v1/outgoing/${webhookId}`);
		await customer.close();
	});

	it('hides a fresh message from the list while the index lags', async () => {
		const lagging = await startSandbox({ reportDelayMs: 10, listLagMs: 2000 });
		const found = async () => {
			const { body } = await solapi<{ messageList: object }>(lagging, 'GET', '/messages/v4/list?to=01012345678');
			return Object.keys(body.messageList).length;
		};
		await solapi(lagging, 'POST', '/messages/v4/send-many/detail', { messages: [message('01012345678')] });
		expect(await found()).toBe(0);
		await finished(lagging, '01012345678');
		expect(await eventually(found)).toBe(1);
		await lagging.close();
	});
});
