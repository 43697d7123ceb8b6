import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import {
	BENCH, CS_PFID, LAYOUTS, button, contents, coupon, free, pictureFor, templated, type Group, type SendAnswer,
} from './brandSolapiSupport.mts';
import { SHOP, control, finished, solapi } from './support.mts';

interface Row {
	type: string;
	statusCode: string;
	replacement: boolean;
	kakaoOptions: { templateId: string | null; bms?: object };
}

describe('Brand Message at SOLAPI', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ reportDelayMs: 20, night: 'never' });
	});
	afterAll(() => sandbox.close());
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const sendAll = async (messages: object[], extra: object = {}) =>
		(await solapi<SendAnswer>(sandbox, 'POST', '/messages/v4/send-many/detail', { messages, showMessageList: true, ...extra })).body;
	const refusal = async (message: object) => (await sendAll([message])).failedMessageList[0];
	const rowOf = async (to: string) =>
		Object.values((await solapi<{ messageList: Record<string, Row> }>(sandbox, 'GET', `/messages/v4/list?to=${to}`)).body.messageList)[0];

	it.each(LAYOUTS)('delivers a free-form message of layout %s as it was sent', async (layout) => {
		const { text, bms } = { text: undefined, ...(await contents(sandbox))[layout] };
		const answer = await sendAll([free(layout, bms, { text })]);
		expect(answer.failedMessageList).toEqual([]);
		expect(answer.groupInfo.countForCharge).toMatchObject({ bms_free: { '82': 1 }, ata: {} });
		const message = await finished(sandbox, '01012345678');
		expect(message).toMatchObject({ state: 'delivered', targeting: 'I', templateCode: '', bubble: { kind: 'brand', layout } });
		expect((await control<object[]>(sandbox, 'GET', '/api/messages?dealer=solapi')).body).toMatchObject([{ id: message.id }]);
		if (text) expect(message.bubble.text).toBe(text);
	});

	it('shows what was uploaded, under the button names the sender gave', async () => {
		const { COMMERCE, WIDE_ITEM_LIST } = await contents(sandbox);
		await sendAll([free('COMMERCE', COMMERCE.bms), free('WIDE_ITEM_LIST', WIDE_ITEM_LIST.bms, { to: '01011110002' })]);
		expect((await finished(sandbox, '01012345678')).bubble).toMatchObject({
			imageUrl: `${sandbox.urls.phone}/images/${COMMERCE.bms.imageId}`, additional: '내일 도착',
			commerce: { regularPrice: 30_000, discountPrice: 24_000, discountRate: 20, discountFixed: null },
			buttons: [{ type: 'WL', name: '보러 가기', linkMobile: 'https://shop.example.com/sale' }],
		});
		expect((await finished(sandbox, '01011110002')).bubble).toMatchObject({ items: [{ title: null }, { title: '컵' }, { title: '셔츠' }, { title: '등' }] });
	});

	it('fills a template and notes its own type for it', async () => {
		expect((await sendAll([templated('KA01BPbrand-bench', BENCH)])).failedMessageList).toEqual([]);
		expect(await finished(sandbox, '01012345678')).toMatchObject({
			templateCode: 'brand-bench', bubble: { text: '홍길동님, 세일 소식을 전해 드립니다.\n번호: B-1' },
		});
		expect(await rowOf('01012345678')).toMatchObject({
			type: 'BMS_TEXT', statusCode: '4000', kakaoOptions: { templateId: 'KA01BPbrand-bench', bms: { targeting: 'I' } },
		});
	});

	it('takes one of three price combinations for a template with prices', async () => {
		const values = { '#{상품}': '무드등', '#{도착일}': '내일', '#{상품번호}': 'L1', '#{정상가격}': '30000', '#{할인가격}': '24000' };
		const answer = await sendAll([
			templated('KA01BPbrand-commerce', { ...values, '#{할인율}': '20' }, {}, { to: '01011110001' }),
			templated('KA01BPbrand-commerce', { ...values, '#{할인율}': 'twenty' }, {}, { to: '01011110002' }),
			templated('KA01BPbrand-commerce', values, {}, { to: '01011110003' }),
		]);
		expect(answer.failedMessageList.map(({ to, statusCode }) => [to, statusCode])).toEqual([['01011110002', '1043'], ['01011110003', '1043']]);
	});

	it('lets a client tell a free-form message from a template', async () => {
		await sendAll([free('TEXT', {}, { text: '세일' })]);
		const row = await rowOf('01012345678');
		expect(row).toMatchObject({ type: 'BMS_FREE', kakaoOptions: { templateId: null, bms: { targeting: 'I', chatBubbleType: 'TEXT' } } });
	});

	it.each([
		['without its text', () => free('TEXT', {}), '1010'],
		['without a targeting', () => free('TEXT', { targeting: undefined }, { text: 'a' }), '1010'],
		['with a field of another layout', () => free('TEXT', { header: '머리' }, { text: 'a' }), '1011'],
		['with a coupon in words of its own', () => free('TEXT', { coupon: { ...coupon, title: '잘못된 쿠폰' } }, { text: 'a' }), '1011'],
		['with a button name beyond 14 characters', () => free('TEXT', { buttons: [{ ...button, name: '가'.repeat(15) }] }, { text: 'a' }), '1011'],
		['with five buttons beside a coupon', () => free('TEXT', { coupon, buttons: Array(5).fill(button) }, { text: 'a' }), '1011'],
		['with a link that is none', () => free('TEXT', { buttons: [{ ...button, linkMobile: 'shop' }] }, { text: 'a' }), '1011'],
		['with a text beyond 1,300 characters', () => free('TEXT', {}, { text: '가'.repeat(1301) }), '1031'],
		['with a picture that nobody uploaded', () => free('IMAGE', { imageId: 'ST01FZ0000' }, { text: 'a' }), '1034'],
		['with one card in a carousel', () => free('CAROUSEL_FEED', { carousel: { list: [{ header: 'a', content: 'b', imageId: 'c', buttons: [button] }] } }), '1011'],
		['on a channel that does not exist', () => free('TEXT', {}, { text: 'a' }, 'PFnone'), '1041'],
		['to strangers on a channel without approval', () => free('TEXT', { targeting: 'M' }, { text: 'a' }, CS_PFID), '1011'],
		['of a type that SOLAPI does not know', () => free('TEXT', {}, { text: 'a', type: 'BMS_POEM' }), '1025'],
		['of a template that is stopped', () => templated('KA01BPbrand-stopped', { '#{이름}': 'a' }), '1042'],
		['of a template of another channel', () => templated('KA01BPbrand-cs-notice', {}), '1042'],
		['of a template under the id of an AlimTalk', () => templated('KA01TPbrand-bench', BENCH), '1042'],
		['of a template with a value missing', () => templated('KA01BPbrand-bench', { '#{이름}': '홍길동' }), '1043'],
		['of a template without the braces', () => templated('KA01BPbrand-bench', { 이름: '홍길동', 항목: 'a', 번호: '1' }), '1043'],
		['of a template of another type', () => templated('KA01BPbrand-bench', BENCH, {}, { type: 'BMS_IMAGE' }), '1025'],
		['of a template with a text of its own', () => templated('KA01BPbrand-bench', BENCH, { bms: { targeting: 'I', content: 'a' } }), '1011'],
	])('does not register a message %s', async (_case, message, statusCode) => {
		expect(await refusal(message())).toMatchObject({ statusCode });
		expect(sandbox.world.messages).toHaveLength(0);
		expect(sandbox.world.refused).toHaveLength(1);
	});

	it('says against a free-form message what the server says', async () => {
		const failed = await refusal(free('TEXT', { coupon: { ...coupon, description: '열세 글자가 되는 쿠폰 설명' } }, { text: 'a' }));
		expect(failed).toMatchObject({ type: 'BMS_FREE', statusMessage: '쿠폰 설명은 최대 12자 이하로 입력해주세요.' });
	});

	it('refuses a picture that was uploaded for another layout', async () => {
		const imageId = await pictureFor(sandbox, 'BMS_WIDE');
		expect(await refusal(free('IMAGE', { imageId }, { text: 'a' }))).toMatchObject({ statusCode: '1034' });
	});

	it('refuses a mistyped field of bms as a whole', async () => {
		const answer = await solapi<{ errorCode: string }>(sandbox, 'POST', '/messages/v4/send-many/detail', { messages: [free('TEXT', { contents: 'a' })] });
		expect([answer.status, answer.body.errorCode]).toEqual([400, 'ValidationError']);
	});

	it('replaces a free-form message by SMS when asked to, a template never', async () => {
		const from = '0212345678';
		const wish = free('TEXT', {}, { to: '01000003019', from, text: '주말 세일' });
		await sendAll([
			{ ...wish, kakaoOptions: { ...wish.kakaoOptions, disableSms: false } },
			templated('KA01BPbrand-bench', BENCH, { disableSms: false }, { to: '01000003018', from, text: '대체 문자' }),
		]);
		expect(await finished(sandbox, '01000003019')).toMatchObject({ state: 'fallbackDelivered', fallback: { type: 'SMS', text: '주말 세일' } });
		expect(await finished(sandbox, '01000003018')).toMatchObject({ state: 'failed', fallback: null });
		expect(await rowOf('01000003019')).toMatchObject({ type: 'SMS', replacement: true });
	});

	it('tells who is no friend and when it is night', async () => {
		await sendAll([free('TEXT', {}, { to: '01000002001', text: 'a' })]);
		await finished(sandbox, '01000002001');
		expect(await rowOf('01000002001')).toMatchObject({ statusCode: '3102' });
		await control(sandbox, 'POST', '/api/night', { mode: 'always' });
		await sendAll([free('TEXT', {}, { to: '01011110001', text: 'a' })]);
		await finished(sandbox, '01011110001');
		expect(await rowOf('01011110001')).toMatchObject({ statusCode: '3108' });
	});

	it('reaches strangers from an approved channel, with the number to object', async () => {
		await sendAll([free('TEXT', { targeting: 'N' }, { to: '01000002001', text: 'a' })]);
		expect(await finished(sandbox, '01000002001')).toMatchObject({ state: 'delivered', targeting: 'N', bubble: { optOut: { number: '080-123-4567' } } });
	});

	it('collects ten thousand messages with values of their own, and cancels them in one go', async () => {
		const group = await solapi<Group>(sandbox, 'POST', '/messages/v4/groups', { allowDuplicates: false });
		const messages = Array.from({ length: 10_000 }, (_, i) => templated('KA01BPbrand-bench', { ...BENCH, '#{번호}': `B-${i}` }, {}, { to: `0103${String(i).padStart(7, '0')}` }));
		const path = `/messages/v4/groups/${group.body.groupId}`;
		const added = await solapi<{ errorCount: number; resultList: { type: string }[] }>(sandbox, 'PUT', `${path}/messages`, { messages });
		expect([added.body.errorCount, added.body.resultList.length, added.body.resultList[0]?.type]).toEqual([0, 10_000, 'BMS_TEXT']);
		await solapi(sandbox, 'POST', `${path}/schedule`, { scheduledDate: new Date(Date.now() + 3_600_000).toISOString() });
		expect(sandbox.world.messages[9_999]).toMatchObject({ state: 'scheduled', bubble: { text: '홍길동님, 세일 소식을 전해 드립니다.\n번호: B-9999' } });
		expect((await solapi<Group>(sandbox, 'DELETE', `${path}/schedule`)).body.status).toBe('FAILED');
		expect(sandbox.world.messages.every(({ state }) => state === 'canceled')).toBe(true);
		expect((await control<{ largestBatch: number }>(sandbox, 'GET', '/api/stats')).body.largestBatch).toBe(10_000);
	});

	it('fills variables in links of free-form messages, and leaves what has no value for all to see', async () => {
		const message = free('TEXT', { buttons: [{ ...button, linkMobile: 'https://shop.example.com/#{회원}' }] }, { text: '#{이름}님, #{없음}' });
		await sendAll([{ ...message, kakaoOptions: { ...message.kakaoOptions, variables: { '#{이름}': '홍길동', '#{회원}': '77' } } }]);
		expect((await finished(sandbox, '01012345678')).bubble).toMatchObject({
			text: '홍길동님, #{없음}', buttons: [{ linkMobile: 'https://shop.example.com/77' }],
		});
	});

	it('registers the good ones of a mixed request', async () => {
		const answer = await sendAll([
			templated('KA01BPbrand-bench', BENCH, {}, { to: '01011110001' }),
			{ to: '01011110002', kakaoOptions: { pfId: SHOP.pfId, templateId: 'KA01TPbench-three', disableSms: true, variables: BENCH } },
			templated('KA01BPbrand-bench', {}, {}, { to: '01011110003' }),
			free('TEXT', {}, { to: '01011110001', text: 'a' }),
		]);
		expect(answer.groupInfo.count).toMatchObject({ total: 4, registeredSuccess: 2, registeredFailed: 2 });
		expect(answer.failedMessageList.map(({ statusCode }) => statusCode)).toEqual(['1043', '1026']);
		expect(answer.groupInfo.countForCharge).toMatchObject({ ata: { '82': 1 }, bms_text: { '82': 1 } });
	});
});
