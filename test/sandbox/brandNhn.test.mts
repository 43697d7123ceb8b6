import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { kstMinutes } from '../../sandbox/world/kst.mts';
import type { BrandBubble } from '../../sandbox/world/types.mts';
import { basic, brand, contents, freestyle, to, type Header, type Layout, type SendAnswer } from './brandNhnSupport.mts';
import { SHOP, benchValues, control, eventually, finished, nhn, receiver } from './support.mts';

type MessageRow = Record<string, unknown>;
interface ListAnswer {
	header: Header;
	messageSearchResultResponse: { totalCount: number; messages: MessageRow[] };
}

const LAYOUTS: Layout[] = ['TEXT', 'IMAGE', 'WIDE', 'WIDE_ITEM_LIST', 'PREMIUM_VIDEO', 'COMMERCE', 'CAROUSEL_FEED', 'CAROUSEL_COMMERCE'];
/** Values for every variable of every demo template. */
const VALUES = {
	이름: '홍길동', 기간: '12월 1일~7일', 최대할인: '50%', 회원번호: '77', 할인금액: '5000', 쿠폰기한: '일요일', 시즌: '겨울', 시즌코드: 'w26',
	마감일: '12월 5일', 할인율: '20', 대표상품: '베스트', 상품1: '머그컵', 가격1: '9,900', 번호1: '1', 상품2: '셔츠', 가격2: '19,900', 번호2: '2',
	도착일: '내일', 상품: '무드등', 정상가격: '30000', 할인가격: '24000', 상품번호: 'L1', 제목: '소식', 내용: '새로 나왔어요', 번호: '5', 상품명: '포장',
};

describe('Brand Message at NHN Cloud', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20, night: 'never' });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const send = async (body: object) => (await brand<SendAnswer>(sandbox, 'POST', '/freestyle-messages', body)).body;
	const fill = async (body: object) => (await brand<SendAnswer>(sandbox, 'POST', '/basic-messages', body)).body;
	const bubbleAt = async (number: string) => (await finished(sandbox, number)).bubble as BrandBubble;

	it.each(LAYOUTS)('delivers a freestyle message of type %s as it was sent', async (layout) => {
		const answer = await send(freestyle(layout, contents(sandbox)[layout]));
		expect(answer.header.resultMessage).toBe('SUCCESS');
		expect(answer.message.sendResults).toEqual([{ recipientSeq: 1, recipientNo: '01012345678', resultCode: 0, resultMessage: 'SUCCESS' }]);
		expect(await finished(sandbox, '01012345678')).toMatchObject({ state: 'delivered', targeting: 'I', bubble: { kind: 'brand', layout } });
	});

	it.each(['text-sale', 'image-new', 'wide-event', 'wide-list', 'video', 'commerce', 'feed', 'carousel-shop'])('fills the template brand-%s', async (name) => {
		const answer = await fill(basic(`brand-${name}`, [to('01012345678', { templateParameter: VALUES })]));
		expect(answer.message.sendResults).toMatchObject([{ resultCode: 0 }]);
		expect(JSON.stringify(await bubbleAt('01012345678'))).not.toContain('#{');
	});

	it('puts the values where the template says, prices as numbers', async () => {
		const { 할인율: _rate, ...won } = { ...VALUES, 정액할인가격: '6000' };
		await fill(basic('brand-commerce', [to('01011110001', { templateParameter: VALUES }), to('01011110002', { templateParameter: won })]));
		expect(await bubbleAt('01011110001')).toMatchObject({
			additional: '내일 도착 보장', buttons: [{ linkMobile: 'https://shop.example.com/items/L1' }, {}],
			commerce: { title: '무드등', regularPrice: 30_000, discountPrice: 24_000, discountRate: 20, discountFixed: null },
		});
		expect(await bubbleAt('01011110002')).toMatchObject({ commerce: { discountRate: null, discountFixed: 6000 } });
	});

	it('gives every card its own values, the head being list[0], and the plain key to the rest', async () => {
		const own = { '상품@$.carousel.list[1]': '스탠드', '정상가격@$.carousel.list[2]': '1000', '할인가격@$.carousel.list[2]': '800' };
		await fill(basic('brand-carousel-shop', [to('01012345678', { templateParameter: { ...VALUES, ...own } })]));
		const { carousel } = await bubbleAt('01012345678');
		expect(carousel?.head?.header).toBe('홍길동님의 취향');
		expect(carousel?.cards.map((card) => [card.commerce?.title, card.commerce?.regularPrice])).toEqual([['스탠드', 30_000], ['무드등', 1000]]);
	});

	it('lets a recipient have other pictures than the template, one for one', async () => {
		const other = `${sandbox.urls.phone}/images/demo-feed-gift`;
		const body = (imageParameters: object[]) => basic('brand-feed', [to('01012345678', { templateParameter: VALUES, imageParameters })]);
		await fill(body([{}, { imageUrl: other, imageLink: 'https://shop.example.com/gift' }]));
		const { carousel } = await bubbleAt('01012345678');
		expect(carousel?.cards.map((card) => card.imageUrl)).toEqual([`${sandbox.urls.phone}/images/demo-feed-cup`, other]);
		expect((await fill(body([{}]))).message.sendResults).toMatchObject([{ resultCode: -3344 }]);
		expect((await fill(body([{}, { imageUrl: 'https://example.com/x.png' }]))).message.sendResults).toMatchObject([{ resultCode: -8002 }]);
	});

	it('accepts the good recipients of a mixed request and names the bad ones', async () => {
		const good = { templateParameter: benchValues };
		const answer = await fill(basic('brand-bench', [
			to('01011110001', good), to('010-1111-0002', good), to('01011110003', { templateParameter: { 이름: '홍' } }),
			to('01011110004', { templateParameter: { ...benchValues, 번호: 'x'.repeat(1301) } }),
			to('01011110005', { templateParameter: { ...benchValues, '번@호': '1' } }),
			to('01011110006', { templateParameter: { ...benchValues, 항목: 'x'.repeat(1290) } }),
		]));
		expect(answer.header.isSuccessful).toBe(true);
		expect(answer.message.sendResults.map(({ resultCode }) => resultCode)).toEqual([0, -5000, -3324, -3048, -3347, -2019]);
	});

	it('fails the header without a request id when everybody failed', async () => {
		const answer = await fill(basic('brand-bench', [to('01012345678')]));
		expect([answer.header.resultCode, answer.message.requestId, answer.message.sendResults[0]?.resultCode]).toEqual([-1031, null, -3324]);
	});

	it('finds what was accepted by grouping key and by the date it goes out, and not among the AlimTalks', async () => {
		const recipients = ['a', 'b'].map((key, i) => to(`0101111000${i}`, { templateParameter: benchValues, recipientGroupingKey: key }));
		const { message } = await fill(basic('brand-bench', recipients, { senderGroupingKey: 'run-1', pushAlarm: false }));
		await finished(sandbox, '01011110001');
		const range = `startRequestDate=${kstMinutes(Date.now() - 3_600_000)}&endRequestDate=${kstMinutes(Date.now() + 60_000)}`;
		const list = async (query: string) => (await brand<ListAnswer>(sandbox, 'GET', `/messages?${query}`)).body;
		const { messageSearchResultResponse: found } = await list(`${range}&senderGroupingKey=run-1&pageSize=1&pageNum=2`);
		expect(found.totalCount).toBe(2);
		expect(found.messages).toEqual([{
			requestId: message.requestId, recipientSeq: 1, plusFriendId: SHOP.searchId, senderKey: SHOP.senderKey, templateCode: 'brand-bench',
			recipientNo: '01011110000', targeting: 'I', requestDate: expect.any(String), createDate: expect.any(String), receiveDate: expect.any(String),
			chatBubbleType: 'TEXT', pushAlarm: false, messageStatus: 'COMPLETED', resendStatusCode: 'RSC02', resendStatusName: '대체 발송 대상',
			resendResultCode: null, resendRequestId: null, isAddedChannel: true, resultCode: '1000', resultCodeName: '성공', createUser: null,
			senderGroupingKey: 'run-1', recipientGroupingKey: 'a',
		}]);
		expect((await list(`${range}&recipientGroupingKey=b`)).messageSearchResultResponse.totalCount).toBe(1);
		expect((await list('senderGroupingKey=run-1')).header.resultCode).toBe(-4000);
		expect((await list(`startCreateDate=${kstMinutes(Date.now())}`)).header.resultCode).toBe(4);
		expect((await nhn<ListAnswer>(sandbox, 'GET', `/messages?${range}`)).body.messageSearchResultResponse.totalCount).toBe(0);
	});

	it('shows one message with everything in it', async () => {
		const { message } = await fill(basic('brand-text-sale', [to('01012345678', { templateParameter: VALUES })]));
		await finished(sandbox, '01012345678');
		const { body } = await brand<{ message: MessageRow }>(sandbox, 'GET', `/messages/${message.requestId ?? ''}/1`);
		expect(body.message).toMatchObject({
			chatBubbleType: 'TEXT', adult: false, buttons: [{ type: 'WL', linkMo: 'https://shop.example.com/sale?member=77', bizFormKey: null }],
			coupon: { title: '5000원 할인 쿠폰' }, templateParameter: JSON.stringify(VALUES), carousel: null,
		});
	});

	it('has no result polling of its own, and keeps its results out of AlimTalk’s', async () => {
		await send(freestyle('TEXT', contents(sandbox).TEXT));
		await finished(sandbox, '01012345678');
		const range = `startUpdateDate=${kstMinutes(Date.now() - 60_000)}&endUpdateDate=${kstMinutes(Date.now() + 60_000)}`;
		const missing = await brand(sandbox, 'GET', `/message-results?${range}`);
		expect([missing.status, missing.body.header.resultCode]).toEqual([404, -9998]);
		expect((await nhn<{ messages: object[] }>(sandbox, 'GET', `/message-results?${range}`)).body.messages).toEqual([]);
	});

	it('cancels reserved messages, but not through AlimTalk’s door', async () => {
		const { message } = await send(freestyle('TEXT', contents(sandbox).TEXT, {
			recipientList: [to('01011110001'), to('01011110002')], requestDate: kstMinutes(Date.now() + 3_600_000),
		}));
		const path = `/messages/${message.requestId ?? ''}`;
		expect((await nhn<{ header: Header }>(sandbox, 'DELETE', path)).body.header.resultCode).toBe(-2029);
		expect((await brand(sandbox, 'DELETE', `${path}?recipientSeq=2`)).body.header.resultCode).toBe(0);
		expect(sandbox.world.messages.map(({ state }) => state)).toEqual(['scheduled', 'canceled']);
	});

	it('posts results to the console’s URL and says whether the recipient is a friend', async () => {
		const customer = await receiver();
		await control(sandbox, 'POST', '/api/dealers/nhnCloud/webhook', { url: customer.url, signature: 's' });
		await send(freestyle('TEXT', contents(sandbox).TEXT, { recipientList: [to('01000002001', { targeting: 'N', recipientGroupingKey: 'k' })] }));
		const post = await eventually(() => customer.posts[0]);
		expect(post.body).toMatchObject({
			hooks: [{ kakaoMessageType: 'BRAND_MESSAGE_NORMAL', resultCode: '1000', recipientGroupingKey: 'k', isAddedChannel: false }],
		});
		expect(JSON.stringify(post.body)).toContain('/brand-message/v1.0/appkeys/');
		await customer.close();
	});

	it('counts sends and their recipients for faults and statistics', async () => {
		await control(sandbox, 'POST', '/api/faults', { plan: [{ dealer: 'nhnCloud', nth: 1, kind: 'tooMany' }] });
		const body = freestyle('TEXT', contents(sandbox).TEXT, { recipientList: [to('01011110001'), to('01011110002')] });
		expect((await brand(sandbox, 'POST', '/freestyle-messages', body)).status).toBe(429);
		expect((await send(body)).header.isSuccessful).toBe(true);
		expect((await control(sandbox, 'GET', '/api/stats')).body).toMatchObject({ accepted: 2, duplicates: 0, largestBatch: 2 });
	});
});
