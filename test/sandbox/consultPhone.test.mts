import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rich, words } from '../../sandbox/consult/bot.mts';
import type { ConsultBubble } from '../../sandbox/consult/content.mts';
import type { BrandBubble } from '../../sandbox/world/types.mts';
import { act, answersIn, chatOf, DESK, happy, listenAt, listener, open, PIXEL, SHOP, write, type Listener } from './consultSupport.mts';
import { brandBubble } from './phoneBubbles.mts';
import { NUMBER, PhonePage, SOON, STARTING_MS } from './phonePage.mts';
import { control, eventually } from './support.mts';

const SHOP_LINK = 'https://bizmessage.kakao.com/chat/open/%40kakaoshop';

let phones: PhonePage;
let hub: Listener;
beforeAll(async () => {
	phones = await PhonePage.start();
}, STARTING_MS);
afterAll(() => phones?.stop());
beforeEach(async () => {
	await control(phones.sandbox, 'POST', '/api/reset');
	hub = await listener();
	await listenAt(phones.sandbox, 'happyTalk', hub.url);
	return () => hub.close();
});

/** What a customer can do with nothing but the phone page, in a real browser. */
describe('a consult on the phone page', () => {
	const phone = () => phones.page.locator(`[data-testid=phone][data-number="${NUMBER}"]`);
	const at = (id: string): Locator => phone().getByTestId(id);
	const said = (from: string): Promise<string[]> => phone().locator(`[data-testid=consult-bubble][data-from=${from}] [data-testid=consult-text]`).allTextContents();
	const notices = () => at('consult-notice').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-notice')));
	const chat = () => chatOf(phones.sandbox, SHOP.channel, NUMBER);

	const room = () => {
		const found = phones.sandbox.world.consult.chats.find(SHOP.channel, NUMBER);
		if (!found) throw new Error('The customer has not written yet.');
		return found;
	};
	/** The agent answers. */
	const say = (bubble: ConsultBubble) => {
		const sent = phones.sandbox.world.consult.agents.send(room(), [{ serial: 'answer', bubble }]);
		if (typeof sent === 'string') throw new Error(sent);
	};

	/** The page with an untouched phone in front. */
	async function look(width?: number): Promise<void> {
		await control(phones.sandbox, 'PUT', `/api/phones/${NUMBER}`, {});
		await phones.show(width);
		const row = phones.page.locator(`.phone-item[data-number="${NUMBER}"]`);
		await row.click();
		await phone().waitFor();
	}

	/** The shop's room, where nothing may have been said yet. */
	async function enter(width?: number): Promise<void> {
		await look(width);
		await at('consult-entry').click();
		await phone().locator(`[data-testid=consult-channel][data-channel="${SHOP.channel}"]`).click();
		await at('consult-room').click();
		await at('composer').waitFor();
	}

	it.each([1180, 390])('lets one write to a channel and read its answer at once, %i px wide', async (width) => {
		await enter(width);
		expect(await at('composer-hint').textContent()).toBe('메시지를 보내면 상담이 시작됩니다.');
		await at('composer').fill('사이즈 교환');
		await at('composer').press('Shift+Enter');
		await at('composer').pressSequentially('되나요?');
		await at('composer').press('Enter');
		await expect.poll(() => said('customer'), SOON).toEqual(['사이즈 교환\n되나요?']);
		expect(await at('composer').inputValue()).toBe('');
		await eventually(() => hub.bodies<{ contents: string[] }>('/message').length === 1);
		expect(hub.bodies<{ contents: string[] }>('/message')[0]?.contents).toEqual(['사이즈 교환\n되나요?']);
		const { userKey: user_key } = await chat();
		const answer = { user_key, sender_key: SHOP.senderKey, serial_number: 'p1', message_type: 'TX', message: '네, 가능합니다.' };
		expect((await happy(phones.sandbox, '/v1/chat/write', answer)).body).toEqual({ code: 0 });
		await expect.poll(() => said('agent'), SOON).toEqual(['네, 가능합니다.']);
		const overflow = await phones.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
		expect(overflow).toBe(false);
	});

	it('sends several photos as one message, and a file, and shows both', async () => {
		await enter();
		const png = (name: string) => ({ name, mimeType: 'image/png', buffer: PIXEL });
		await at('photos-input').setInputFiles([png('앞.png'), png('뒤.png')]);
		await expect.poll(() => at('consult-photos').locator('img').count(), SOON).toBe(2);
		await at('file-input').setInputFiles({ name: '견적서.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
		await expect.poll(() => at('consult-file').textContent(), SOON).toContain('견적서.pdf');
		const loaded = () => at('consult-photos').locator('img').evaluateAll((all) => all.every((image) => (image as HTMLImageElement).naturalWidth === 1));
		await expect.poll(loaded, SOON).toBe(true);
		const sent = (await chat()).messages.flatMap(({ bubble }) => (bubble.kind === 'media' ? [[bubble.media, bubble.files.map(({ name }) => name)]] : []));
		expect(sent).toEqual([['photo', ['앞.png', '뒤.png']], ['file', ['견적서.pdf']]]);
	});

	it('says why Kakao takes no such picture, and keeps what was written', async () => {
		await enter();
		await at('photos-input').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
		await expect.poll(() => at('toast').textContent(), SOON).toContain('x.png: not a JPEG, PNG or GIF');
		expect(await at('consult-bubble').count()).toBe(0);
	});

	it('offers quick replies below the newest message only, and a tap answers', async () => {
		await enter();
		await open(phones.sandbox, SHOP.channel, { bot: 'true' }, NUMBER);
		await expect.poll(() => at('quick-reply').allTextContents(), SOON).toEqual(['상담원 연결']);
		await at('quick-reply').click();
		await expect.poll(notices, SOON).toEqual(['ST']);
		expect(await at('quick-reply').count()).toBe(0);
		await eventually(() => hub.bodies('/reference').length === 1);
	});

	it('answers with a button of a carousel, whose extra the hub gets', async () => {
		await write(phones.sandbox, SHOP.channel, '추천해 주세요', NUMBER);
		const card = (header: string, extra: string) => ({
			header, text: null, imageUrl: null, imageLink: null, coupon: null, buttons: [{ type: 'BK' as const, name: '이걸로 할게요', extra }],
		});
		say(rich({ layout: 'CAROUSEL_FEED', cards: [card('귤', 'c1'), card('한라봉', 'c2')] }));
		await phones.show();
		await at('consult-button').last().click();
		await expect.poll(() => said('customer'), SOON).toEqual(['추천해 주세요', '이걸로 할게요']);
		await eventually(() => hub.bodies<{ extra?: string }>('/message').some(({ extra }) => extra === 'c2'));
	});

	it('shows nothing any more of an answer that was recalled', async () => {
		await write(phones.sandbox, SHOP.channel, '안녕하세요', NUMBER);
		say(words('잘못 보낸 답'));
		await phones.show();
		await expect.poll(() => said('agent'), SOON).toEqual(['잘못 보낸 답']);
		const { agents } = phones.sandbox.world.consult;
		expect(agents.recall(room(), room().messages.at(-1))).toBeNull();
		await expect.poll(() => at('consult-recalled').textContent(), SOON).toBe('메시지가 삭제되었습니다.');
		// The list may have been read a moment before the room was.
		await expect.poll(() => phones.page.getByText('잘못 보낸 답').count(), SOON).toBe(0);
	});

	it('folds a long text, and shows all of it when asked', async () => {
		await write(phones.sandbox, SHOP.channel, `${'긴 글. '.repeat(300)}끝`, NUMBER);
		await phones.show();
		await at('show-whole').click();
		expect((await said('customer'))[0]).toMatch(/끝$/);
	});

	it('leaves the room, which ends the consult, and the next words open a new one', async () => {
		await write(phones.sandbox, SHOP.channel, '안녕하세요', NUMBER);
		await enter();
		await at('room-menu').click();
		await at('leave').click();
		await phones.page.getByTestId('confirm-yes').click();
		await expect.poll(() => at('consult-ending').textContent(), SOON).toBe('채팅방을 나갔습니다.');
		await eventually(() => hub.bodies('/expired_session').length === 1);
		await expect.poll(() => at('composer-hint').textContent(), SOON).toContain('새 상담이 시작됩니다');
		await at('composer').fill('다시 왔어요');
		await at('composer-send').click();
		await expect.poll(notices, SOON).toEqual(['ST', 'ED', 'ST']);
		expect((await chat()).sessions).toBe(2);
	});

	it('blocks the channel, after which nobody can write, and unblocks it', async () => {
		await write(phones.sandbox, SHOP.channel, '안녕하세요', NUMBER);
		await enter();
		await at('room-menu').click();
		await at('block').click();
		await phones.page.getByTestId('confirm-yes').click();
		await at('blocked').waitFor();
		expect(await at('composer').count()).toBe(0);
		expect((await chat()).blockedByCustomer).toBe(true);
		await at('unblock').click();
		await at('composer').waitFor();
		expect((await chat()).blockedByCustomer).toBe(false);
	});

	it('enters through a consult button, whose metadata the hub gets', async () => {
		await look();
		await at('consult-entry').click();
		await phone().locator(`[data-testid=consult-channel][data-channel="${SHOP.channel}"]`).click();
		await at('consult-extra').fill('order_A1024');
		await at('consult-open').click();
		await expect.poll(() => at('room-title').getAttribute('data-channel'), SOON).toBe(SHOP.channel);
		await eventually(() => hub.bodies('/reference').length === 1);
		expect(hub.bodies<{ reference: { extra: string } }>('/reference')[0]?.reference.extra).toBe('order_A1024');
	});

	it('shows the tab of the room one has entered, however many rooms there are', async () => {
		const channels = phones.sandbox.world.channels.map(({ searchId }) => searchId);
		for (const channel of channels) await write(phones.sandbox, channel, '안녕하세요', NUMBER);
		await look();
		for (const channel of channels) {
			await at('consult-entry').click();
			await phone().locator(`[data-testid=consult-channel][data-channel="${channel}"]`).click();
			await at('consult-room').click();
			const hidden = () =>
				phone().locator('[data-testid=room][aria-pressed=true]').evaluate((tab) => {
					const [one, all] = [tab.getBoundingClientRect(), tab.parentElement!.getBoundingClientRect()];
					return Math.max(0, all.left - one.left, one.right - all.right);
				});
			await expect.poll(() => at('room-title').getAttribute('data-channel'), SOON).toBe(channel);
			await expect.poll(hidden, SOON).toBeLessThan(1);
		}
	});

	it('goes from a message\'s own consult button (BC) into the room, where the first words begin the consult', async () => {
		phones.send(brandBubble('TEXT', { text: '궁금한 점이 있나요?', buttons: [{ type: 'BC', name: '상담하기' }] }));
		await phones.show();
		await at('bubble-button').click();
		await at('to-room').click();
		await at('composer').fill('있어요');
		await at('composer').press('Enter');
		await expect.poll(notices, SOON).toEqual(['ST']);
		await eventually(() => hub.bodies('/message').length === 1);
	});

	describe('a link that leads to a chat', () => {
		const withLink = async (address: string, parts: Partial<BrandBubble> = {}): Promise<void> => {
			phones.send(brandBubble('TEXT', { text: `문의: ${address}`, ...parts }));
			await phones.show();
			await at('bubble').waitFor();
		};

		it('in a text opens that chat, its metadata decoded, and the room comes to the front', async () => {
			await write(phones.sandbox, DESK.channel, '고객센터 문의', NUMBER);
			await withLink(`${SHOP_LINK}?extra=cart%5F77`);
			await at('bubble').locator('a').click();
			await expect.poll(() => phone().locator('[data-testid=room][aria-pressed=true]').getAttribute('data-room'), SOON).toBe(SHOP.channel);
			await eventually(() => hub.bodies('/reference').length === 1);
			expect(hub.bodies<{ reference: { extra: string } }>('/reference')[0]?.reference.extra).toBe('cart_77');
			expect(phones.page.context().pages()).toHaveLength(1);
		});

		it('on a button does so too', async () => {
			await withLink('', { text: '주문이 도착했어요', buttons: [{ type: 'WL', name: '상담하기', linkMobile: `${SHOP_LINK}?extra=order_9` }] });
			await at('bubble-button').click();
			await expect.poll(notices, SOON).toEqual(['ST']);
			expect((await chat()).session?.entry?.extra).toBe('order_9');
		});

		it('as the channel\'s plain address goes into the room and begins nothing yet', async () => {
			const desk = phones.sandbox.world.channels.find(({ searchId }) => searchId === DESK.channel);
			await withLink(`https://pf.kakao.com/${desk?.publicId}/chat`);
			await at('bubble').locator('a').click();
			await expect.poll(() => at('room-title').getAttribute('data-channel'), SOON).toBe(DESK.channel);
			expect(await at('consult-notice').count()).toBe(0);
			expect(phones.page.context().pages()).toHaveLength(1);
		});

		it('says so when there is no such channel', async () => {
			await withLink('https://pf.kakao.com/_nobody/chat');
			await at('bubble').locator('a').click();
			await expect.poll(() => at('toast').textContent(), SOON).toContain('_nobody');
		});
	});

	it('lets one play the company\'s agent outside the device, who cannot speak first', async () => {
		await enter();
		expect(await at('agent').count()).toBe(0);
		await at('composer').fill('계신가요?');
		await at('composer-send').click();
		await at('agent-toggle').click();
		expect(await phone().locator('.device [data-testid=agent]').count()).toBe(0);
		await at('agent-answer').fill('네, 말씀하세요.');
		await at('agent-send').click();
		await expect.poll(() => said('agent'), SOON).toEqual(['네, 말씀하세요.']);
		expect(answersIn(await chat())).toMatchObject([{ text: '네, 말씀하세요.' }]);
		await at('agent-end').click();
		await expect.poll(notices, SOON).toEqual(['ST', 'ED']);
		await expect.poll(() => at('agent').count(), SOON).toBe(0);
	});

	it('stands in one room with the channel\'s other messages, in order of time', async () => {
		await write(phones.sandbox, SHOP.channel, '첫 문의', NUMBER);
		await phones.sendAndArrive(brandBubble('TEXT', { text: '주말 할인' }));
		await write(phones.sandbox, SHOP.channel, '둘째 문의', NUMBER);
		await phones.show();
		const rows = () => phone().locator('[data-testid=bubble], [data-testid=consult-bubble]').evaluateAll((all) => all.map((row) => row.textContent ?? ''));
		await expect.poll(async () => (await rows()).length, SOON).toBe(3);
		for (const [place, text] of ['첫 문의', '주말 할인', '둘째 문의'].entries()) expect((await rows())[place]).toContain(text);
	});

	it('shows an answer to another phone in the list as unread, and "clear all" takes it away', async () => {
		await look(390);
		await at('back').click();
		await write(phones.sandbox, SHOP.channel, '안녕하세요', '01099990000');
		const row = phones.page.locator('.phone-item[data-number="01099990000"]');
		await row.waitFor();
		expect(await row.locator('.badge').count()).toBe(0);
		await act(phones.sandbox, 'agent', SHOP.channel, { text: '배송 중입니다' }, '01099990000');
		await expect.poll(() => row.textContent(), SOON).toContain('배송 중입니다');
		expect(await row.locator('.badge').textContent()).toBe('1');
		await phones.page.getByTestId('clear-all').click();
		await phones.page.getByTestId('confirm-yes').click();
		await expect.poll(() => row.count(), SOON).toBe(0);
	});
});
