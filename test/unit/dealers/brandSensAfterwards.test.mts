import { describe, expect, test } from 'vitest';

import { naverSens } from '../../../kakao/dealers/naverSens';
import { composeBrand, type BrandInput } from '../../../kakao/message/brand/compose';
import type { BrandContent } from '../../../kakao/message/brand/content';
import type { ButtonType } from '../../../kakao/message/template';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';
import { brand, listed, NOW, PATH, plain } from './brandSensSupport.mts';

describe('what became of a Brand Message', () => {
	const row = { requestId: 'R', messageId: 'm', to: '01020000000', messageType: 'TEXT', requestStatusCode: 'A000' };
	const resultOf = (parts: object) => {
		const references = [{ request: 'R', message: 'm' }];
		const { result, wishes } = talk(brand.results(references), [answer({ ...row, ...parts })]);
		expect(requestsOf(wishes)[0]?.path).toBe(`${PATH}/messages/m`);
		return result[0];
	};

	test('is told as a Brand Message, not as AlimTalk', () => {
		expect(resultOf({ messageStatusCode: '0000', completeTime: '2026-12-01T12:00:00' })).toMatchObject({
			status: 'delivered',
			deliveredBy: 'brandMessage',
			messageId: 'R/m',
			templateCode: null,
			reportedAt: '2026-12-01T12:00:00.000+09:00',
		});
		expect(
			resultOf({ messageStatusName: 'fail', messageStatusCode: '3019', failover: { messageStatusName: 'success' } }),
		).toMatchObject({ status: 'fallbackDelivered', deliveredBy: 'sms' });
		expect(resultOf({ messageStatusName: 'fail', messageStatusCode: '3022' })).toMatchObject({
			status: 'failed',
			deliveredBy: null,
			reason: { code: '3022', kind: 'time' },
		});
	});

	test('is null for a message that SENS does not know', () => {
		expect(talk(brand.results([{ request: '', message: 'x' }]), [answer('', 404)]).result).toEqual([null]);
	});

	test('is polled channel by channel, leaving out what is still under way', () => {
		const channels = answer([{ channelId: '@shop', channelStatus: 'ACTIVE' }]);
		const rows = listed({ ...row, messageStatusCode: '0000' }, { ...row, messageStatusName: 'processing' });
		const { result, wishes } = talk(brand.reportsBetween(NOW - 60_000, NOW), [channels, rows]);
		expect(result).toMatchObject([{ status: 'delivered', deliveredBy: 'brandMessage' }]);
		expect(requestsOf(wishes)[1]?.path).toMatch(
			/^\/brandmessage\/v2\/services\/\{serviceId\}\/messages\?completeStart/,
		);
		expect(requestsOf(wishes)[1]?.path).toContain('plusFriendId=%40shop');
	});
});

describe('taking a reservation back', () => {
	test('names the request, and believes SENS’s word only', () => {
		const { result, wishes } = talk(brand.cancel('RB/1', []), [answer('', 204)]);
		expect(result).toEqual({ cancelled: true });
		expect(requestsOf(wishes)[0]).toEqual({ method: 'DELETE', path: `${PATH}/reservations/RB%2F1` });
	});

	test.each([
		['CANCELED', true],
		['READY', false],
	])('asks after a lost answer, and %s means %j', (reserveStatus, cancelled) => {
		expect(talk(brand.cancel('R', []), [lost, answer({ reserveStatus })]).result.cancelled).toBe(cancelled);
	});

	test('of what is not waiting says where to look, and does not blame the credential', () => {
		for (const service of [brand, naverSens.alimTalk])
			expect(talk(service.cancel('R', []), [answer('', 404)]).result).toMatchObject({
				cancelled: false,
				outcome: { reason: { kind: 'time', code: 'noReservation' } },
			});
	});
});

describe('before anything is sent, SENS’s own rules', () => {
	const compose = (content: BrandContent, parts: Partial<BrandInput> = {}) =>
		composeBrand(
			{
				to: '010-1234-5678',
				senderProfile: '@shop',
				template: null,
				content,
				values: {},
				targeting: 'I',
				adult: false,
				pushAlarm: true,
				unsubscribe: { number: '', authNumber: '' },
				fallback: null,
				scheduleAt: null,
				allowEmpty: false,
				requireHttps: false,
				...parts,
			},
			naverSens.capabilities,
			brand.capabilities,
			NOW,
		).problems.map(({ field }) => field);
	const button = (type: ButtonType) => ({ ...plain, buttons: [{ type, name: '버튼', linkMobile: 'https://a.kr' }] });

	test('"add channel" is not for free-form messages, a consult is', () => {
		expect(compose(button('AC'))).toContain('button 1');
		expect(compose(button('BC'))).toEqual([]);
		expect(compose(button('BT'))).toEqual([]);
	});

	test('an opt-out number of the message’s own cannot be given: the channel’s counts', () => {
		expect(compose(plain, { unsubscribe: { number: '080-123-4567', authNumber: '' } })).toHaveLength(1);
	});

	test('the SMS fallback goes with templates and without', () => {
		const fallback = { from: '02-1234-5678', type: 'auto' as const, title: '', text: '할인' };
		expect(compose(plain, { fallback })).toEqual([]);
		const template = { code: 'T', name: 'T', status: 'approved' as const, content: plain };
		expect(compose(plain, { fallback, template })).toEqual([]);
	});

	test('a coupon longer than SENS takes on a wide image is told before the send', () => {
		const wide = (length: number): BrandContent => {
			const coupon = { title: '배송비 할인 쿠폰', description: '가'.repeat(length), linkMobile: 'https://a.kr' };
			return { kind: 'WIDE', text: '글', image: 'i', buttons: [], coupon };
		};
		expect(compose(wide(8))).toEqual([]);
		expect(compose(wide(9))).toHaveLength(1);
	});
});
