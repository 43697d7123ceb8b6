import { expect, test } from 'vitest';

import { PATIENT, type HubBench } from '../bench.mts';

/** What agents did elsewhere, as the flow is told. */
export function echoes(bench: HubBench): void {
	const { customer, tells } = bench;
	const { desk } = bench.hub;

	test('what an agent says in the hub’s own screen is never taken for the customer’s words', async () => {
		await bench.begin();
		await bench.console({ text: '상담원입니다' });
		await bench.settle();
		expect(bench.events('message.received').map(({ message }) => message?.text)).not.toContain('상담원입니다');
		expect(bench.events('message.received')).toHaveLength(2);
	});

	if (tells.echoes && bench.hub.capabilities.tellsAgents)
		test('what an agent says in the hub’s own screen comes as an echo, with its words', async () => {
			const { userKey } = await bench.begin();
			await bench.console({ text: '상담원입니다' });
			const [echo] = await bench.until('message.echo');
			expect(echo).toMatchObject({ user: { userKey }, reply: { userKey } });
			await expect
				.poll(() => bench.events('message.echo').map(({ message }) => message?.text), { timeout: 5000 })
				.toContain('상담원입니다');
			expect(new Set(bench.events('message.echo').map(({ eventId }) => eventId)).size).toBe(1);
		});

	if (tells.echoes)
		test('a person’s words start a flow only where the hub can tell them from the flow’s own', async () => {
			const target = await bench.begin();
			await bench.console({ text: '상담원입니다' });
			const [person] = await bench.until('message.echo');
			expect(person?.message?.sentBy === 'agent').toBe(bench.hub.capabilities.tellsAgents);
			if (!desk) return;
			const { messageId } = await bench.talk(desk.sendText(target, '확인했습니다', 'echo-2'));
			const own = () => bench.events('message.echo').find(({ message }) => message?.id === messageId);
			await expect.poll(() => own() !== undefined, PATIENT).toBe(true);
			expect(own()?.message?.sentBy).not.toBe('agent');
		});

	if (tells.echoes && desk)
		test('the flow’s own answer comes as one echo, by its number, so that a flow does not answer itself', async () => {
			const target = await bench.begin();
			const { messageId } = await bench.talk(desk.sendText(target, '확인했습니다', 'echo-1'));
			await bench.until('message.echo');
			await bench.settle();
			const echoes = bench.events('message.echo');
			expect(new Set(echoes.map(({ eventId }) => eventId)).size).toBe(1);
			expect(echoes.map(({ message }) => message?.id)).toContain(messageId);
			expect(bench.events('message.received').map(({ message }) => message?.text)).not.toContain('확인했습니다');
			expect(await customer.sees()).toHaveLength(1);
		});
}
