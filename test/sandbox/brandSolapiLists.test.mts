import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { jpeg, png } from './brandNhnSupport.mts';
import { CS_PFID, SIZES, base64, upload } from './brandSolapiSupport.mts';
import { SHOP, control, solapi } from './support.mts';

interface Template {
	brandTemplateId: string;
	pfId: string;
	chatBubbleType: string;
	status: string;
	variables: { name: string }[];
	[part: string]: unknown;
}
interface TemplateList {
	brandTemplateList: Template[];
	startKey: string | null;
	nextKey: string | null;
	limit: number;
}

describe('what SOLAPI keeps for Brand Messages', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ night: 'never' });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const list = async (query = '') => (await solapi<TemplateList>(sandbox, 'GET', `/kakao/v2/brand-templates${query}`)).body;

	it.each(Object.entries(SIZES))('stores a picture for %s under an id that fits into a message', async (type, [width, height]) => {
		const { status, body } = await upload(sandbox, type, png(width, height));
		expect([status, body.type]).toEqual([200, type]);
		expect(body.fileId).toMatch(/^ST01FZ\w{26}$/);
		const picture = await fetch(`${sandbox.urls.phone}/images/${body.fileId}`);
		expect([picture.status, picture.headers.get('Content-Type')]).toEqual([200, 'image/png']);
	});

	it.each([
		['that is no picture', 'BMS', new TextEncoder().encode('a poem'), 'InvalidFile'],
		['that is too narrow', 'BMS', png(499, 300), 'InvalidFile'],
		['in the wrong proportions', 'BMS_WIDE_MAIN_ITEM_LIST', jpeg(800, 600), 'InvalidFile'],
		['of more than 5 MB', 'BMS', Buffer.concat([png(800, 400), new Uint8Array(5 * 1024 * 1024)]), 'InvalidFile'],
		['of more than 500 KB as a thumbnail', 'KAKAO', Buffer.concat([png(800, 400), new Uint8Array(500 * 1024)]), 'InvalidFile'],
		['of an unknown type', 'POSTER', png(800, 400), 'ValidationError'],
	])('refuses a file %s', async (_case, type, bytes, errorCode) => {
		const { status, body } = await upload(sandbox, type, bytes);
		expect([status, body.errorCode]).toEqual([400, errorCode]);
	});

	it('takes base64 only, without a data address around it', async () => {
		const answer = await solapi(sandbox, 'POST', '/storage/v1/files', { file: `data:image/png;base64,${base64(png(800, 400))}`, type: 'BMS' });
		expect(answer.status).toBe(400);
	});

	it('does not count an upload as a send', async () => {
		await upload(sandbox, 'BMS', png(800, 400));
		const { body } = await control<{ dealers: { solapi: { sendRequests: number } } }>(sandbox, 'GET', '/api/stats');
		expect(body.dealers.solapi.sendRequests).toBe(0);
	});

	it('lists the brand templates of a channel with the fields of their layout', async () => {
		const { brandTemplateList: found } = await list(`?pfId=${SHOP.pfId}&limit=100`);
		expect(new Set(found.map(({ chatBubbleType }) => chatBubbleType)).size).toBe(8);
		const of = (code: string) => found.find(({ brandTemplateId }) => brandTemplateId === `KA01BP${code}`);
		expect(of('brand-bench')).toMatchObject({ status: 'ACTIVE', variables: [{ name: '#{이름}' }, { name: '#{항목}' }, { name: '#{번호}' }] });
		expect(of('brand-stopped')?.status).toBe('INACTIVE');
		expect(of('brand-commerce')).toMatchObject({ imageId: 'demo-product', commerce: { regularPrice: '#{정상가격}' }, buttons: [{ linkType: 'WL' }, {}] });
		expect(of('brand-wide-list')).toMatchObject({ mainWideItem: { imageId: 'demo-list-main' }, subWideItemList: [{}, {}, {}] });
		expect(of('brand-feed')).toMatchObject({ carousel: { list: [{ content: '#{이름}님, #{내용}', imageId: 'demo-feed-cup' }, {}], tail: { linkMobile: 'https://shop.example.com/news' } } });
	});

	it('pages and filters them', async () => {
		const first = await list('?limit=2');
		const second = await list(`?limit=2&startKey=${first.nextKey ?? ''}`);
		expect(second.brandTemplateList[0]?.brandTemplateId).toBe(first.nextKey);
		expect((await list('?chatBubbleType=COMMERCE')).brandTemplateList).toHaveLength(1);
		expect((await list('?status=INACTIVE')).brandTemplateList).toHaveLength(1);
		expect((await list(`?pfId=${CS_PFID}`)).brandTemplateList.map(({ brandTemplateId }) => brandTemplateId)).toEqual(['KA01BPbrand-cs-notice']);
		expect((await list('?brandTemplateId=KA01BPbrand-bench')).brandTemplateList).toHaveLength(1);
	});

	it('gives one of them, and an array of those that may be sent', async () => {
		const one = await solapi<Template>(sandbox, 'GET', '/kakao/v2/brand-templates/KA01BPbrand-bench');
		expect(one.body).toMatchObject({ brandTemplateId: 'KA01BPbrand-bench', pfId: SHOP.pfId, content: '#{이름}님, #{항목} 소식을 전해 드립니다.\n번호: #{번호}' });
		expect((await solapi(sandbox, 'GET', '/kakao/v2/brand-templates/KA01BPnone')).status).toBe(404);
		const sendable = await solapi<Template[]>(sandbox, 'GET', `/kakao/v2/brand-templates/sendable?pfId=${SHOP.pfId}`);
		expect(sendable.body.map(({ status }) => status)).not.toContain('INACTIVE');
		expect(sendable.body.length).toBeGreaterThanOrEqual(9);
	});
});
