import { expect, test } from 'vitest';

import { expectHelp, type SpeakingBench } from '../bench.mts';
import { deedsOf } from './answering.mts';

/** How consults end, from the flow's side. */
export function ending(bench: SpeakingBench): void {
	const { desk, customer, tells, hub } = bench;

	test('ending closes the customer’s consult, and the flow hears of it', async () => {
		const target = await bench.begin();
		const outcome = await bench.talk(desk.end(target, null));
		expect(outcome).toMatchObject({ outcome: 'done', messageId: null, reason: null });
		expect(await customer.chat()).toMatchObject({ state: 'closed', session: { endReason: 'agent' } });
		const [ended] = await bench.until(tells.ending);
		expect(ended).toMatchObject({
			user: { userKey: target.userKey },
			session: { state: 'ended' },
			reply: { canReply: false },
		});
	});

	test('ending twice is no failure: what was wanted is so', async () => {
		const target = await bench.begin();
		await bench.talk(desk.end(target, null));
		expect(await bench.talk(desk.end(target, null))).toMatchObject({ outcome: 'done', reason: null });
		expect(bench.events(tells.ending).length).toBeLessThanOrEqual(1);
	});

	test('after the end nothing can be said, and the person learns why', async () => {
		const target = await bench.begin();
		await bench.talk(desk.end(target, null));
		const saying = deedsOf(bench).filter(([name]) => /text|bubble|picture|notice/.test(name));
		for (const [, deed] of saying) {
			const outcome = await bench.talk(deed(target));
			expect(outcome).toMatchObject({ outcome: tells.late, messageId: null, reason: { retryable: false } });
			expectHelp(outcome);
			expect(outcome.reason?.text).toMatch(/ended|over|closed/i);
		}
		expect(await customer.sees()).toEqual([]);
	});

	test('when the customer writes again after the end the flow can answer again, with the same keys', async () => {
		const target = await bench.begin();
		await bench.talk(desk.end(target, null));
		const again = await bench.begin('하나 더 여쭤볼게요');
		expect(again).toEqual(target);
		expect(await bench.talk(desk.sendText(again, '네, 말씀하세요', 'again-1'))).toMatchObject({ outcome: 'sent' });
		expect((await customer.sees()).map(({ bubble }) => bubble)).toMatchObject([{ text: '네, 말씀하세요' }]);
	});

	if (hub.capabilities.endsWithBot)
		test.each([
			['with a block event', 'refund', [{ text: expect.stringContaining('refund') }]],
			['without one', '', []],
		])('the customer is handed over to the chatbot: %s', async (_, event, seen) => {
			const target = await bench.begin();
			expect(await bench.talk(desk.end(target, event))).toMatchObject({ outcome: 'done', reason: null });
			expect(await customer.chat()).toMatchObject({ state: 'bot', session: { endReason: 'agentToBot' } });
			expect((await customer.sees()).map(({ bubble }) => bubble)).toMatchObject(seen);
			await bench.until(tells.ending);
		});
	else
		test('a hand-over to the chatbot that the hub cannot do is refused, instead of just ending', async () => {
			const target = await bench.begin();
			const outcome = await bench.talk(desk.end(target, 'refund'));
			expect(outcome).toMatchObject({ outcome: 'rejected', reason: { retryable: false } });
			expectHelp(outcome);
			expect((await customer.chat()).state).toBe('consult');
		});

	const { block } = desk;
	if (block)
		test('a blocked customer is heard no more, until the block is lifted', async () => {
			const target = await bench.begin();
			expect(await bench.talk(block(target, true))).toMatchObject({ outcome: 'done', reason: null });
			expect(await customer.chat()).toMatchObject({ blockedByAgent: true, state: 'closed' });
			await bench.until(tells.ending);
			await customer.write('왜 차단하셨어요');
			expect(await bench.talk(block(target, false))).toMatchObject({ outcome: 'done', reason: null });
			expect(await customer.chat()).toMatchObject({ blockedByAgent: false });
			expect(await bench.begin('다시 왔어요')).toEqual(target);
			expect(bench.events('message.received').map(({ message }) => message?.text)).toEqual([
				'문의드려요',
				'다시 왔어요',
			]);
		});
}
