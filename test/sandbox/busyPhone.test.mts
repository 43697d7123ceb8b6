import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { botId, setBot } from './chatbotSupport.mts';
import { phoneOn } from './chatbotPhoneSupport.mts';
import { answersIn, chatOf, DESK, write } from './consultSupport.mts';
import { addChannel, brandBubble } from './phoneBubbles.mts';
import { NUMBER, PhonePage, SOON, STARTING_MS } from './phonePage.mts';
import { control, eventually } from './support.mts';

const CHANNEL = '@kakaoshop';
const FIRST = 'http://127.0.0.1:9/first';
const SECOND = 'http://127.0.0.1:9/second';

/** What somebody does on the phone page while the server takes its time. */
describe('the phone page on a busy machine', () => {
	let phones: PhonePage;
	beforeAll(async () => {
		phones = await PhonePage.start();
	}, STARTING_MS);
	afterAll(() => phones?.stop());
	beforeEach(async () => {
		await control(phones.sandbox, 'POST', '/api/reset');
		return () => phones.holdNothing();
	});

	const eye = () => phoneOn(phones);
	const at = (id: string) => eye().at(id);
	const onPage = (id: string) => phones.page.getByTestId(id);
	const add = async (number: string): Promise<void> => {
		await onPage('add-phone').fill(number);
		await onPage('add-phone').press('Enter');
	};

	it('brings nothing back that was cleared while the page was looking', async () => {
		await write(phones.sandbox, CHANNEL, '안녕하세요', NUMBER);
		await phones.show();
		await at('consult-bubble').waitFor();
		const chats = await phones.holdBack('GET', '/api/consult/chats');
		await control(phones.sandbox, 'PUT', `/api/phones/${NUMBER}`, {});
		await chats.given();
		await control(phones.sandbox, 'POST', '/api/reset');
		await eye().phone().waitFor({ state: 'detached' });
		const next = await phones.holdBack('GET', '/api/night');
		chats.letGo();
		await next.given();
		await add(NUMBER);
		await eye().phone().waitFor();
		expect(await at('consult-bubble').count()).toBe(0);
		next.letGo();
	});

	it('clears once, however often one clicks', async () => {
		let resets = 0;
		const count = (request: { url(): string }): number => (request.url().endsWith('/api/reset') ? ++resets : resets);
		await phones.show();
		phones.page.on('request', count);
		const reset = await phones.holdBack('POST', '/api/reset');
		await onPage('clear-all').click();
		await onPage('confirm-yes').dblclick();
		await reset.given();
		await phones.page.keyboard.press('Escape');
		expect(await onPage('confirm-yes').isDisabled()).toBe(true);
		reset.letGo();
		await onPage('confirm-yes').waitFor({ state: 'detached' });
		phones.page.off('request', count);
		expect(resets).toBe(1);
	});

	it('keeps the number that is typed while another one is being added', async () => {
		await phones.show();
		const saved = await phones.holdBack('PUT', '/api/phones/01055550001');
		await add('01055550001');
		await saved.given();
		await onPage('add-phone').fill('0105555');
		saved.letGo();
		await phones.page.locator('[data-testid=phone][data-number="01055550001"]').waitFor();
		expect(await onPage('add-phone').inputValue()).toBe('0105555');
	});

	it('keeps the address that is typed while another one is being saved', async () => {
		await setBot(phones.sandbox, { skillUrl: null });
		await eye().enterBot();
		await at('bot-settings-toggle').click();
		const saved = await phones.holdBack('PUT', `/api/chatbot/bots/${botId}`);
		await at('skill-url').fill(FIRST);
		await at('skill-url-save').click();
		await saved.given();
		await at('skill-url').fill(SECOND);
		saved.letGo();
		phones.send(brandBubble('TEXT', { text: '주말 할인' }));
		await at('room').first().waitFor();
		expect(await at('skill-url').inputValue()).toBe(SECOND);
		await at('skill-url-save').click();
		await eventually(() => at('skill-url-save').isDisabled());
		const { body } = await control<{ id: string; skillUrl: string }[]>(phones.sandbox, 'GET', '/api/chatbot/bots');
		expect(body.find(({ id }) => id === botId)?.skillUrl).toBe(SECOND);
	});

	it('keeps what an agent types while the last answer is on its way', async () => {
		await write(phones.sandbox, CHANNEL, '계신가요?', NUMBER);
		await phones.show();
		await at('agent-toggle').click();
		const sent = await phones.holdBack('POST', '/api/consult/agent');
		await at('agent-answer').fill('네.');
		await at('agent-send').click();
		await sent.given();
		await at('agent-answer').fill('말씀하세요.');
		const answered = phones.page.waitForResponse((response) => response.url().endsWith('/api/consult/agent'));
		sent.letGo();
		await answered;
		await at('agent-send').click();
		const said = () => eye().phone().locator('[data-testid=consult-bubble][data-from=agent] [data-testid=consult-text]').allTextContents();
		await expect.poll(said, SOON).toEqual(['네.', '말씀하세요.']);
	});

	it('gives an agent back what was being typed when a customer\'s message in another channel took the field away', async () => {
		await write(phones.sandbox, CHANNEL, '교환하고 싶어요', NUMBER);
		await phones.show();
		await at('agent-toggle').click();
		await at('agent-answer').fill('어떤 상품인지');
		await write(phones.sandbox, DESK.channel, '배송은 언제 되나요?', NUMBER);
		const answering = () => at('agent').getAttribute('data-channel');
		await expect.poll(answering, SOON).toBe(DESK.channel);
		expect(await at('agent-answer').inputValue()).toBe('');
		await at('agent-toggle').click();
		await at('agent-answer').fill('내일');
		await at('room').and(phones.page.locator(`[data-room="${CHANNEL}"]`)).click();
		await expect.poll(answering, SOON).toBe(CHANNEL);
		expect(await at('agent-answer').isVisible()).toBe(true);
		expect(await at('agent-answer').inputValue()).toBe('어떤 상품인지');
		await at('agent-send').click();
		await expect.poll(async () => answersIn(await chatOf(phones.sandbox, CHANNEL, NUMBER)), SOON).toMatchObject([{ text: '어떤 상품인지' }]);
		expect(await at('agent-answer').inputValue()).toBe('');
		await at('room').and(phones.page.locator(`[data-room="${DESK.channel}"]`)).click();
		await expect.poll(answering, SOON).toBe(DESK.channel);
		expect(await at('agent-answer').inputValue()).toBe('내일');
	});

	it('does not turn a setting back that was changed while the page was looking', async () => {
		await eye().look();
		await at('phone-settings').click();
		const old = await phones.holdBack('GET', '/api/phones');
		const oldNight = await phones.holdBack('GET', '/api/night');
		await control(phones.sandbox, 'PUT', '/api/phones/01055550001', {});
		await Promise.all([old.given(), oldNight.given()]);
		await at('switch-friend').click();
		await onPage('night').click();
		await onPage('night-always').click();
		await expect.poll(() => onPage('night').getAttribute('data-night'), SOON).toBe('true');
		await eventually(() => !phones.sandbox.world.phones.get(NUMBER).friend);
		const next = await phones.holdBack('GET', '/api/refused');
		old.letGo();
		oldNight.letGo();
		await next.given();
		expect(await at('switch-friend').isChecked()).toBe(false);
		expect(await onPage('night-always').isChecked()).toBe(true);
		next.letGo();
	});

	it('offers the channels as soon as they are known', async () => {
		const channels = await phones.holdBack('GET', '/api/consult/channels');
		await phones.show();
		await add(NUMBER);
		await at('consult-entry').click();
		await channels.given();
		expect(await at('consult-channel').count()).toBe(0);
		channels.letGo();
		await at('consult-room').click();
		await at('composer').waitFor();
	});

	it('closes the sheet in which something was done, not the one that was opened since, and takes nobody\'s keyboard away', async () => {
		await control(phones.sandbox, 'PUT', `/api/phones/${NUMBER}`, { friend: false });
		phones.send(brandBubble('TEXT', { text: '친구가 되어 주세요', buttons: [addChannel] }), { targeting: 'M' });
		await phones.show();
		const related = await phones.holdBack('POST', '/api/channel/relation');
		await at('bubble-button').click();
		await at('sheet-add-channel').click();
		await related.given();
		await onPage('add-phone').focus();
		related.letGo();
		await at('sheet').waitFor({ state: 'detached' });
		expect(await onPage('add-phone').evaluate((field) => field === document.activeElement)).toBe(true);

		await at('room-menu').click();
		const blocked = await phones.holdBack('POST', '/api/channel/relation');
		await at('block').click();
		await onPage('confirm-yes').click();
		await blocked.given();
		await at('phone-settings').click();
		blocked.letGo();
		await expect.poll(() => at('relation-mark').first().getAttribute('data-relation'), SOON).toBe('BLOCKED');
		expect(await at('switch-friend').count()).toBe(1);
	});

	it('goes into the chatbot\'s room before the bot has answered', async () => {
		phones.send(brandBubble('TEXT', { text: '궁금한 점이 있나요?', buttons: [{ type: 'BK', name: '환불 방법' }] }));
		await phones.show();
		const answered = await phones.holdBack('POST', '/api/chatbot/say');
		await at('bubble-button').click();
		await at('say-to-bot').click();
		await answered.given();
		await expect.poll(() => at('room-title').getAttribute('data-bot'), SOON).toBe('true');
		answered.letGo();
	});
});
