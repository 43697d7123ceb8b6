import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { brandStage, people, refusal, STRANGER } from './brandKakao.mts';
import { NO_KAKAO, outcomesOf, requests, settled } from './helpers.mts';
import { jsonOf } from './kakao.mts';

const kakao = brandStage();

describe('the free number to opt out', () => {
	const withNumber = (unsubscribeNumber: unknown, unsubscribeCode?: unknown, more: IDataObject = {}): IDataObject => ({
		options: { unsubscribeNumber, ...(unsubscribeCode !== undefined && { unsubscribeCode }) } as IDataObject,
		targeting: 'M',
		consent: 'field',
		consentAt: '2026-01-01',
		...more,
	});

	test.each([
		['080-987-6543', undefined, { number: '0809876543', authNumber: null }],
		['0809876543', '1234', { number: '0809876543', authNumber: '1234' }],
		[' 080-9876-5432 ', 123456789, { number: '08098765432', authNumber: '123456789' }],
	])('%j with code %j is what strangers see', async (number, code, seen) => {
		const run = await kakao.brand([{ to: STRANGER }], { parameters: withNumber(number, code) });
		expect(run.error?.message).toBeUndefined();
		await settled(kakao);
		const { optOut } = (await kakao.shown())[STRANGER]!.bubble;
		expect({ ...optOut, number: optOut?.number.replaceAll('-', '') }).toEqual(seen);
	});

	test.each([
		['02-123-4567', undefined, 'Opt-Out Number (080) is not a 080 number. Write it like 080-123-4567.'],
		['080-12-3456', undefined, 'Opt-Out Number (080) is not a 080 number'],
		['+82 80 123 4567', undefined, 'Opt-Out Number (080) is not a 080 number'],
		['수신거부', undefined, 'Opt-Out Number (080) is not a 080 number'],
		['', '1234', 'Opt-Out Number (080) is empty although its code is set'],
		['080-123-4567', '1234567890', 'Opt-Out Code is not a code. It has at most 9 digits.'],
		['080-123-4567', 'abc', 'Opt-Out Code is not a code'],
	])('%j with code %j is refused before the send', async (number, code, why) => {
		const { error } = await kakao.brand([{ to: STRANGER }], { parameters: withNumber(number, code) });
		expect(error?.message).toContain(why);
		expect(await requests(kakao)).toEqual([]);
	});

	test('the SMS may not name another one than the message', async () => {
		const sms = (number: string) => ({
			...withNumber('080-123-4567'),
			targeting: 'I',
			smsFallback: true,
			fallback: { from: '02-1234-5678', text: `(광고)카카오상점\n[무료 수신거부]${number}` },
		});
		expect(await refusal(kakao, sms('080-111-2222'))).toContain('names another opt-out number than the message');
		const run = await kakao.brand([{ to: NO_KAKAO }], { parameters: sms('0801234567') });
		expect(outcomesOf(run)).toEqual(['accepted']);
	});

	test.each(['solapi', 'naverSens'] as const)(
		'%s takes none with a message: refused instead of silently replaced',
		async (dealer) => {
			const { error } = await kakao.brand(people(1), { dealer, parameters: withNumber('080-123-4567') });
			expect(error?.message).toContain('Opt-Out Number (080) cannot be given with a message at this dealer');
			expect(error?.message).toContain("Register it for the channel in the dealer's console");
			expect(await requests(kakao)).toEqual([]);
		},
	);
});

describe('how a message comes', () => {
	test('without a sound where the dealer can, refused where it cannot', async () => {
		const options = { parameters: { options: { silent: true } } };
		expect(outcomesOf(await kakao.brand(people(1), options))).toEqual(['accepted']);
		for (const dealer of ['solapi', 'naverSens'] as const) {
			const { error } = await kakao.brand(people(1), { ...options, dealer });
			expect(error?.message, dealer).toContain('Silent is not offered by this dealer');
		}
		expect(await kakao.messages()).toHaveLength(1);
	});

	test.each(['nhnCloud', 'solapi', 'naverSens'] as const)('for adults only at %s, as a row says', async (dealer) => {
		const rows = people(2).map((row, at) => ({ ...row, adult: at === 0 ? 'true' : 'false' }));
		const run = await kakao.brand(rows, { dealer, parameters: { options: { adult: '={{ $json.adult }}' } } });
		expect(outcomesOf(run)).toEqual(['accepted', 'accepted']);
		const shown = await kakao.shown();
		expect(rows.map(({ to }) => shown[to]!.bubble.adult)).toEqual([true, false]);
		const odd = await kakao.brand([{ ...rows[0]!, adult: 'ja' }], {
			dealer,
			parameters: { options: { adult: '={{ $json.adult }}' } },
			node: { onError: 'continueRegularOutput' },
		});
		expect(jsonOf(odd.outputs[0])).toMatchObject([
			{ outcome: 'rejected', reason: { text: expect.stringContaining('For Adults Only is "ja"') } },
		]);
	});
});
