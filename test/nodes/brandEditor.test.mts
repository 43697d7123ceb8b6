import { describe, expect, test } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import { listSearch, resourceMapping } from '../harness/nodeMethods.mts';
import { BRAND, brandCode, brandStage, byId, UNAPPROVED } from './brandKakao.mts';
import { DEALERS } from './helpers.mts';
import { SENDER } from './kakao.mts';

const kakao = brandStage();

describe('in the editor', () => {
	const call = (dealer: DealerId, template = '', channel = SENDER[dealer]) => ({
		credentials: kakao.credentials(dealer),
		node: {
			type: BRAND,
			parameters: {
				operation: 'send',
				messageForm: 'template',
				senderProfile: byId(channel),
				template: { __rl: true, mode: 'list', value: template && brandCode(dealer, template) },
			},
		},
	});
	const fieldsOf = async (dealer: DealerId, template: string) =>
		(await resourceMapping(kakao.host, 'templateVariables', call(dealer, template))).fields;

	describe.each(DEALERS)('at %s', (dealer) => {
		test('the list offers the usable Brand Message templates of the channel by name and kind, no AlimTalk', async () => {
			const { results } = await listSearch(kakao.host, 'searchTemplates', call(dealer));
			const values = results.map(({ value }) => value);
			expect(values).toContain(brandCode(dealer, 'brand-feed'));
			expect(values).not.toContain(brandCode(dealer, 'brand-stopped'));
			expect(values.join()).not.toContain('order-confirmed');
			expect(values.join()).not.toContain('cs-notice');
			expect(results.find(({ value }) => value === brandCode(dealer, 'brand-text-sale'))?.name).toMatch(
				/^정기 세일 안내 \(Text\) — .*정기 세일!/,
			);
			const others = await listSearch(kakao.host, 'searchTemplates', call(dealer, '', UNAPPROVED[dealer]));
			expect(others.results.map(({ value }) => value)).toEqual([brandCode(dealer, 'brand-cs-notice')]);
		});

		test.each([
			['장바구니', 'brand-commerce'],
			['룰렛', 'brand-wide-event'],
			['취향 저격', 'brand-carousel-shop'],
			['비슷한 것을', 'brand-carousel-shop'],
		])('"%s", a word on a button, in the text, the name or a card, finds %s', async (filter, template) => {
			const { results } = await listSearch(kakao.host, 'searchTemplates', { ...call(dealer), filter });
			expect(results.map(({ value }) => value)).toEqual([brandCode(dealer, template)]);
		});

		test('the form asks for every variable once, with those of single cards only where the dealer can tell them apart', async () => {
			const sale = (await fieldsOf(dealer, 'brand-text-sale')).map(({ id }) => id);
			expect([...sale].sort()).toEqual(['기간', '이름', '최대할인', '쿠폰기한', '할인금액', '회원번호'].sort());
			const feed = await fieldsOf(dealer, 'brand-feed');
			const cards = ['제목', '내용', '번호'];
			const shared = ['이름', '쿠폰기한', '상품명'];
			const own = dealer === 'nhnCloud' ? cards.flatMap((name) => [`${name}@1`, `${name}@2`]) : cards;
			expect(feed.map(({ id }) => id).sort()).toEqual([...own, ...shared].sort());
			if (dealer !== 'nhnCloud') return;
			expect(feed.find(({ id }) => id === '제목@2')?.displayName).toBe('제목 (card 2)');
		});

		test('no template chosen, one that is gone and one without variables say so', async () => {
			const notice = async (template: string, channel?: string) =>
				await resourceMapping(kakao.host, 'templateVariables', call(dealer, template, channel));
			expect(await notice('')).toEqual({ fields: [], emptyFieldsNotice: expect.stringContaining('Choose') });
			expect(await notice('gone')).toEqual({
				fields: [],
				emptyFieldsNotice: expect.stringContaining('There is no template'),
			});
			expect(await notice('brand-cs-notice', UNAPPROVED[dealer])).toEqual({
				fields: [],
				emptyFieldsNotice: expect.stringContaining('no variables'),
			});
		});
	});
});
