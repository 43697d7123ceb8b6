import { SolapiMessageService } from 'solapi';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import { SHOP, benchText, benchValues, control, eventually, finished } from './support.mts';

/** SOLAPI's own SDK, as published, against the sandbox. Only the network below it is bent. */
describe("SOLAPI's own SDK cannot tell the sandbox from SOLAPI", () => {
	let sandbox: Sandbox;
	let service: SolapiMessageService;
	const realFetch = globalThis.fetch;

	beforeAll(async () => {
		// So long that a group is still on its way when it is sent a second time.
		sandbox = await startSandbox({ reportDelayMs: 1000 });
		// The SDK has the address of api.solapi.com built in, so the request is turned round on its way out.
		globalThis.fetch = (input, init) =>
			realFetch(typeof input === 'string' ? input.replace('https://api.solapi.com', sandbox.urls.solapi) : input, init);
		service = new SolapiMessageService(DEMO_CREDENTIALS.solapi.apiKey, DEMO_CREDENTIALS.solapi.apiSecret);
	});
	afterAll(async () => {
		globalThis.fetch = realFetch;
		await sandbox.close();
	});
	beforeEach(() => control(sandbox, 'POST', '/api/reset'));

	const inFuture = (ms: number) => new Date(Date.now() + ms).toISOString();
	const alimTalk = (to: string, extra: object = {}, options: object = {}) => ({
		to, from: '0212345678', ...extra,
		kakaoOptions: { pfId: SHOP.pfId, templateId: 'KA01TPbench-three', variables: benchValues, ...options },
	});

	it('delivers the rendered text to the phone, under the key the sender gave', async () => {
		const answer = await service.send(alimTalk('010-1234-5678', { customFields: { messageKey: 'order-1' } }), { showMessageList: true });
		expect(answer.failedMessageList).toEqual([]);
		expect(answer.groupInfo.count).toMatchObject({ total: 1, registeredSuccess: 1, registeredFailed: 0 });
		expect(answer.messageList).toMatchObject([{ statusCode: '2000', customFields: { messageKey: 'order-1' } }]);
		expect(await finished(sandbox, '01012345678')).toMatchObject({ state: 'delivered', messageKey: 'order-1', bubble: { text: benchText } });
	});

	it('tells apart who was accepted and who was not in one request', async () => {
		const answer = await service.send([
			alimTalk('01011110001', { customFields: { messageKey: 'a' } }),
			alimTalk('01011110002', { from: '0311112222', customFields: { messageKey: 'b' } }),
			alimTalk('01011110003', { customFields: { messageKey: 'c' } }, { variables: { 이름: '홍길동' } }),
			alimTalk('01011110001', { customFields: { messageKey: 'd' } }),
			alimTalk('01011110005', { customFields: { messageKey: 'e' } }, { templateId: 'KA01TPnone' }),
			alimTalk('01011110006', { customFields: { messageKey: 'f' } }, { pfId: 'PFnone' }),
			alimTalk('01011110007', { customFields: { messageKey: 'x'.repeat(101) } }),
		]);
		expect(answer.failedMessageList.map(({ statusCode, customFields }) => [customFields?.['messageKey'], statusCode])).toEqual([
			['b', '1062'], ['c', '1043'], ['d', '1026'], ['e', '1042'], ['f', '1041'], [undefined, '1032'],
		]);
		expect(answer.groupInfo.count).toMatchObject({ total: 7, registeredSuccess: 1, registeredFailed: 6 });
	});

	it('throws when nobody at all was accepted', async () => {
		await expect(service.send(alimTalk('01012345678', {}, { templateId: 'KA01TPcoupon-event' })))
			.rejects.toMatchObject({ _tag: 'MessageNotReceivedError', totalCount: 1 });
	});

	it('allows the same number twice only when asked to', async () => {
		const answer = await service.send([alimTalk('01012345678'), alimTalk('01012345678')], { allowDuplicates: true });
		expect(answer.groupInfo.count.registeredSuccess).toBe(2);
	});

	it('finds a message again by id, group and number, with its result', async () => {
		const { groupInfo, messageList = [] } = await service.send(
			[alimTalk('01000003019', { text: '대체 문자' }), alimTalk('01000003020', {}, { disableSms: true })], { showMessageList: true },
		);
		await finished(sandbox, '01000003020');
		const ids = messageList.map(({ messageId }) => messageId);
		const [first = '', second = ''] = ids;
		const byIds = await service.getMessages({ messageIds: ids });
		expect(byIds.messageList[first]).toMatchObject({ statusCode: '4000', replacement: true, type: 'SMS', text: '대체 문자' });
		expect(byIds.messageList[second]).toMatchObject({ statusCode: '3107', replacement: false, status: 'COMPLETE' });
		expect(Object.keys((await service.getMessages({ to: '01000003020' })).messageList)).toEqual([second]);
		expect(Object.keys((await service.getGroupMessages(groupInfo.groupId)).messageList)).toEqual(ids);
		const group = await eventually(async () => {
			const found = await service.getGroup(groupInfo.groupId);
			return found.status === 'COMPLETE' && found;
		});
		expect(group.count).toMatchObject({ sentSuccess: 1, sentFailed: 1, sentReplacement: 1, sentPending: 0 });
	});

	it('pages through a long list without losing or repeating a message', async () => {
		await service.send(Array.from({ length: 45 }, (_, i) => alimTalk(`010222200${String(i).padStart(2, '0')}`)));
		const seen: string[] = [];
		let startKey: string | null | undefined;
		do {
			const page = await service.getMessages({ limit: 20, ...(startKey && { startKey }) });
			seen.push(...Object.keys(page.messageList));
			startKey = page.nextKey;
		} while (startKey);
		expect(seen).toHaveLength(45);
		expect(new Set(seen).size).toBe(45);
	});

	it('collects a group, sends it once, and refuses to send it a second time', async () => {
		const groupId = await service.createGroup();
		const added = await service.addMessagesToGroup(groupId, [alimTalk('01033330001'), alimTalk('01033330002')]);
		expect(added.resultList.map(({ statusCode }) => statusCode)).toEqual(['2000', '2000']);
		expect(sandbox.world.messages).toHaveLength(0);
		expect((await service.sendGroup(groupId)).status).toBe('SENDING');
		await expect(service.sendGroup(groupId)).rejects.toMatchObject({ errorCode: 'GroupInProcessing', httpStatus: 409 });
		await finished(sandbox, '01033330002');
		await expect(service.sendGroup(groupId)).rejects.toMatchObject({ errorCode: 'AlreadySent' });
		expect(sandbox.world.messages).toHaveLength(2);
	});

	it('holds a reservation and lets it be cancelled', async () => {
		const { groupInfo } = await service.send(alimTalk('01012345678'), { scheduledDate: inFuture(3_600_000) });
		expect(groupInfo.status).toBe('SCHEDULED');
		expect(sandbox.world.messages[0]?.state).toBe('scheduled');
		expect((await service.removeReservationToGroup(groupInfo.groupId)).status).toBe('FAILED');
		expect(sandbox.world.messages[0]?.state).toBe('canceled');
		const { groupList } = await service.getGroups({ groupId: groupInfo.groupId });
		expect(Object.values(groupList)).toMatchObject([{ status: 'FAILED' }]);
	});

	it('sends at once when the reserved time has passed, and not at all beyond six months', async () => {
		expect((await service.send(alimTalk('01012345678'), { scheduledDate: inFuture(-60_000) })).groupInfo.status).toBe('SENDING');
		await expect(service.send(alimTalk('01012345678'), { scheduledDate: inFuture(200 * 86_400_000) }))
			.rejects.toMatchObject({ errorCode: 'ValidationError' });
	});

	it('lists balance, channels and templates in the shapes the SDK insists on', async () => {
		expect((await service.getBalance()).balance).toBe(1_000_000);
		const channels = await service.getKakaoChannels({ searchId: SHOP.searchId });
		expect(channels.channelList.map(({ channelId }) => channelId)).toEqual([SHOP.pfId]);
		const { templateList } = await service.getKakaoAlimtalkTemplates({ channelId: SHOP.pfId, status: 'APPROVED', name: { like: '예약' } });
		expect(templateList).toMatchObject([{ name: '예약 확정 안내', emphasizeType: 'ITEM_LIST', item: { list: [{ title: '예약일시' }, {}, {}] } }]);
		const one = await service.getKakaoAlimtalkTemplate('KA01TPbench-three');
		expect(one.variables).toEqual([{ name: '#{이름}' }, { name: '#{항목}' }, { name: '#{번호}' }]);
		expect((await service.getKakaoAlimtalkTemplates({ limit: 100 })).templateList.length).toBeGreaterThanOrEqual(10);
	});
});
