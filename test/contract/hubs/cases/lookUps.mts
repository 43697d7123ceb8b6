import { expect, test } from 'vitest';

import type { SpeakingBench } from '../bench.mts';
import { CHANNEL } from '../customer.mts';

const KST = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+09:00$/;
const HELP = { reason: { text: expect.stringMatching(/.{12,}/), advice: expect.stringMatching(/.{5,}/) } };

/** What a flow can ask a hub instead of remembering it. */
export function lookUps(bench: SpeakingBench): void {
	const { desk, customer, senderKey } = bench;
	const { session, profile } = desk;

	if (session) {
		test('how a consult stands: who spoke last, and what was said, newest first', async () => {
			const target = await bench.begin('문의드려요');
			await bench.talk(desk.sendText(target, '네, 말씀하세요', 'look-1'));
			await customer.write('환불이요');
			const wanted = ['환불이요', '네, 말씀하세요', '문의드려요'];
			const look = async () => await bench.talk(session(target));
			await expect.poll(async () => (await look()).messages.map(({ text }) => text).sort()).toEqual(wanted.sort());
			const state = await look();
			expect(state).toMatchObject({ state: 'open', user: { userKey: target.userKey } });
			const said = new Map(state.messages.map(({ text, from }) => [text, from]));
			expect([said.get('문의드려요'), said.get('환불이요')]).toEqual(['customer', 'customer']);
			expect(said.get('네, 말씀하세요')).toMatch(/^(?:bot|agent|unknown)$/);
			const times = state.messages.map(({ at }) => at!);
			expect(times).toEqual([...times].sort().reverse());
			for (const at of [...times, state.lastCustomerMessageAt, state.lastAgentMessageAt, state.startedAt])
				expect(at).toMatch(KST);
			expect(state.messages[0]!.at).toBe([state.lastCustomerMessageAt, state.lastAgentMessageAt].sort().at(-1));
		});

		test('a consult that has ended is seen to have ended', async () => {
			const target = await bench.begin();
			await bench.talk(desk.end(target, null));
			expect(await bench.talk(session(target))).toMatchObject({ state: 'ended' });
		});

		test('of an unknown customer nothing is made up', async () => {
			const target = { ...(await bench.begin()), userKey: 'NobodyAtAll1' };
			if (target.chatId !== '')
				await expect(bench.talk(session({ ...target, chatId: 'nobody00000000000000' }))).rejects.toMatchObject(HELP);
			else expect(await bench.talk(session(target))).toMatchObject({ state: 'unknown', messages: [], sessionId: null });
		});
	}

	if (profile) {
		test('a channel is known by the name that people see', async () => {
			const known = await bench.talk(profile(senderKey));
			expect(known).toMatchObject({ senderKey, name: '카카오상점' });
			if (known.searchId !== null) expect(known).toMatchObject({ searchId: CHANNEL, consultTalk: true });
		});

		if (senderKey)
			test('a wrong sender key is told about with its cure', async () => {
				await expect(bench.talk(profile(`${senderKey.slice(0, -2)}99`))).rejects.toMatchObject(HELP);
			});
	}
}
