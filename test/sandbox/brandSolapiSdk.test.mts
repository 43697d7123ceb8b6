import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SolapiMessageService } from 'solapi';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { png } from './brandNhnSupport.mts';
import { SIZES } from './brandSolapiSupport.mts';
import { SHOP, control, finished } from './support.mts';

/** SOLAPI's own SDK, as published, against the sandbox. Only the network below it is bent. */
describe("SOLAPI's own SDK sends Brand Messages through the sandbox", () => {
	let sandbox: Sandbox;
	let service: SolapiMessageService;
	let folder: string;
	const realFetch = globalThis.fetch;

	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20, night: 'never' });
		// The SDK has the address of api.solapi.com built in, so the request is turned round on its way out.
		globalThis.fetch = (input, init) =>
			realFetch(typeof input === 'string' ? input.replace('https://api.solapi.com', sandbox.urls.solapi) : input, init);
		service = new SolapiMessageService(DEMO_CREDENTIALS.solapi.apiKey, DEMO_CREDENTIALS.solapi.apiSecret);
		folder = await mkdtemp(join(tmpdir(), 'brand-solapi-'));
	});
	afterAll(async () => {
		globalThis.fetch = realFetch;
		await rm(folder, { recursive: true });
		await sandbox.close();
	});
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const pictureFor = async (type: keyof typeof SIZES): Promise<string> => {
		const [width, height] = SIZES[type];
		const file = join(folder, `${type}.png`);
		await writeFile(file, png(width, height));
		return (await service.uploadFile(file, type)).fileId;
	};
	const link = { linkMobile: 'https://example.com/product' };
	const common = { to: '01012345678', from: '0212345678', type: 'BMS_FREE' as const };
	const bms = <Layout extends string>(chatBubbleType: Layout) => ({ targeting: 'I' as const, chatBubbleType });

	it('uploads a picture and sells something with it', async () => {
		const imageId = await pictureFor('BMS');
		const answer = await service.send({
			...common,
			kakaoOptions: {
				pfId: SHOP.pfId,
				bms: {
					...bms('COMMERCE'), imageId, commerce: { title: '프리미엄 무선 이어폰', regularPrice: 89_000 },
					buttons: [{ linkType: 'WL', name: '상품 보기', ...link }],
				},
			},
		}, { showMessageList: true });
		expect(answer.failedMessageList).toEqual([]);
		expect(await finished(sandbox, '01012345678')).toMatchObject({ state: 'delivered', bubble: { layout: 'COMMERCE', commerce: { regularPrice: 89_000 } } });
		const { messageList } = await service.getMessages({ to: '01012345678' });
		expect(Object.values(messageList)).toMatchObject([{ type: 'BMS_FREE', statusCode: '4000' }]);
	});

	it('sends a list with a main picture and three smaller ones', async () => {
		const [main, sub] = [await pictureFor('BMS_WIDE_MAIN_ITEM_LIST'), await pictureFor('BMS_WIDE_SUB_ITEM_LIST')];
		await service.send({
			...common,
			kakaoOptions: {
				pfId: SHOP.pfId,
				bms: {
					...bms('WIDE_ITEM_LIST'), header: '이번 주 베스트', mainWideItem: { title: '원두', imageId: main, ...link },
					subWideItemList: ['캡슐', '필터', '텀블러'].map((title) => ({ title, imageId: sub, ...link })),
				},
			},
		});
		expect((await finished(sandbox, '01012345678')).bubble).toMatchObject({ header: '이번 주 베스트', items: [{ title: '원두' }, {}, {}, { title: '텀블러' }] });
	});

	it('fills a template, once it is told the layout that the SDK insists on', async () => {
		await service.send({
			to: '01012345678',
			kakaoOptions: { pfId: SHOP.pfId, templateId: 'KA01BPbrand-bench', variables: { 이름: '홍길동', 항목: '세일', 번호: '1' }, bms: bms('TEXT') },
		});
		expect((await finished(sandbox, '01012345678')).bubble.text).toBe('홍길동님, 세일 소식을 전해 드립니다.\n번호: 1');
	});

	it('throws when the sandbox registers nothing', async () => {
		await expect(service.send({ ...common, text: 'a', kakaoOptions: { pfId: SHOP.pfId, bms: { ...bms('IMAGE'), imageId: 'nobody-has-it' } } }))
			.rejects.toMatchObject({ _tag: 'MessageNotReceivedError', failedMessageList: [{ statusCode: '1034' }] });
	});
});
