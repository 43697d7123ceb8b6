import type { IDataObject } from 'n8n-workflow';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { DEALERS, NO_KAKAO, outcomesOf, requests, settled } from './helpers.mts';
import { jsonOf, stage, THREE, type RunAlimTalk } from './kakao.mts';
import { proxy } from './proxy.mts';

const kakao = stage();

beforeEach(() => kakao.host.processed.clear());

const KEYED = { options: { messageKey: '={{ $json.order }}' } };
const row = (at: number) => ({
	to: `0101111000${at}`,
	...THREE,
	번호: `N-${at}`,
	order: `A-${at}`,
});
const send = async (dealer: DealerId, rows: IDataObject[], options: RunAlimTalk = {}) =>
	await kakao.run(rows, { dealer, ...options, parameters: { ...KEYED, ...options.parameters } });

/** n8n is killed while it sends: what it meant to do is written down, what became of it is not. */
async function killedAmid(run: () => Promise<unknown>): Promise<void> {
	const { processed } = kakao.host;
	const note = processed.checkProcessedAndRecord.bind(processed);
	const killed = new Error('n8n was killed');
	const notes = vi.spyOn(processed, 'checkProcessedAndRecord').mockRejectedValue(killed).mockImplementationOnce(note);
	const removals = vi.spyOn(processed, 'removeProcessed').mockRejectedValue(killed);
	await run();
	expect(notes.mock.calls.length + removals.mock.calls.length, 'something was left to write').toBeGreaterThan(1);
	notes.mockRestore();
	removals.mockRestore();
}

/** The dealer takes nothing of this. */
async function refused(dealer: DealerId, rows: IDataObject[]): Promise<void> {
	const refusing = await proxy(
		() => kakao.sandbox.urls[dealer],
		({ method }) =>
			method === 'GET' ? 'pass' : { status: 400, body: { header: { isSuccessful: false, resultCode: 4 } } },
	);
	const fields = { ...kakao.credentials(dealer).kakaoBizMessageApi!, baseUrl: refusing.url };
	await send(dealer, rows, { credentials: { kakaoBizMessageApi: fields } });
	await refusing.close();
	expect(await kakao.messages()).toEqual([]);
}

describe.each(DEALERS)('at %s', (dealer) => {
	test('after a crash between sending and noting, the dealer is asked and nobody gets it again', async () => {
		await killedAmid(async () => await send(dealer, [row(1), row(2)]));
		const { outputs } = await send(dealer, [row(1), row(2), row(3)], { executionId: '2' });
		expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped', 'accepted']);
		expect(jsonOf(outputs[0])[0]).toMatchObject({
			messageId: expect.stringContaining('/'),
			reason: { text: expect.stringContaining('dealer') },
		});
		expect(await kakao.messages()).toHaveLength(3);
	});

	// Guards against, at SOLAPI: find() asks the list for type ATA, and a message that was replaced by SMS is listed as SMS.
	const check = test;
	check('after a crash, a message that has meanwhile arrived as SMS is not sent again', async () => {
		const options = { parameters: { smsFallback: true, fallback: { from: '0212345678', text: '완료' } } };
		const people = [row(1), { ...row(2), to: NO_KAKAO }];
		await killedAmid(async () => await send(dealer, people, options));
		await settled(kakao);
		expect(outcomesOf(await send(dealer, people, { ...options, executionId: '2' }))).toEqual(['skipped', 'skipped']);
		expect(await kakao.messages()).toHaveLength(2);
	});

	test('after a crash before sending, the message is not lost', async () => {
		await killedAmid(async () => await refused(dealer, [row(1), row(2)]));
		const { outputs } = await send(dealer, [row(1), row(2)]);
		expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
		const lists = (await requests(kakao)).filter(
			({ method, path }) => method === 'GET' && /\/(?:messages|list)\?/.test(path),
		);
		expect(lists.length, 'the dealer was asked what it has').toBeGreaterThan(0);
	});

	test("while n8n's storage is out of order the dealer's own list is the guard", async () => {
		await send(dealer, [row(1)]);
		const broken = vi
			.spyOn(kakao.host.processed, 'checkProcessedAndRecord')
			.mockRejectedValue(new Error('database is locked'));
		try {
			const { outputs, error } = await send(dealer, [row(1), row(2)], { executionId: '2' });
			expect(error).toBeUndefined();
			expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(['skipped', 'accepted']);
		} finally {
			broken.mockRestore();
		}
		expect(await kakao.messages()).toHaveLength(2);
	});
});
