import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { basic, brand, freestyle, jpeg, png, to, type Header, type SendAnswer } from './brandNhnSupport.mts';
import { SHOP, control } from './support.mts';

interface ImageAnswer {
	header: Header;
	image: { imageSeq: number; imageUrl: string; imageName: string };
}

describe('pictures, templates and profiles of Brand Messages at NHN Cloud', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20, night: 'never' });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const upload = async (bytes: Uint8Array<ArrayBuffer>, imageType = 'IMAGE', name = 'sale.png') => {
		const form = new FormData();
		form.append('image', new File([bytes], name));
		form.append('imageType', imageType);
		return (await brand<ImageAnswer>(sandbox, 'POST', '/images', form)).body;
	};
	const send = async (imageUrl: string) =>
		(await brand<SendAnswer>(sandbox, 'POST', '/freestyle-messages', freestyle('IMAGE', { content: '신상품', image: { imageUrl } }))).body.header.resultCode;

	it('takes a picture, serves it, and sends it until it is deleted', async () => {
		const bytes = png(800, 400);
		const { image } = await upload(bytes);
		expect(image.imageName).toBe('sale.png');
		const served = await fetch(image.imageUrl);
		expect([served.headers.get('content-type'), new Uint8Array(await served.arrayBuffer())]).toEqual(['image/png', bytes]);
		expect(await send(image.imageUrl)).toBe(0);
		const list = await brand<{ image: object[] }>(sandbox, 'GET', '/images?imageTypes=IMAGE&pageSize=1');
		expect(list.body.image).toEqual([image]);
		expect((await brand(sandbox, 'DELETE', `/images?imageSeq=${image.imageSeq}`)).body.header.resultCode).toBe(0);
		expect(await send(image.imageUrl)).toBe(-8002);
		expect((await fetch(image.imageUrl)).status).toBe(404);
		expect((await brand(sandbox, 'DELETE', `/images?imageSeq=${image.imageSeq}`)).body.header.resultCode).toBe(-8003);
		expect((await brand(sandbox, 'DELETE', '/images')).body.header.resultCode).toBe(-8000);
	});

	it.each<[string, string, number, number]>([
		['IMAGE', '0.5 to 1.333', 800, 1066], ['WIDE_IMAGE', '0.5 to 1', 800, 800], ['MAIN_WIDE_ITEMLIST_IMAGE', '0.5', 1000, 500],
		['NORMAL_WIDE_ITEMLIST_IMAGE', '1', 500, 500], ['CAROUSEL_FEED_IMAGE', '0.5 to 1.333', 800, 400], ['CAROUSEL_COMMERCE_IMAGE', '0.5 to 1.333', 800, 600],
	])('takes %s with a ratio of %s only', async (type, _ratio, width, height) => {
		expect((await upload(jpeg(width, height), type)).header.resultCode).toBe(0);
		expect((await upload(jpeg(width, Math.round(width * 1.4)), type)).header.resultCode).toBe(-8001);
		expect((await upload(jpeg(width, Math.round(width * 0.45)), type)).header.resultCode).toBe(-8001);
	});

	it('refuses what is no picture, too narrow, too large, or not said to be for anything', async () => {
		expect((await upload(new TextEncoder().encode('<svg/>'))).header.resultCode).toBe(-8001);
		expect((await upload(png(499, 400))).header.resultCode).toBe(-8001);
		const large = new Uint8Array(5 * 1024 * 1024 + 1);
		large.set(png(800, 400));
		expect((await upload(large)).header.resultCode).toBe(-4007);
		expect((await upload(png(800, 400), 'PHOTO')).header.resultCode).toBe(-8011);
		expect((await brand(sandbox, 'POST', '/images', { image: 'x' })).body.header.resultCode).toBe(-9993);
		expect((await brand(sandbox, 'GET', '/images')).body.header.resultCode).toBe(-2001);
	});

	it('lists templates by status and name, with prices only where they are numbers', async () => {
		const path = `/senders/${SHOP.senderKey}/templates`;
		interface Templates { templateListResponse: { totalCount: number; templates: { templateCode: string; chatBubbleType: string; status: string }[] } }
		const list = async (query = '') => (await brand<Templates>(sandbox, 'GET', path + query)).body.templateListResponse;
		expect(new Set((await list()).templates.map(({ chatBubbleType }) => chatBubbleType)).size).toBe(8);
		expect((await list('?status=S')).templates).toMatchObject([{ templateCode: 'brand-stopped', status: 'S' }]);
		expect(await list('?pageSize=2&pageNum=2&status=A')).toMatchObject({ totalCount: 9, templates: [{ templateCode: 'brand-wide-event' }, {}] });
		expect((await list(`?templateName=${encodeURIComponent('특가')}`)).templates).toMatchObject([{ templateCode: 'brand-commerce' }]);
		const { body } = await brand<{ template: object }>(sandbox, 'GET', `${path}/brand-commerce`);
		expect(body.template).toMatchObject({
			plusFriendId: '@kakaoshop', commerce: { title: '#{상품}', regularPrice: null, discountRate: null }, buttons: [{ name: '구매하기', bizFormId: null }, {}],
		});
		expect((await brand(sandbox, 'GET', `${path}?templateStatus=A`)).body.header.resultCode).toBe(4);
	});

	it('says whether a channel may address strangers, and how its ads fall back', async () => {
		const { body } = await brand<{ sender: object }>(sandbox, 'GET', `/senders/${SHOP.senderKey}`);
		expect(body.sender).toMatchObject({
			plusFriendId: '@kakaoshop', marketingAgreement: true, unsubscribePhoneNumber: '080-123-4567', status: 'YSC03', block: false,
			brandMessage: { isResend: true, resendSendNo: '0212345678', resendUnsubscribeNo: '080-123-4567' },
		});
	});

	it('takes ten thousand recipients with values of their own in a few seconds', async () => {
		const started = performance.now();
		for (let batch = 0; batch < 10; batch++) {
			const recipients = Array.from({ length: 1000 }, (_, i) => {
				const number = String(batch * 1000 + i).padStart(8, '0');
				return to(`010${number}`, { templateParameter: { 이름: `고객${number}`, 항목: '겨울 세일', 번호: number }, recipientGroupingKey: number });
			});
			const answer = await brand<SendAnswer>(sandbox, 'POST', '/basic-messages', basic('brand-bench', recipients));
			expect(answer.body.message.sendResults).toHaveLength(1000);
		}
		expect(performance.now() - started).toBeLessThan(8000);
		expect(sandbox.world.messages.at(-1)?.bubble.text).toContain('고객00009999님');
	});
});
