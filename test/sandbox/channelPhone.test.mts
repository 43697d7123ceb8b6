import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHANNEL, phoneOn } from './chatbotPhoneSupport.mts';
import { chatOf, listenAt, listener, write, type Listener } from './consultSupport.mts';
import { behave, hook, kapi, relate } from './developersSupport.mts';
import { brandBubble } from './phoneBubbles.mts';
import { NUMBER, PhonePage, SOON, STARTING_MS } from './phonePage.mts';
import { control, eventually } from './support.mts';

interface Told { event: string; id: string; channel_uuid: string }

/** What a person can do with a channel, and what Kakao Developers makes of it, on the phone page in a real browser. */
describe('friends of a channel on the phone page', () => {
	let phones: PhonePage;
	let app: Listener;
	let delayMs = 0;
	beforeAll(async () => {
		phones = await PhonePage.start();
	}, STARTING_MS);
	afterAll(() => phones?.stop());
	beforeEach(async () => {
		await control(phones.sandbox, 'POST', '/api/reset');
		delayMs = 0;
		app = await listener(() => ({ delayMs, body: 'thanks' }));
		await hook(phones.sandbox, 'channel', app.url);
		return () => app.close();
	});

	const eye = () => phoneOn(phones);
	const at = (id: string) => eye().at(id);
	const told = () => app.bodies<Told>().map(({ event, channel_uuid }) => `${event} ${channel_uuid}`);
	const relation = () => at('relation').getAttribute('data-relation');
	const yes = () => phones.page.getByTestId('confirm-yes').click();
	const relationOf = async (channel = CHANNEL) => {
		const { body } = await control<{ channel: string; relation: string }[]>(phones.sandbox, 'GET', `/api/channel/relations?number=${NUMBER}`);
		return body.find((item) => item.channel === channel)?.relation;
	};
	const inspect = async (tab: string) => {
		if ((await phones.page.getByTestId('inspector').count()) === 0) await phones.page.getByTestId('inspector-toggle').click();
		await phones.page.getByTestId(`tab-${tab}`).click();
	};

	it.each([1180, 390])('blocks, unblocks and adds a channel from its room, and the app hears what Kakao tells of it, %i px wide', async (width) => {
		await eye().enter(width);
		await at('room-menu').click();
		expect(await relation()).toBe('ADDED');
		await at('block').click();
		await yes();
		await at('blocked').waitFor();
		expect(await at('composer').count()).toBe(0);
		expect(await at('relation-mark').textContent()).toBe('차단함');
		await eventually(() => told().length === 1);
		await at('unblock').click();
		await at('composer').waitFor();
		expect(await at('relation-mark').textContent()).toBe('친구 아님');
		await at('room-menu').click();
		await at('add-channel').click();
		await expect.poll(() => at('relation-mark').count(), SOON).toBe(0);
		await eventually(() => told().length === 2);
		expect(told()).toEqual([`blocked ${CHANNEL}`, `added ${CHANNEL}`]);
		expect(await eye().overflows()).toBe(false);
	});

	it('does so too for a channel whose room was never opened', async () => {
		await eye().look();
		await eye().pick('@kakaoshop_talk');
		await at('block').click();
		await yes();
		await expect.poll(relation, SOON).toBe('BLOCKED');
		await at('add-channel').click();
		await expect.poll(relation, SOON).toBe('ADDED');
		await eventually(() => told().length === 2);
		expect(told()).toEqual(['blocked @kakaoshop_talk', 'added @kakaoshop_talk']);
		expect(await relationOf()).toBe('ADDED');
	});

	it('ends an open consult by blocking, which the app hears as well as the hub', async () => {
		const hub = await listener();
		await listenAt(phones.sandbox, 'happyTalk', hub.url);
		await write(phones.sandbox, CHANNEL, '안녕하세요', NUMBER);
		await eye().enter();
		await at('room-menu').click();
		await at('block').click();
		await yes();
		await at('blocked').waitFor();
		await eventually(() => hub.bodies('/expired_session').length === 1);
		await eventually(() => told().length === 1);
		expect(await relationOf()).toBe('BLOCKED');
		expect((await chatOf(phones.sandbox, CHANNEL, NUMBER)).blockedByCustomer).toBe(true);
		await hub.close();
	});

	it('frees a room that was blocked without a word to the app', async () => {
		await control(phones.sandbox, 'POST', '/api/consult/block', { number: NUMBER, channel: CHANNEL, blocked: true });
		await control(phones.sandbox, 'PUT', `/api/phones/${NUMBER}`, { friend: false });
		await eye().enter();
		await at('unblock').click();
		await at('composer').waitFor();
		expect((await chatOf(phones.sandbox, CHANNEL, NUMBER)).blockedByCustomer).toBe(false);
	});

	it('offers a stranger to add the channel above the room, until it is added', async () => {
		await control(phones.sandbox, 'PUT', `/api/phones/${NUMBER}`, { friend: false });
		await eye().enter();
		await at('banner-add').click();
		await expect.poll(() => at('stranger-banner').count(), SOON).toBe(0);
		await eventually(() => told().length === 1);
		expect(await relationOf('@kakaoshop_cs')).toBe('NONE');
	});

	it('adds the channel by the button of an advertisement, which then goes away', async () => {
		await control(phones.sandbox, 'PUT', `/api/phones/${NUMBER}`, { friend: false });
		phones.send(brandBubble('TEXT', { text: '친구가 되어 주세요', buttons: [{ type: 'AC', name: '채널 추가' }] }), { targeting: 'M' });
		await phones.show();
		await at('bubble-button').click();
		await at('sheet-add-channel').click();
		await expect.poll(() => at('bubble-button').count(), SOON).toBe(0);
		await eventually(() => told().includes(`added ${CHANNEL}`));
	});

	it('follows what changes elsewhere: another call, or the friend switch of the phone', async () => {
		await eye().enter();
		await relate(phones.sandbox, 'BLOCKED', NUMBER);
		await at('blocked').waitFor();
		await at('phone-settings').click();
		await at('switch-friend').click();
		await at('sheet-close').click();
		await expect.poll(() => at('relation-mark').textContent(), SOON).toBe('친구 아님');
	});

	it('says why somebody without KakaoTalk can add nothing', async () => {
		await control(phones.sandbox, 'PUT', `/api/phones/${NUMBER}`, { kakaoUser: false, friend: false });
		await eye().enter();
		await at('banner-add').click();
		await expect.poll(() => at('toast').textContent(), SOON).toContain('has no KakaoTalk');
		expect(await relationOf()).toBe('NONE');
	});

	it('lists the webhooks: where they went, what was answered, and who was too late', async () => {
		await eye().look();
		await inspect('webhooks');
		const item = () => phones.page.getByTestId('webhook-item').first();
		await relate(phones.sandbox, 'BLOCKED', NUMBER);
		await expect.poll(() => phones.page.getByTestId('webhook-item').count(), SOON).toBe(1);
		expect(await item().getAttribute('data-status')).toBe('200');
		await item().getByTestId('webhook-details').click();
		expect(await item().textContent()).toContain(`"channel_uuid":"${CHANNEL}"`);
		expect(await item().textContent()).toContain('thanks');
		await behave(phones.sandbox, { answerWithinMs: 100 });
		delayMs = 1000;
		await relate(phones.sandbox, 'ADDED', NUMBER);
		await expect.poll(() => item().getAttribute('data-problem'), SOON).toBe('late');
		expect(await item().getAttribute('data-kind')).toBe('added');
	});

	it('takes the webhook\'s address as the console does, and takes it away again', async () => {
		await hook(phones.sandbox, 'channel', '');
		await eye().look();
		await inspect('webhooks');
		const field = phones.page.getByTestId('channel-webhook');
		const save = phones.page.getByTestId('channel-webhook-save');
		await field.fill('no address');
		await save.click();
		await expect.poll(() => phones.page.locator('.webhook-settings [role=alert]').count(), SOON).toBe(1);
		await field.fill(app.url);
		await save.click();
		await expect.poll(() => save.isDisabled(), SOON).toBe(true);
		await relate(phones.sandbox, 'BLOCKED', NUMBER);
		await eventually(() => told().length === 1);
		await field.fill('');
		await save.click();
		await expect.poll(async () => (await control<{ webhooks: object }>(phones.sandbox, 'GET', '/api/developers')).body.webhooks, SOON).toMatchObject({ channel: null });
	});

	it('shows the customer files with their columns, and rows as they come in', async () => {
		await eye().look();
		await inspect('files');
		expect(await phones.page.getByTestId('customer-file').count()).toBe(0);
		const made = await kapi<{ file_id: number }>(phones.sandbox, '/v1/talkchannel/create/target_user_file', undefined, {
			channel_public_id: '_xkShop', file_name: '단골 고객', schema: { 생년월일: 'string', 구매금액: 'number' },
		});
		const file = phones.page.getByTestId('customer-file');
		await expect.poll(() => file.getByTestId('file-column').allTextContents(), SOON).toEqual(['생년월일 문자', '구매금액 숫자']);
		const users = [{ id: '821055551234', field: { 생년월일: '1990-03-05', 구매금액: 24900 } }];
		await kapi(phones.sandbox, '/v1/talkchannel/update/target_users', undefined, { file_id: made.body.file_id, channel_public_id: '_xkShop', user_type: 'phone', users });
		await expect.poll(() => file.getByTestId('file-row').allTextContents(), SOON).toEqual(['010-5555-12341990-03-0524,900']);
		expect(await file.getByTestId('file-count').textContent()).toBe('고객 1명');
		await phones.page.getByTestId('clear-all').click();
		await yes();
		await expect.poll(() => file.count(), SOON).toBe(0);
	});
});
