import { describe, expect, test } from 'vitest';

import { naverSens } from '../../../kakao/dealers/naverSens';
import { nhnCloud } from '../../../kakao/dealers/nhnCloud';
import { solapi } from '../../../kakao/dealers/solapi';
import { composeAlimTalk, type AlimTalkInput, type Composition } from '../../../kakao/message/compose';
import type { Capabilities } from '../../../kakao/message/capabilities';
import { content, template } from '../support/make.mts';

const NOW = Date.UTC(2026, 11, 1, 0, 0);
const order = template({
	content: content({
		text: '#{이름}님, 주문 #{번호}.',
		buttons: [{ type: 'WL', name: '확인', linkMobile: 'https://a.kr/#{번호}' }],
	}),
});
const fallback = { from: '02-1234-5678', type: 'auto' as const, title: '', text: '' };

function compose(parts: Partial<AlimTalkInput> = {}, capabilities: Capabilities = nhnCloud.capabilities): Composition {
	const input: AlimTalkInput = {
		to: '010-1234-5678',
		senderProfile: '@shop',
		template: order,
		values: { 이름: '홍길동', 번호: 100 },
		fallback: null,
		scheduleAt: null,
		allowEmpty: false,
		requireHttps: false,
		...parts,
	};
	return composeAlimTalk(input, capabilities, NOW);
}
const fields = ({ problems }: Composition) => problems.map(({ field }) => field);

describe('each dealer’s own rules', () => {
	test('SENS needs ten minutes before a scheduled send, NHN and SOLAPI do not', () => {
		const inFive = { scheduleAt: NOW + 5 * 60_000 };
		expect(fields(compose(inFive, naverSens.capabilities))).toEqual(['Send At']);
		for (const { capabilities } of [nhnCloud, solapi]) expect(compose(inFive, capabilities).problems).toEqual([]);
	});

	test('NHN takes 60 days ahead, the others 180', () => {
		const inHundredDays = { scheduleAt: NOW + 100 * 24 * 3600_000 };
		expect(fields(compose(inHundredDays, nhnCloud.capabilities))).toEqual(['Send At']);
		for (const { capabilities } of [solapi, naverSens])
			expect(compose(inHundredDays, capabilities).problems).toEqual([]);
	});

	test('seconds are kept where the dealer knows them, rounded up where it does not', () => {
		const scheduleAt = NOW + 3600_000 + 1_000;
		expect(compose({ scheduleAt }, solapi.capabilities).draft?.scheduleAt).toBe(scheduleAt);
		expect(compose({ scheduleAt }, nhnCloud.capabilities).draft?.scheduleAt).toBe(NOW + 3660_000);
	});

	test('SOLAPI stops at 1,000 characters', () => {
		const values = { 이름: '가'.repeat(1000), 번호: 1 };
		expect(fields(compose({ values }, solapi.capabilities))).toEqual(['text']);
		expect(compose({ values }, nhnCloud.capabilities).problems).toEqual([]);
	});

	test('only NHN has a sender number of its own for the fallback', () => {
		const without = { fallback: { ...fallback, from: '' } };
		expect(compose(without, nhnCloud.capabilities).problems).toEqual([]);
		for (const { capabilities } of [solapi, naverSens])
			expect(fields(compose(without, capabilities))).toEqual(['fallback sender number']);
	});

	test('a dealer that stays in Korea refuses the overseas number, not the row', () => {
		const domestic = { ...nhnCloud.capabilities, overseas: false };
		expect(compose({ to: ['+1 212 555 0100', '01012345678'] }, domestic).recipients).toMatchObject([
			{ problem: { field: 'To' } },
			{ recipient: { country: '82' } },
		]);
	});

	test('overseas numbers take an SMS as the fallback, never an LMS', () => {
		const to = ['+1 212 555 0100', '01012345678'];
		const long = { to, fallback: { ...fallback, text: 'a'.repeat(91) } };
		expect(compose(long).recipients).toMatchObject([{ problem: { field: 'fallback text' } }, { recipient: {} }]);
		expect(compose({ to, fallback }).recipients).toMatchObject([{ recipient: { country: '1' } }, { recipient: {} }]);
	});
});
