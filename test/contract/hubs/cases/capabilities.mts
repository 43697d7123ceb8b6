import { expect, test } from 'vitest';

import type { HubBench } from '../bench.mts';

/** What a hub says of itself. */
export function capabilities(bench: HubBench): void {
	const { hub } = bench;

	test('nodes offer what the hub can do, and nothing else', () => {
		const { capabilities: can, desk } = hub;
		const able = {
			file: can.sends.image || can.sends.file,
			upload: can.sends.image,
			notice: can.sends.notices,
			block: can.blocks,
		};
		const has = {
			file: desk?.sendFile !== undefined,
			upload: desk?.upload !== undefined,
			notice: desk?.sendNotice !== undefined,
			block: desk?.block !== undefined,
		};
		expect(has).toEqual(able);
	});

	if (bench.keys.length > 0) {
		const probeWith = async (credential: typeof bench.credential) => {
			const wire = bench.wire({}, credential);
			const exchange = await wire.exchange(hub.probe.request);
			if (exchange.kind !== 'answer') throw new Error(exchange.detail);
			return hub.probe.explain(exchange, Date.now());
		};

		test('right keys pass the credential test', async () => {
			expect(await probeWith(bench.credential)).toBeNull();
		});

		test.each(bench.keys)(
			'a wrong %s fails the credential test, with a sentence that says what to do',
			async (field) => {
				const sentence = await probeWith({
					...bench.credential,
					[field]: 'wrong-key-0001',
					baseUrl: bench.credential.baseUrl!,
				});
				expect(sentence).toMatch(/key|secret|header/i);
				expect(sentence).toMatch(/\b(?:check|copy|make|ask)\b/i);
			},
		);
	}

	if (hub.baseUrl !== '' && bench.keys.length > 0)
		test('an address where somebody else answers fails the credential test', async () => {
			const stranger = bench.sandbox().urls.phone;
			const wire = bench.wire({}, { ...bench.credential, baseUrl: stranger });
			const exchange = await wire.exchange(hub.probe.request);
			if (exchange.kind !== 'answer') throw new Error(exchange.detail);
			expect(hub.probe.explain(exchange, Date.now())).toMatch(/base URL|address/i);
		});
}
