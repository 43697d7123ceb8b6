import { expect, test } from 'vitest';

import { converse } from '../../../kakao/delivery/converse';
import type { Bench } from '../bench.mts';
import { fetchWire } from '../fetchWire.mts';

/** What a person picks from: channels, templates, and whether the keys work. */
export function choosing(bench: Bench): void {
	const { dealer, senderProfile, code } = bench;

	test('a channel picked from the list is one that may send', async () => {
		const { entries } = await converse(dealer.profiles(undefined), bench.wire());
		expect(entries.find((entry) => entry.id === senderProfile)).toMatchObject({ usable: true });
		expect(entries.find(({ id: other }) => other === senderProfile)?.name).toContain('@kakaoshop');
	});

	test('templates beyond the first page can be chosen, unapproved ones cannot', async () => {
		await bench.post('/api/templates/bulk', { count: 1205 });
		const codes: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await converse(dealer.alimTalk.templates(senderProfile, cursor), bench.wire());
			codes.push(...page.entries.map((entry) => entry.code));
			cursor = page.next;
		} while (cursor !== undefined);
		expect(codes.length).toBeGreaterThan(1205);
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes).toContain(code('order-confirmed', 'AlimTalk'));
		expect(codes).not.toContain(code('coupon-event', 'AlimTalk'));
	});

	test('a typed-in code that does not exist is told, not sent', async () => {
		const missing = code('no-such-template', 'AlimTalk');
		expect(await converse(dealer.alimTalk.template(senderProfile, missing), bench.wire())).toBeNull();
		expect((await bench.alimTalk.template('coupon-event')).status).toBe('rejected');
	});

	test('a wrong key is said in a sentence', async () => {
		const wrong = { ...bench.credential(), [dealer.credentialFields[1]!.name]: 'wrong' };
		const answer = await fetchWire(dealer, wrong).exchange(dealer.probe.request);
		if (answer.kind !== 'answer') throw new Error('no answer');
		expect(dealer.probe.explain(answer, Date.now())).toMatch(/secret|key/i);
		const right = await bench.wire().exchange(dealer.probe.request);
		if (right.kind !== 'answer') throw new Error('no answer');
		expect(dealer.probe.explain(right, Date.now())).toBeNull();
	});
}
