import { describe, expect, test } from 'vitest';

import { naverSens } from '../../../kakao/dealers/naverSens';
import type { Reply } from '../../../kakao/delivery/conversation';
import type { BrandContent } from '../../../kakao/message/brand/content';
import type { BrandMessage } from '../../../kakao/message/brand/message';
import { message as alimTalk } from '../support/make.mts';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';
import {
	allOf,
	brand,
	brandMessage,
	context,
	fromTemplate,
	listed,
	plain,
	product,
	rowOf,
	send,
	sent,
	two,
} from './brandSensSupport.mts';

describe('two equal batches', () => {
	test('whose answers are both lost take a request each', () => {
		const claimed = new Set<string>();
		const both = listed(...['R', 'S'].flatMap((id) => two.map((each) => rowOf(each, id))));
		expect(send(two, [lost, both], claimed).ids).toEqual(['R/R-0', 'R/R-1']);
		expect(send(two, [lost, both], claimed).ids).toEqual(['S/S-0', 'S/S-1']);
	});

	test('of which one never arrived: it goes out again, though it took the other’s request for its own', () => {
		const claimed = new Set<string>();
		const one = allOf(two, 'R');
		// The first takes R, which is the second's: its answer is still on the way.
		expect(send(two, [lost, one], claimed).ids).toEqual(['R/R-0', 'R/R-1']);
		const second = send(two, [sent('R', ['A000', 'A000']), one, one, sent('S', ['A000', 'A000'])], claimed);
		expect([second.ids, second.posts]).toEqual([['S/m0', 'S/m1'], 2]);
	});
});

describe('where SENS tells no text', () => {
	const shoes = [0, 1].map((index) => brandMessage({ index, content: product }));
	const hats: BrandContent = { ...product, commerce: { title: '모자', regularPrice: '19000' } };

	test('the one request to the same numbers in the same form is ours', () => {
		expect(send(shoes, [lost, allOf(shoes, 'R')]).ids).toEqual(['R/R-0', 'R/R-1']);
	});

	test('two such requests cannot be told apart: unknown, instead of taking a foreign one', () => {
		const rows = listed(...['R', 'S'].flatMap((id) => shoes.map((each) => rowOf(each, id))));
		const { kinds, posts } = send(shoes, [lost, rows]);
		expect([kinds, posts]).toEqual([['unknown', 'unknown'], 1]);
	});

	test('another product to the same people in the same run is not taken for this one', () => {
		const claimed = new Set<string>();
		const other = shoes.map((each) => ({ ...each, content: hats }));
		// Both are out; the answer of the second is still on its way when the first looks for its own.
		talk(brand.send(other, context(claimed)), [lost, lost]);
		expect(send(shoes, [lost, allOf(other, 'R')], claimed).kinds).toEqual(['unknown', 'unknown']);
	});

	test('a template without variables needs none: its code says everything', () => {
		const same = [0, 1].map((index) => fromTemplate(product, {}, { index }));
		const rows = listed(...['R', 'S'].flatMap((id) => same.map((each) => rowOf(each, id, { templateCode: 'SALE' }))));
		expect(send(same, [lost, rows]).ids).toEqual(['R/R-0', 'R/R-1']);
	});
});

describe('a template whose answer was lost', () => {
	const sale: BrandContent = { ...plain, text: '#{이름}님  할인' };
	const named = (이름: string) => fromTemplate(sale, { 이름 });
	const listing = (message: BrandMessage, id: string, content?: string) =>
		listed(rowOf(message, id, { templateCode: 'SALE', content }));

	test('is known by its filled-in text, however SENS spaces it', () => {
		const other = listing(named('김철수'), 'F', '김철수님 할인');
		expect(send([named('홍길동')], [lost, listing(named('홍길동'), 'R', '홍길동님 할인 ')]).ids).toEqual(['R/R-0']);
		expect(send([named('홍길동')], [lost, other, other, sent('S', ['A000'])]).ids).toEqual(['S/m0']);
	});

	test('is known by number and code where SENS lists the unfilled text or none, which tells nothing', () => {
		expect(send([named('홍길동')], [lost, listing(named('홍길동'), 'R', '#{이름}님  할인')]).ids).toEqual(['R/R-0']);
		const silent = [listing(named('홍길동'), 'R'), answer({ messageId: 'R-0' })];
		expect(send([named('홍길동')], [lost, ...silent]).ids).toEqual(['R/R-0']);
	});
});

describe('after a run that broke off', () => {
	const find = (messages: readonly BrandMessage[], replies: readonly Reply[]) =>
		talk(brand.find(messages, context()), replies).result;
	const idsOf = (found: ReturnType<typeof find>) => found && [...found.values()];

	test('what SENS has is not sent again, and what it has not or refused is', () => {
		const [first, second] = two as [BrandMessage, BrandMessage];
		expect(idsOf(find(two, [listed(rowOf(first, 'R'))]))).toEqual(['R/R-0']);
		expect(find([first], [listed(rowOf(first, 'R', { requestStatusCode: 'B004' }))])?.size).toBe(0);
		expect(find([first], [listed(rowOf(first, 'R', { content: '다른 글' }))])?.size).toBe(0);
		expect([...find(two, [listed(rowOf(second, 'R'))])!.keys()]).toEqual([second]);
	});

	test('products are known by number and kind, templates by number and code', () => {
		const shoe = brandMessage({ content: product });
		expect(idsOf(find([shoe], [listed(rowOf(shoe, 'R'))]))).toEqual(['R/R-0']);
		expect(find([shoe], [listed(rowOf(shoe, 'R', { templateCode: 'SALE' }))])?.size).toBe(0);
		const templated = fromTemplate(product, {});
		expect(idsOf(find([templated], [listed(rowOf(shoe, 'R', { templateCode: 'SALE' }))]))).toEqual(['R/R-0']);
	});

	test('one listed message is not taken for two', () => {
		const twice = [brandMessage(), brandMessage()];
		expect(find(twice, [listed(rowOf(twice[0]!, 'R'))])?.size).toBe(1);
	});

	test('a list that cannot be read says so, instead of "nothing there"', () => {
		expect(find(two, [lost])).toBeNull();
		expect(find(two, [allOf(two, 'R', { content: undefined }), lost])).toBeNull();
	});
});

test('AlimTalk is looked for in its own list, by template and text, as before', () => {
	const notice = alimTalk();
	const row = { requestId: 'R', messageId: 'm', to: notice.to.national, templateCode: notice.template.code };
	const asked = (content: string, ...then: Reply[]) => {
		const replies = [lost, listed({ ...row, content }), ...then];
		return talk(naverSens.alimTalk.send([notice], context()), replies);
	};
	const { result, wishes } = asked(notice.content.text);
	expect(result).toMatchObject([{ outcome: 'accepted', messageId: 'R/m' }]);
	expect(requestsOf(wishes).map(({ path }) => path.split('?')[0])).toEqual([
		'/alimtalk/v2/services/{serviceId}/messages',
		'/alimtalk/v2/services/{serviceId}/messages',
	]);
	const again = asked('다른 글', listed({ ...row, content: '다른 글' }), sent('S', ['A000']));
	expect(again.result).toMatchObject([{ messageId: 'S/m0' }]);
});
