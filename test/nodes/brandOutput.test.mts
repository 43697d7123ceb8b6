import { describe, expect, test } from 'vitest';

import { brandStage, nhnRefuses, people, type RunBrand } from './brandKakao.mts';
import { requests } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();

/** One of everything: kept back by the law, wrong input, refused by the dealer, accepted. */
async function mixed(node: RunBrand['node']) {
	const rows = [
		{ to: '02-123-4567', text: '글', who: 'landline' },
		{ to: '01011110001', text: '글', out: 'yes', who: 'opted out' },
		{ to: '01011110002', text: '나쁜 글', who: 'refused' },
		{ to: '01011110003, 01011110004', text: '글', who: 'two of them' },
	];
	return await kakao.brand(rows, {
		judge: ({ body }) => (body.includes('나쁜 글') ? nhnRefuses(-3304, 'no 010-1111-0002') : 'pass'),
		parameters: { text: '={{ $json.text }}', leaveOut: { optedOut: '={{ $json.out }}' } },
		...(node && { node }),
	});
}

describe('what comes out', () => {
	test('one item per recipient, in the order of the input, each tied to its row', async () => {
		const { outputs, hints, error } = await mixed({ onError: 'continueRegularOutput' });
		expect(error).toBeUndefined();
		expect(outputs[0]!.map(({ json, pairedItem }) => [json.to, json.outcome, pairedItem])).toEqual([
			['02-123-4567', 'rejected', { item: 0 }],
			['01011110001', 'skipped', { item: 1 }],
			['01011110002', 'rejected', { item: 2 }],
			['01011110003', 'accepted', { item: 3 }],
			['01011110004', 'accepted', { item: 3 }],
		]);
		expect(hints.map(({ type, message }) => [type, message])).toEqual([
			['info', expect.stringMatching(/^1 of 5 messages did not go out now: 1 × This person has opted out/)],
			['warning', expect.stringMatching(/^2 of 5 messages were not accepted/)],
		]);
	});

	test('with the error output what failed leaves through it with its row and reason; what the law left out did not fail', async () => {
		const { outputs } = await mixed({
			onError: 'continueErrorOutput',
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
		});
		expect(jsonOf(outputs[0]).map(({ to, outcome }) => [to, outcome])).toEqual([
			['01011110001', 'skipped'],
			['01011110003', 'accepted'],
			['01011110004', 'accepted'],
		]);
		expect(jsonOf(outputs[1])).toMatchObject([
			{ who: 'landline', error: expect.stringContaining('landline'), details: { outcome: 'rejected' } },
			{
				who: 'refused',
				error: expect.any(String),
				message: expect.any(String),
				details: { outcome: 'rejected', reason: { code: '-3304' } },
			},
		]);
		expect(await kakao.messages()).toHaveLength(2);
	});

	test('the dealer’s own answer only where it is asked for', async () => {
		const plain = await kakao.brand(people(1));
		expect(jsonOf(plain.outputs[0])[0]).not.toHaveProperty('raw');
		const raw = await kakao.brand(people(1), { parameters: { options: { includeRaw: true } }, executionId: '2' });
		expect(jsonOf(raw.outputs[0])[0]).toMatchObject({ raw: { resultCode: 0 } });
	});

	test('when the dealer refuses all, "Stop" stops with the reason', async () => {
		const { error } = await kakao.brand(people(2), { judge: () => nhnRefuses(-3301) });
		expect(error?.message).toContain(
			'None of 2 messages was accepted. 2 × A recipient has opted out of this advertising.',
		);
	});

	test('when the law leaves out all, the run is a good one', async () => {
		const { error, outputs } = await kakao.brand(people(2), { parameters: { leaveOut: { optedOut: 'true' } } });
		expect(error).toBeUndefined();
		expect(jsonOf(outputs[0]).map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped']);
	});

	test('no number stands whole in what stops a run: not the recipients’, not those that a dealer names', async () => {
		const said = async (options: RunBrand) => {
			const { error } = await kakao.brand([{ to: '01011112222', other: '010-3333-4444' }], options);
			return [error?.message, error?.description].join(' ');
		};
		const wrong = await said({
			parameters: { kind: 'IMAGE', text: '글', imageFrom: 'url', image: '={{ $json.other }}' },
		});
		expect(wrong).toContain('Image is "010****4444", which is no web address');
		const refused = await said({ judge: () => nhnRefuses(-7777, 'Recipient 010-1111-2222 is on a list.') });
		expect(refused).toContain('010****2222');
		for (const text of [wrong, refused]) expect(text).not.toMatch(/010-?1111-?2222|010-?3333-?4444/);
	});

	test('many texts of their own at a dealer that takes one per request are told; a template says nothing', async () => {
		const rows = people(25).map((row, at) => ({ ...row, name: `고객${at}`, 이름: '홍', 항목: `세일${at}`, 번호: '1' }));
		const told = (run: Awaited<ReturnType<typeof kakao.brand>>) => run.hints.map(({ message }) => message).join();
		expect(told(await kakao.brand(rows, { parameters: { text: '#{name}님' } }))).toContain(
			'25 different texts are 25 requests',
		);
		expect((await requests(kakao)).filter(({ method }) => method === 'POST')).toHaveLength(25);
		expect(told(await kakao.brand(rows, { template: 'brand-bench', executionId: '2' }))).toBe('');
		expect(
			told(await kakao.brand(rows, { dealer: 'naverSens', parameters: { text: '#{name}님' }, executionId: '3' })),
		).toBe('');
	});
});
