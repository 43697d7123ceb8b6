import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { kstMinutes } from '../../sandbox/world/kst.mts';
import { CS_KEY, basic, brand, button, contents, coupon, freestyle, link, picture, to, type Layout, type SendAnswer } from './brandNhnSupport.mts';
import { control, nhn } from './support.mts';

const AC = { name: '채널 추가', type: 'AC' };
const BF = { name: '톡에서 예약하기', type: 'BF', bizFormKey: 'form-1' };
const lines = (count: number) => '\n'.repeat(count);

describe('what NHN Cloud refuses in a Brand Message', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20, night: 'never' });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const codeOf = async (body: object, path = '/freestyle-messages') =>
		(await brand<SendAnswer>(sandbox, 'POST', path, body)).body.header.resultCode;
	/** The good message of a type with some of its fields replaced. */
	const changed = (layout: Layout, change: object) => codeOf(freestyle(layout, { ...contents(sandbox)[layout], ...change }));

	it.each<[string, Layout, object, number]>([
		['a text that is too long', 'TEXT', { content: 'x'.repeat(1301) }, -2000],
		['a text with too many line breaks', 'TEXT', { content: lines(100) }, -3304],
		['a wide text that is too long', 'WIDE', { content: 'x'.repeat(77) }, -2000],
		['a wide text with too many line breaks', 'WIDE', { content: `a${lines(6)}` }, -3304],
		['a text message without text', 'TEXT', { content: '' }, -3303],
		['a list without a header', 'WIDE_ITEM_LIST', { header: null }, -3303],
		['a header in two lines', 'WIDE_ITEM_LIST', { header: 'a\nb' }, -3304],
		['a header that is too long', 'PREMIUM_VIDEO', { header: 'x'.repeat(21) }, -2000],
		['additional information that is too long', 'COMMERCE', { additionalContent: 'x'.repeat(35) }, -2000],
		['a field of another message type', 'TEXT', { header: '제목' }, -3305],
		['a text where the type has none', 'COMMERCE', { content: '본문' }, -3305],
		['a field nobody knows', 'TEXT', { buttton: [] }, 4],
		['a price as text', 'COMMERCE', { commerce: { title: 'a', regularPrice: '1000' } }, 4],
	])('%s', async (_case, layout, change, code) => {
		expect(await changed(layout, change)).toBe(code);
	});

	it.each<[string, Layout, object[], number]>([
		['six buttons', 'TEXT', Array(6).fill(button), -3304],
		['five buttons beside a coupon', 'TEXT', Array(5).fill(button), -3304],
		['three buttons on a wide picture', 'WIDE', Array(3).fill(button), -3304],
		['two buttons under a video', 'PREMIUM_VIDEO', [button, button], -3304],
		['no button under a product', 'COMMERCE', [], -3306],
		['a name that is too long', 'WIDE', [{ ...button, name: '아홉글자입니다아홉' }], -2000],
		['a nameless button', 'TEXT', [{ type: 'WL', ...link }], -3303],
		['a button of an unknown type', 'TEXT', [{ name: 'a', type: 'DS' }], -3328],
		['a web link without an address', 'TEXT', [{ name: 'a', type: 'WL' }], -3307],
		['a web link that is none', 'TEXT', [{ ...button, linkMo: 'shop.example.com' }], -3310],
		['an app link with one address', 'TEXT', [{ name: 'a', type: 'AL', schemeIos: 'shop://' }], -3309],
		['an address that is too long', 'TEXT', [{ ...button, linkMo: `https://x.kr/${'x'.repeat(1000)}` }], -2000],
		['a channel button with another name', 'TEXT', [{ ...AC, name: '친구 추가' }], -3348],
		['a channel button that is not first', 'TEXT', [button, AC], -3311],
		['a channel button that is not last', 'WIDE', [AC, button], -3312],
		['a form button without a form', 'TEXT', [{ ...BF, bizFormKey: null }], -3045],
		['a form button with a free name', 'TEXT', [{ ...BF, name: '예약하기' }], -3045],
		['a form button that is not first', 'TEXT', [button, BF], -3330],
		['a form button before the channel button’s neighbour', 'TEXT', [AC, button, BF], -3336],
		['a form button on the left', 'WIDE', [BF, button], -3337],
	])('%s', async (_case, layout, buttons, code) => {
		expect(await changed(layout, { buttons })).toBe(code);
	});

	it('lets buttons stand where they may', async () => {
		const { coupon: _coupon, ...text } = contents(sandbox).TEXT;
		expect(await codeOf(freestyle('TEXT', { ...text, buttons: [AC, BF, button, { name: '앱', type: 'AL', ...link, schemeIos: 'shop://' }, { name: '전달', type: 'MD' }] }))).toBe(0);
		expect(await changed('WIDE', { buttons: [BF, AC] })).toBe(0);
	});

	it.each<[string, object, number]>([
		['a free title', { title: '반값 쿠폰' }, -3315],
		['a percentage above a hundred', { title: '101% 할인 쿠폰' }, -3315],
		['nothing for free', { title: '0원 할인 쿠폰' }, -3315],
		['a product with a space', { title: '머그 컵 무료 쿠폰' }, -3315],
		['a product that is too long', { title: '여덟글자상품이름 UP 쿠폰' }, -3315],
		['no description', { description: null }, -3314],
		['a description that is too long', { description: '열세글자짜리설명입니다아아' }, -2000],
		['no address', { linkMo: null }, -3313],
	])('a coupon with %s', async (_case, change, code) => {
		expect(await changed('TEXT', { coupon: { ...coupon, ...change } })).toBe(code);
	});

	it.each(['99999999원 할인 쿠폰', '100% 할인 쿠폰', '배송비 할인 쿠폰', '머그컵 무료 쿠폰', '좌석 UP 쿠폰'])('but not the coupon "%s"', async (title) => {
		expect(await changed('TEXT', { coupon: { ...coupon, title } })).toBe(0);
		expect(await changed('TEXT', { coupon: { title, description: 'a', schemeIos: 'alimtalk=coupon://1' } })).toBe(0);
	});

	it.each<[string, object, number]>([
		['without a title', { regularPrice: 1 }, -3316],
		['without a price', { title: 'a' }, -3316],
		['with a discount of neither kind', { title: 'a', regularPrice: 2, discountPrice: 1 }, -3299],
		['with both discounts', { title: 'a', regularPrice: 2, discountPrice: 1, discountRate: 50, discountFixed: 1 }, -3299],
		['with a rate and no price', { title: 'a', regularPrice: 2, discountRate: 50 }, -3299],
		['above the highest price', { title: 'a', regularPrice: 100_000_000 }, -3304],
		['with half a won', { title: 'a', regularPrice: 0.5 }, -3304],
		['with a title that is too long', { title: 'x'.repeat(31), regularPrice: 1 }, -2000],
	])('a product %s', async (_case, commerce, code) => {
		expect(await changed('COMMERCE', { commerce })).toBe(code);
	});

	it('pictures from elsewhere, and pictures uploaded for another place', async () => {
		const image = (imageUrl: string | null) => changed('IMAGE', { image: { imageUrl } });
		expect(await image('https://example.com/a.png')).toBe(-8002);
		expect(await image(picture(sandbox, 'event'))).toBe(-8002);
		expect(await image('ftp://example.com/a.png')).toBe(-3326);
		expect(await image(null)).toBe(-3319);
		expect(await changed('IMAGE', { image: { imageUrl: picture(sandbox, 'new'), imageLink: 'example.com' } })).toBe(-3327);
		expect(await changed('PREMIUM_VIDEO', { video: { videoUrl: 'https://youtu.be/123' } })).toBe(-3318);
	});

	it('lists and carousels of the wrong size or with the wrong parts', async () => {
		const { list } = contents(sandbox).WIDE_ITEM_LIST.item;
		const items = (changedList: object[]) => changed('WIDE_ITEM_LIST', { item: { list: changedList } });
		expect(await items(list.slice(0, 2))).toBe(-3304);
		expect(await items([...list.slice(0, 2), { imageUrl: picture(sandbox, 'list-cup'), ...link }])).toBe(-3325);
		expect(await items([{ ...list[0], title: 'x'.repeat(26) }, ...list.slice(1)])).toBe(-2000);
		expect(await items([list[1] ?? {}, ...list.slice(1)])).toBe(-8002);
		const feed = contents(sandbox).CAROUSEL_FEED.carousel.list;
		const cards = (changedList: object[], extra: object = {}) => changed('CAROUSEL_FEED', { carousel: { list: changedList, ...extra } });
		expect(await cards(feed.slice(0, 1))).toBe(-3320);
		expect(await cards(Array(7).fill(feed[0]))).toBe(-3320);
		expect(await cards([feed[0] ?? {}, { ...feed[1], message: null }])).toBe(-3334);
		expect(await cards([feed[0] ?? {}, { ...feed[1], buttons: [] }])).toBe(-3334);
		expect(await cards([feed[0] ?? {}, { ...feed[1], additionalContent: 'a' }])).toBe(-3335);
		expect(await cards(feed.map((card) => ({ ...card, buttons: [AC] })))).toBe(-3349);
		expect(await cards(feed, { tail: { linkPc: link.linkMo } })).toBe(-3323);
		const { head, list: [shop] } = contents(sandbox).CAROUSEL_COMMERCE.carousel;
		const shops = (carousel: object) => changed('CAROUSEL_COMMERCE', { carousel });
		expect(await shops({ list: [shop] })).toBe(-3320);
		expect(await shops({ head, list: Array(6).fill(shop) })).toBe(-3320);
		expect(await shops({ head, list: [{ ...shop, commerce: null }] })).toBe(-3332);
		expect(await shops({ head, list: [{ ...shop, header: 'a' }] })).toBe(-3333);
		expect(await shops({ head: { ...head, content: '' }, list: [shop] })).toBe(-3322);
		expect(await shops({ head: { ...head, linkPc: link.linkMo }, list: [shop] })).toBe(-3321);
		expect(await changed('CAROUSEL_FEED', { carousel: { head, list: feed } })).toBe(-3305);
	});

	it.each<[string, object, number]>([
		['an unknown message type', { chatBubbleType: 'TXT' }, 4],
		['an unknown channel', { senderKey: 'x'.repeat(40) }, -2017],
		['too many recipients', { recipientList: Array.from({ length: 1001 }, () => to('01012345678')) }, -2004],
		['a targeting that does not exist', { recipientList: [to('01012345678', { targeting: 'A' })] }, -3298],
		['an opt-out number that is none', { unsubscribeNo: '02-123-4567' }, -3340],
		['an opt-out number that is none, of one recipient', { recipientList: [to('01012345678', { unsubscribeNo: '0801234' })] }, -3340],
		['an authentication number alone', { unsubscribeAuthNo: '1234' }, -3340],
		['an authentication number with letters', { unsubscribeNo: '080-1234-5678', unsubscribeAuthNo: '12a' }, -3341],
		['a reservation in the past', { requestDate: '2020-01-01 09:00' }, -2025],
		['a reservation too far ahead', { requestDate: kstMinutes(Date.now() + 61 * 86_400_000) }, -2026],
		['a fallback’s opt-out number that is none', { recipientList: [to('01012345678', { resendParameter: { resendUnsubscribeNo: '1' } })] }, -1019],
	])('%s', async (_case, extra, code) => {
		expect(await codeOf({ ...freestyle('TEXT', contents(sandbox).TEXT), ...extra })).toBe(code);
	});

	it('strangers as recipients of a channel that Kakao has not approved for them', async () => {
		const body = (targeting: string) => ({ ...freestyle('TEXT', { content: '안내' }), senderKey: CS_KEY, recipientList: [to('01012345678', { targeting })] });
		expect(await codeOf(body('M'))).toBe(-4029);
		expect(await codeOf(body('I'))).toBe(0);
		expect((await control(sandbox, 'GET', '/api/refused')).body).toMatchObject([{ to: '01012345678', code: '-4029' }]);
	});

	it('strangers as recipients when no opt-out number is known, until they apply with one', async () => {
		const form = new FormData();
		form.append('file', new File(['proof'], 'proof.pdf'));
		const sender = `/senders/${CS_KEY}`;
		expect((await brand(sandbox, 'POST', `${sender}/marketing-agreement`)).body.header.resultCode).toBe(-3343);
		expect((await brand(sandbox, 'POST', `${sender}/upload-marketing-agreement`, form)).body.header.resultCode).toBe(0);
		expect((await brand(sandbox, 'POST', `${sender}/marketing-agreement`)).body.header.resultCode).toBe(0);
		const body = { ...freestyle('TEXT', { content: '안내' }), senderKey: CS_KEY, recipientList: [to('01012345678', { targeting: 'M' })] };
		expect(await codeOf(body)).toBe(-3300);
		expect(await codeOf({ ...body, unsubscribeNo: '0801234567' })).toBe(0);
	});

	it('templates that are stopped, unknown, of AlimTalk, or addressed at nobody in particular', async () => {
		const one = (code: string, recipient: object = to('01012345678')) => codeOf(basic(code, [recipient]), '/basic-messages');
		expect(await one('brand-stopped')).toBe(-3005);
		expect(await one('brand-none')).toBe(-3003);
		expect(await one('bench-three')).toBe(-3003);
		expect(await one('')).toBe(-2001);
		expect(await one('brand-bench', { recipientNo: '01012345678' })).toBe(-3298);
		expect(await codeOf(basic('brand-bench', [{ recipientNo: '01012345678', targeting: 'I', templateParameter: { 이름: 1 } }]), '/basic-messages')).toBe(4);
		expect((await nhn<SendAnswer>(sandbox, 'POST', '/messages', { senderKey: basic('', []).senderKey, templateCode: 'brand-bench', recipientList: [{ recipientNo: '01012345678' }] })).body.header.resultCode).toBe(-3003);
	});

	it('values that break a rule only once they are filled in', async () => {
		const values = { 도착일: '내일', 상품: '무드등', 상품번호: '1', 정상가격: '30000', 할인가격: '24000', 할인율: '20' };
		const result = async (code: string, templateParameter: object) =>
			(await brand<SendAnswer>(sandbox, 'POST', '/basic-messages', basic(code, [to('01012345678', { templateParameter })]))).body.message.sendResults[0]?.resultCode;
		expect(await result('brand-commerce', values)).toBe(0);
		expect(await result('brand-commerce', { ...values, 정상가격: '3만원' })).toBe(-3324);
		expect(await result('brand-commerce', { ...values, 할인율: '120' })).toBe(-3304);
		expect(await result('brand-commerce', { ...values, 정액할인가격: '6000' })).toBe(-3299);
		expect(await result('brand-commerce', { ...values, 상품: 'x'.repeat(31) })).toBe(-2000);
		const { 정상가격: _price, ...priceless } = values;
		expect(await result('brand-commerce', priceless)).toBe(-3324);
		expect(await result('brand-wide-event', { 이름: '홍', 마감일: '1일', 회원번호: '1', 할인율: '0' })).toBe(-3315);
	});
});
