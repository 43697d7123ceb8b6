import { expect, test } from 'vitest';

import { converse } from '../../../kakao/delivery/converse';
import { unknownReason } from '../../../kakao/delivery/reasons';
import type { Message } from '../../../kakao/message/message';
import { unknownOutcome } from '../../../kakao/message/outcome';
import type { Bench } from '../bench.mts';
import type { BrandDesk } from '../brandDesk.mts';
import { deskOf, type Desk } from '../desk.mts';
import { THREE, type Lane } from '../lanes.mts';
import { memoryLedger } from '../messages.mts';
import { BLOCKS_MESSAGES, friend } from '../people.mts';

/** AlimTalk and both sorts of Brand Messages in one account: none is taken for another. */
export function brandApart(bench: Bench, brand: BrandDesk, lanes: readonly Lane[]): void {
	const order = { to: friend(1), key: 'order-1', values: THREE };
	const finished = async () =>
		await expect
			.poll(async () => (await bench.accepted()).every(({ state }) => state === 'delivered' || state === 'failed'))
			.toBe(true);
	const found = async (desk: Desk, messages: readonly Message[]) => {
		const ids = await converse(desk.service.find(messages, { now: () => Date.now() }), bench.wire());
		return messages.map((message) => ids?.get(message) ?? null);
	};

	test('what was sent one way under a key is not taken for the same key sent another way', async () => {
		for (const [at, lane] of lanes.entries()) {
			const messages = await lane.plain([order]);
			expect(await found(lane, messages)).toEqual([null]);
			const [outcome] = await lane.send(messages);
			expect(await found(lane, messages)).toEqual([outcome!.messageId]);
			expect(await bench.accepted()).toHaveLength(at + 1);
		}
	});

	test('a template of the same code in both is two templates', async () => {
		const model = bench
			.sandbox()
			.world.templates.all()
			.find(({ code }) => code === 'bench-three')!;
		bench.sandbox().world.templates.add({ ...model, code: 'brand-bench' });
		const alimTalk = await bench.alimTalk.messages('brand-bench', [order]);
		const advertising = await brand.messages('brand-bench', [order]);
		const [first] = await bench.alimTalk.send(alimTalk);
		expect(await found(brand, advertising)).toEqual([null]);
		const [second] = await brand.send(advertising);
		expect(await found(bench.alimTalk as Desk, alimTalk)).toEqual([first!.messageId]);
		expect(await found(brand, advertising)).toEqual([second!.messageId]);
		expect((await bench.accepted()).map(({ bubble }) => bubble.kind).sort()).toEqual(['alimtalk', 'brand']);
	});

	test('reports of AlimTalk name no advertising, and those of advertising no AlimTalk', async () => {
		const before = Date.now() - 60_000;
		const ids = new Map<Lane, (string | null)[]>();
		for (const lane of lanes) {
			const outcomes = await lane.send(await lane.plain([order, { ...order, to: BLOCKS_MESSAGES, key: 'order-2' }]));
			ids.set(
				lane,
				outcomes.map(({ messageId }) => messageId),
			);
		}
		await finished();
		for (const service of new Set(lanes.map((lane) => lane.service))) {
			const reports = await converse(service.reportsBetween(before, Date.now() + 60_000), bench.wire());
			const own = lanes.filter((lane) => lane.service === service);
			expect(reports.map(({ messageId }) => messageId).sort()).toEqual(own.flatMap((lane) => ids.get(lane)!).sort());
			const delivered = reports.filter(({ status }) => status === 'delivered');
			expect(new Set(delivered.map(({ deliveredBy }) => deliveredBy))).toEqual(new Set([own[0]!.deliveredBy]));
			for (const { templateCode } of reports)
				if (templateCode !== null) expect(['bench-three', 'brand-bench']).toContain(nameOf(templateCode));
		}
	});

	test('a message of free form names no template in its report', async () => {
		const lane = lanes.at(-1)!;
		const [outcome] = await lane.send(await lane.plain([order]));
		await finished();
		expect(await lane.resultOf(outcome!.messageId!)).toMatchObject({ status: 'delivered', templateCode: null });
	});

	test('after a crash the same key is looked for where it was sent, and nowhere else', async () => {
		const ledger = memoryLedger();
		const [alimTalk, , freeForm] = lanes;
		await alimTalk!.send(await alimTalk!.plain([order]));
		const messages = await freeForm!.plain([order]);
		const killed = { ...ledger, forget: async () => {} };
		const lost = {
			...freeForm!.service,
			*send() {
				return [unknownOutcome(unknownReason('n8n was killed'))];
			},
		};
		await deskOf(1, lost, bench.wire).send(messages, { ledger: killed });
		expect((await freeForm!.send(messages, { ledger })).map(({ outcome }) => outcome)).toEqual(['accepted']);
		expect(await bench.accepted()).toHaveLength(2);
	});

	/** The sandbox's name for a dealer's code. */
	const nameOf = (templateCode: string) =>
		['bench-three', 'brand-bench'].find((name) => templateCode.endsWith(name)) ?? templateCode;
}
