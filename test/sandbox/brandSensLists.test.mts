import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { jpeg, png } from './brandNhnSupport.mts';
import { BRAND_BASE, SIZES, pictureFor, send, upload, type Failure, type Image } from './brandSensSupport.mts';
import { control, sens } from './support.mts';

interface Page<Item> {
	items: Item[];
	pageIndex: number;
	pageSize: number;
	itemCount: number;
	hasPrevious: boolean;
	hasNext: boolean;
	totalCount: number;
}
interface Template {
	templateCode: string;
	templateName: string;
	messageType: string;
	templateStatus: string;
	[part: string]: unknown;
}

describe('what Naver SENS keeps for Brand Messages', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ night: 'never' });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const images = (query = '') => sens<Page<Image> & Failure>(sandbox, 'GET', `${BRAND_BASE}/images${query}`);
	const templates = (query = '') => sens<Page<Template> & Failure>(sandbox, 'GET', `${BRAND_BASE}/templates?plusFriendId=%40kakaoshop${query}`);

	it.each(Object.entries(SIZES))('takes a form with a picture of type %s, signed by its path alone', async (type, [width, height]) => {
		const { status, body } = await upload(sandbox, type, png(width, height));
		expect([status, body.imageType, body.imageName]).toEqual([200, type, 'picture.png']);
		expect((await fetch(body.imageUrl)).headers.get('Content-Type')).toBe('image/png');
	});

	it.each([
		['a file that is no picture', 'BASIC', new TextEncoder().encode('a poem'), {}],
		['a picture that is too narrow', 'BASIC', png(499, 300), {}],
		['a picture in the wrong proportions', 'WIDE_ITEM_LIST_SUB', jpeg(800, 600), {}],
		['an unknown type', 'POSTER', png(800, 400), {}],
		['a field that the document does not know', 'BASIC', png(800, 400), { imageLink: 'https://a.kr' }],
	])('refuses %s', async (_case, type, bytes, extra) => {
		const { status, body } = await upload(sandbox, type, bytes, extra);
		expect(status).toBe(400);
		expect(body.errors).toHaveLength(1);
		expect((await images()).body.totalCount).toBe(0);
	});

	it('refuses an upload that is JSON', async () => {
		expect((await sens(sandbox, 'POST', `${BRAND_BASE}/images`, { imageType: 'BASIC' })).status).toBe(400);
	});

	it('lists, shows and forgets pictures; with a forgotten one nothing can be sent', async () => {
		const ids = [await pictureFor(sandbox, 'BASIC'), await pictureFor(sandbox, 'WIDE'), await pictureFor(sandbox, 'BASIC')];
		expect((await images('?pageSize=2')).body).toMatchObject({
			items: [{ imageId: ids[0], imageType: 'BASIC' }, { imageId: ids[1], imageType: 'WIDE' }], itemCount: 2, hasPrevious: false, hasNext: true, totalCount: 3,
		});
		expect((await images('?pageSize=2&pageIndex=1')).body).toMatchObject({ items: [{ imageId: ids[2] }], hasPrevious: true, hasNext: false });
		expect((await images('?pageSize=201')).status).toBe(400);
		const path = `${BRAND_BASE}/images/${ids[0] ?? ''}`;
		expect((await sens<Image>(sandbox, 'GET', path)).body.imageId).toBe(ids[0]);
		expect((await sens(sandbox, 'DELETE', path)).status).toBe(204);
		expect((await sens(sandbox, 'GET', path)).status).toBe(404);
		expect((await send(sandbox, [{ to: '01012345678', content: 'a', image: { imageId: ids[0] } }], { messageType: 'IMAGE' })).status).toBe(400);
	});

	it('lists the templates of a channel with what each of them says', async () => {
		const { body } = await templates();
		expect(body).toMatchObject({ pageIndex: 0, pageSize: 100, hasPrevious: false, hasNext: false, totalCount: body.items.length });
		expect(new Set(body.items.map(({ messageType }) => messageType)).size).toBe(8);
		const of = (code: string) => body.items.find(({ templateCode }) => templateCode === code);
		expect(of('brand-wide-event')).toMatchObject({ messageType: 'WIDE_IMAGE', image: { imageId: 'demo-event' }, coupon: { title: '#{할인율}% 할인 쿠폰' } });
		expect(of('brand-commerce')).toMatchObject({ commerce: { regularPrice: '#{정상가격}' }, buttons: [{ type: 'WL' }, {}] });
		expect(of('brand-wide-list')).toMatchObject({ headerContent: '#{이름}님께 추천합니다', item: { list: [{ imageId: 'demo-list-main' }, {}, {}, {}] } });
		expect(of('brand-stopped')?.templateStatus).toBe('STOP');
	});

	it('pages and filters them, and insists on a channel', async () => {
		const first = (await templates('&pageSize=2&pageIndex=0')).body;
		const second = (await templates('&pageSize=2&pageIndex=1')).body;
		expect([first.hasNext, second.hasPrevious, second.items[0]?.templateCode]).toEqual([true, true, 'brand-wide-event']);
		expect((await templates('&messageType=WIDE_IMAGE')).body.totalCount).toBe(1);
		expect((await templates('&templateCode=brand-bench')).body.items).toMatchObject([{ templateCode: 'brand-bench' }]);
		expect((await templates('&templateName=%EC%84%B8%EC%9D%BC')).body.items).toMatchObject([{ templateName: '정기 세일 안내' }]);
		expect((await sens(sandbox, 'GET', `${BRAND_BASE}/templates`)).status).toBe(400);
		expect((await sens(sandbox, 'GET', `${BRAND_BASE}/templates?channelId=%40kakaoshop`)).status).toBe(400);
	});

	it("lists channels under AlimTalk alone, and nobody else's service", async () => {
		expect((await sens(sandbox, 'GET', `${BRAND_BASE}/channels`)).status).toBe(404);
		expect((await sens(sandbox, 'GET', `${BRAND_BASE.replace('2601010000001', '1')}/images`)).status).toBe(403);
	});
});
