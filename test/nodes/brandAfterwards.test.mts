import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { itIsInKorea } from '../harness/clock.mts';
import { BRAND, brandStage, people } from './brandKakao.mts';
import { byRecipient, DEALERS, NO_KAKAO, outcomesOf, settled } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();

describe.each(DEALERS)('afterwards at %s', (dealer) => {
	const ask = async (messageIds: unknown[], operation = 'getResult', more: IDataObject = {}) =>
		await kakao.brand(
			messageIds.map((messageId) => ({ messageId }) as IDataObject),
			{
				dealer,
				parameters: { operation, messageId: '={{ $json.messageId }}', ...more },
			},
		);
	const idsOf = (run: Awaited<ReturnType<typeof kakao.brand>>) =>
		jsonOf(run.outputs[0]).map(({ messageId }) => messageId);
	const send = async (rows: IDataObject[], id: DealerId = dealer, scheduleAt = '') =>
		await kakao.brand(rows, { dealer: id, parameters: { options: { scheduleAt } } });

	test('"Get Result" tells who got it and why others did not', async () => {
		const ids = idsOf(await send([{ to: '01012345678' }, { to: NO_KAKAO }]));
		await settled(kakao);
		const run = await ask([...ids].reverse());
		expect(jsonOf(run.outputs[0])).toMatchObject([
			{
				status: 'failed',
				messageId: ids[1],
				to: NO_KAKAO,
				reason: { kind: 'recipient', text: 'The number belongs to no KakaoTalk user.', advice: expect.any(String) },
			},
			{ status: 'delivered', deliveredBy: 'brandMessage', messageId: ids[0], to: '01012345678', reason: null },
		]);
		expect(run.outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('an unknown id is said to be unknown; one that is missing stops, or comes out with "Continue"', async () => {
		const [good] = idsOf(await send(people(1)));
		expect((await ask([good, ''])).error?.message).toContain('Item 1: Message ID is empty');
		const run = await kakao.brand(
			[{ messageId: good }, { messageId: 'NOSUCHREQUEST/1' }, { messageId: '' }] as IDataObject[],
			{
				dealer,
				parameters: { operation: 'getResult', messageId: '={{ $json.messageId }}' },
				node: { onError: 'continueRegularOutput' },
			},
		);
		expect(jsonOf(run.outputs[0]).map(({ status }) => status)).toEqual([
			expect.stringMatching(/delivered|pending/),
			'unknown',
			'unknown',
		]);
	});

	test('"Cancel" takes back what was held at night, before the morning', async () => {
		itIsInKorea('2026-12-01 22:00');
		const ids = idsOf(await send(people(3)));
		const whole = { cancelWholeRequest: dealer !== 'nhnCloud' };
		if (dealer !== 'nhnCloud') {
			const refused = await ask(ids.slice(0, 1), 'cancel', { cancelWholeRequest: false });
			expect(refused.error?.message).toContain('can only cancel everything that was scheduled in the same request');
			expect(await byRecipient(kakao, ({ state }) => state)).toEqual(
				Object.fromEntries(people(3).map(({ to }) => [to, 'scheduled'])),
			);
		}
		const run = await ask(dealer === 'nhnCloud' ? ids.slice(0, 2) : ids, 'cancel', whole);
		expect(jsonOf(run.outputs[0]).map(({ cancelled }) => cancelled)).toEqual(
			Array(dealer === 'nhnCloud' ? 2 : 3).fill(true),
		);
		await kakao.post('/api/scheduled/release', {});
		expect((await kakao.messages()).map(({ state }) => state).sort()).toEqual(
			dealer === 'nhnCloud' ? ['canceled', 'canceled', 'delivered'] : Array(3).fill('canceled'),
		);
	});

	test('what has gone out is not pretended to be cancelled', async () => {
		const [sent] = idsOf(await send(people(1)));
		await settled(kakao);
		const run = await ask([sent], 'cancel', { cancelWholeRequest: true });
		expect(jsonOf(run.outputs[0])).toMatchObject([
			{ cancelled: false, messageId: sent, reason: { text: expect.any(String) }, note: expect.any(String) },
		]);
	});
});

describe('as a tool of an AI agent', () => {
	test('it offers itself; what the model fills in is held to the law like any other value', async () => {
		expect(kakao.host.nodeType(BRAND).description.usableAsTool).toBe(true);
		const parameters: IDataObject = {
			to: "={{ $fromAI('to', 'phone number', 'string') }}",
			text: "={{ $fromAI('text', 'what to say', 'string') }}",
			consent: 'field',
			consentAt: "={{ $fromAI('agreedAt', 'when the person agreed', 'string') }}",
		};
		const ask = async (query: IDataObject, executionId: string) =>
			await kakao.brand([{ query }], { parameters, executionId });
		expect(outcomesOf(await ask({ to: '010-1111-0001', text: '주말 세일', agreedAt: '2026-01-01' }, '1'))).toEqual([
			'accepted',
		]);
		expect(outcomesOf(await ask({ to: '010-1111-0002', text: '주말 세일', agreedAt: 'yes' }, '2'))).toEqual([
			'skipped',
		]);
		expect((await ask({ to: '모름', text: '주말 세일', agreedAt: '2026-01-01' }, '3')).error?.message).toContain(
			'Nothing was sent',
		);
		expect((await kakao.messages()).map(({ bubble }) => bubble.text)).toEqual(['주말 세일']);
	});

	test('an agent that was talked into a long list is stopped by the ceiling', async () => {
		const to = Array.from({ length: 11 }, (_, at) => `010111100${10 + at}`).join(', ');
		const { error } = await kakao.brand([{ query: { to } }], {
			parameters: { to: "={{ $fromAI('to') }}", options: { maxRecipients: 10 } },
		});
		expect(error?.message).toContain('11 messages are more than the 10');
		expect(await kakao.messages()).toEqual([]);
	});
});
