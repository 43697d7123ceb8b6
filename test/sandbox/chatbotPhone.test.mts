import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answer, botApi, botId, postCallback, words } from './chatbotSupport.mts';
import { CHANNEL, phoneOn, startSkill, type Skill } from './chatbotPhoneSupport.mts';
import { listenAt, listener } from './consultSupport.mts';
import { brandBubble } from './phoneBubbles.mts';
import { NUMBER, PhonePage, SOON, STARTING_MS } from './phonePage.mts';
import { control, eventually } from './support.mts';

const PICTURE = 'https://cdn.example.com/picture.png';
const message = (label: string, more: object = {}) => ({ label, action: 'message', messageText: label, ...more });
const CARDS = {
	textCard: { title: '제목', description: '설명', buttons: [message('하나'), message('둘')], buttonLayout: 'horizontal' },
	basicCard: { title: '기본', description: '카드', thumbnail: { imageUrl: PICTURE, altText: '귤 사진', link: { web: 'https://example.com/big' } } },
	commerceCard: {
		title: '감귤', description: '무료배송', price: 30_000, discountRate: 17, discountedPrice: 24_900, currency: 'won',
		thumbnails: [{ imageUrl: PICTURE }], buttons: [{ label: '구매', action: 'webLink', webLinkUrl: 'https://example.com/buy' }],
	},
	listCard: {
		header: { title: '목록' },
		items: [{ title: '고르기', action: 'message', messageText: '고르기' }, { title: '주소', link: { web: 'https://example.com/list' } }],
	},
	itemCard: { head: { title: '배송 조회' }, itemList: [{ title: '상태', description: '출발' }], itemListSummary: { title: '합계', description: '24,900원' }, title: '끝' },
} as const;

/** What a customer sees of a chatbot, and the company of its skill, on the phone page in a real browser. */
describe('a chatbot on the phone page', () => {
	let phones: PhonePage;
	let skill: Skill;
	beforeAll(async () => {
		phones = await PhonePage.start();
	}, STARTING_MS);
	afterAll(() => phones?.stop());
	beforeEach(async () => {
		await control(phones.sandbox, 'POST', '/api/reset');
		skill = await startSkill(phones);
		return () => skill.close();
	});

	const eye = () => phoneOn(phones);
	const at = (id: string) => eye().at(id);
	const answers = (outputs: object[], more: object = {}) => {
		skill.reply = () => ({ body: answer(outputs, more) });
	};
	const verdict = () => at('bot-verdict').getAttribute('data-verdict');

	it.each([1180, 390])('answers what one writes to it, %i px wide', async (width) => {
		await eye().enterBot(width);
		await eye().write('배송 언제 오나요');
		await expect.poll(() => eye().said('bot'), SOON).toEqual(['배송 언제 오나요?']);
		expect(await eye().said('customer')).toEqual(['배송 언제 오나요']);
		expect(skill.asked()?.userRequest).toMatchObject({ utterance: '배송 언제 오나요', user: { properties: { isFriend: true } } });
		await expect.poll(verdict, SOON).toBe('fine');
		expect(await at('bot-line').textContent()).toContain('자주 묻는 질문 · 스킬 응답 · HTTP 200');
		expect(await eye().overflows()).toBe(false);
	});

	it('offers what can be asked as long as nothing was', async () => {
		await eye().enterBot();
		await at('bot-sample').filter({ hasText: '환불' }).click();
		await expect.poll(() => eye().said('bot'), SOON).toEqual(['환불?']);
	});

	it.each(Object.entries(CARDS))('draws a %s with all its parts', async (kind, card) => {
		answers([{ [kind]: card }]);
		await eye().enterBot();
		await eye().write('보여 줘');
		await at('bot-card').waitFor();
		const text = await at('bot-card').textContent();
		const parts = {
			textCard: ['제목', '설명', '하나', '둘'], basicCard: ['기본', '카드', '귤 사진'], commerceCard: ['감귤', '17%', '24,900원', '30,000원', '무료배송', '구매'],
			listCard: ['목록', '고르기', '주소'], itemCard: ['배송 조회', '상태', '출발', '합계', '24,900원', '끝'],
		}[kind];
		for (const part of parts ?? []) expect(text).toContain(part);
		const links = { basicCard: 'https://example.com/big', commerceCard: 'https://example.com/buy', listCard: 'https://example.com/list' };
		const hrefs = await at('bot-card').locator('a:not(.no-picture)').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		expect(hrefs).toEqual(Object.entries(links).flatMap(([name, href]) => (name === kind ? [href] : [])));
		expect(await eye().problems()).toEqual([]);
	});

	it('draws several bubbles in their order, a picture by its words', async () => {
		answers([words('먼저'), { simpleImage: { imageUrl: PICTURE, altText: '매장 사진' } }, words('나중')]);
		await eye().enterBot();
		await eye().write('사진');
		await expect.poll(() => at('bot-output').allTextContents(), SOON).toMatchObject([/^먼저/, /^매장 사진/, /^나중/].map((form) => expect.stringMatching(form) as string));
	});

	it('swipes through a carousel, and a button of its second card tells the skill which', async () => {
		const card = (title: string) => ({ title, thumbnail: { imageUrl: PICTURE }, buttons: [{ label: '이걸로', action: 'message', messageText: `${title} 주세요`, extra: { id: title } }] });
		answers([{ carousel: { type: 'basicCard', items: [card('귤'), card('한라봉'), card('천혜향')] } }]);
		await eye().enterBot();
		await eye().write('추천 상품');
		await at('carousel-next').click();
		await expect.poll(() => at('carousel').evaluate((track) => track.scrollLeft), SOON).toBeGreaterThan(200);
		answers([words('네')]);
		await at('bot-button').nth(1).click();
		await expect.poll(() => eye().said('customer'), SOON).toEqual(['추천 상품', '한라봉 주세요']);
		await expect.poll(() => skill.asked()?.action.clientExtra, SOON).toEqual({ id: '한라봉' });
	});

	it('answers by a row of a list', async () => {
		answers([{ listCard: CARDS.listCard }]);
		await eye().enterBot();
		await eye().write('목록');
		await at('bot-item').first().click();
		await expect.poll(() => eye().said('customer'), SOON).toEqual(['목록', '고르기']);
	});

	it('offers quick replies below the newest answer only, cut where KakaoTalk cuts them', async () => {
		answers([words('무엇을 도와드릴까요?')], { quickReplies: [message('배송'), { ...message('환불'), label: '열네 글자보다 훨씬 더 긴 이름표입니다' }] });
		await eye().enterBot();
		await eye().write('도와주세요');
		await expect.poll(() => at('bot-quick-reply').allTextContents(), SOON).toEqual(['배송', '열네 글자보다 훨씬 더 긴']);
		await expect.poll(verdict, SOON).toBe('warning');
		answers([words('내일 도착해요')]);
		await at('bot-quick-reply').first().click();
		await expect.poll(() => eye().said('bot'), SOON).toEqual(['무엇을 도와드릴까요?', '내일 도착해요']);
		expect(await at('bot-quick-reply').count()).toBe(0);
	});

	it('shows the waiting words, and the answer of the callback as soon as it comes', async () => {
		skill.reply = () => ({ body: JSON.stringify({ version: '2.0', useCallback: true, data: { text: '찾는 중이에요' } }) });
		await eye().enterBot();
		await eye().write('추천해 줘');
		await expect.poll(() => eye().said('bot'), SOON).toEqual(['찾는 중이에요']);
		await at('bot-awaits').waitFor();
		await at('bot-thinking').waitFor();
		await postCallback(skill.asked()?.userRequest.callbackUrl ?? '', answer([words('귤이 좋아요')]));
		await expect.poll(() => eye().said('bot'), SOON).toEqual(['찾는 중이에요', '귤이 좋아요']);
		await expect.poll(() => at('bot-thinking').count(), SOON).toBe(0);
		expect(await at('bot-awaits').count()).toBe(0);
	});

	it('falls back when the skill is late, frees the field meanwhile, and tells the company why in its language', async () => {
		skill.reply = () => ({ delayMs: 8000, body: answer([words('늦음')]) });
		await eye().enterBot();
		await eye().write('배송');
		await at('bot-thinking').waitFor();
		expect(await at('composer').inputValue()).toBe('');
		await phones.page.locator('[data-testid=bot-bubble][data-source=fallback]').waitFor();
		expect(await eye().problems()).toEqual(['응답 전체 스킬 서버가 5초 안에 응답하지 않았습니다.']);
		await phones.page.locator('[data-language=en]').click();
		expect(await eye().problems()).toEqual(['the whole answer the skill server did not answer within 5 s.']);
		await phones.page.locator('[data-language=ko]').click();
		expect(await eye().said('bot')).toEqual(['죄송해요, 지금은 답변드릴 수 없어요. 잠시 후 다시 말씀해 주세요.']);
	});

	it('tells the company alone what is wrong with an answer, with what went over the wire', async () => {
		const body = answer([{ simpleText: {} }]);
		skill.reply = () => ({ body });
		await eye().enterBot();
		await eye().write('환불');
		await expect.poll(() => at('bot-problem').first().getAttribute('data-path'), SOON).toBe('template.outputs[0].simpleText.text');
		expect(await verdict()).toBe('error');
		expect(await eye().phone().locator('.device [data-testid=bot-bar]').count()).toBe(0);
		expect(await at('bot-raw').count()).toBe(0);
		await at('bot-raw-toggle').click();
		expect(JSON.parse((await at('bot-response').textContent()) ?? '')).toEqual(JSON.parse(body));
		expect(JSON.parse((await at('bot-request').textContent()) ?? '')).toEqual(skill.asked());
		answers([words('이제 됐어요')]);
		await eye().write('다시');
		await expect.poll(verdict, SOON).toBe('fine');
		await at('bot-older').click();
		expect(await verdict()).toBe('error');
		await at('bot-newer').click();
		expect(await verdict()).toBe('fine');
	});

	it('says nothing to a customer whose skill promises a callback that nobody offered', async () => {
		skill.reply = () => ({ body: JSON.stringify({ version: '2.0', useCallback: true }) });
		await eye().enterBot();
		await eye().write('배송');
		await expect.poll(() => at('bot-problem').getAttribute('data-path'), SOON).toBe('useCallback');
		expect(await eye().said('bot')).toEqual([]);
	});

	it('hands over to a person by the operator button: the consult\'s room comes to the front, and the hub hears of it', async () => {
		const hub = await listener();
		await listenAt(phones.sandbox, 'happyTalk', hub.url);
		answers([{ textCard: { title: '상담', buttons: [{ label: '상담원 연결', action: 'operator' }] } }]);
		await eye().enterBot();
		await eye().write('사람과 말하고 싶어요');
		await at('bot-button').click();
		await expect.poll(() => at('room-title').getAttribute('data-bot'), SOON).toBe('false');
		await at('consult-notice').waitFor();
		await eventually(() => hub.bodies('/reference').length === 1);
		await at('to-chatbot').click();
		expect(await at('bot-notice').textContent()).toBe('상담원에게 연결되었습니다.');
		await hub.close();
	});

	it('hears nothing from somebody who has blocked the channel', async () => {
		await eye().enterBot();
		await at('room-menu').click();
		expect(await at('leave').count()).toBe(0);
		await at('block').click();
		await phones.page.getByTestId('confirm-yes').click();
		await at('blocked').waitFor();
		expect(await at('composer').count()).toBe(0);
	});

	it('gives back what was written when there is nobody to say it to', async () => {
		await eye().enterBot();
		await control(phones.sandbox, 'PUT', `/api/phones/${NUMBER}`, { kakaoUser: false });
		await eye().write('거기 있나요');
		await expect.poll(() => at('toast').textContent(), SOON).toContain('has no KakaoTalk');
		expect(await at('composer').inputValue()).toBe('거기 있나요');
	});

	it('is told the name of a message\'s bot button (BK)', async () => {
		phones.send(brandBubble('TEXT', { text: '궁금한 점이 있나요?', buttons: [{ type: 'BK', name: '환불 방법' }] }));
		await phones.show();
		await at('bubble-button').click();
		await at('say-to-bot').click();
		await expect.poll(() => eye().said('bot'), SOON).toEqual(['환불 방법?']);
		expect(await at('room-title').getAttribute('data-bot')).toBe('true');
	});

	it('speaks first by an event, on a phone that nobody had opened', async () => {
		await control(phones.sandbox, 'PUT', `/api/phones/${NUMBER}`, {});
		await phones.show();
		const user = [{ type: 'appUserId', id: '3055551234' }];
		await botApi(phones.sandbox, `/v2/bots/${botId}/talk`, { event: { name: 'order_shipped', data: { item: '귤' } }, user });
		await expect.poll(() => eye().said('bot'), SOON).toEqual(['주문하신 귤 상품이 출발했어요.']);
		expect(await phones.page.locator(`.phone-item[data-number="${NUMBER}"]`).textContent()).toContain('주문하신 귤');
	});

	it('asks the skill whose address was typed in below the phone', async () => {
		await control(phones.sandbox, 'PUT', `/api/chatbot/bots/${botId}`, { skillUrl: null });
		await eye().enterBot();
		await at('bot-settings-toggle').click();
		await at('skill-url').fill(skill.url);
		await at('skill-url-save').click();
		await expect.poll(() => at('skill-url-save').isDisabled(), SOON).toBe(true);
		await eye().write('교환');
		await expect.poll(() => eye().said('bot'), SOON).toEqual(['교환?']);
		await phones.page.getByTestId('clear-all').click();
		await phones.page.getByTestId('confirm-yes').click();
		await expect.poll(() => phones.page.getByTestId('bot-bubble').count(), SOON).toBe(0);
	});

	it('stands in a room of its own beside the channel\'s messages', async () => {
		await phones.sendAndArrive(brandBubble('TEXT', { text: '주말 할인' }));
		await control(phones.sandbox, 'POST', '/api/chatbot/say', { number: NUMBER, channel: CHANNEL, utterance: '영업시간' });
		await phones.show();
		await expect.poll(() => at('room').evaluateAll((all) => all.map((tab) => tab.getAttribute('data-room'))), SOON).toEqual(['all', CHANNEL, `bot ${CHANNEL}`]);
		await eye().phone().locator(`[data-testid=room][data-room="bot ${CHANNEL}"]`).click();
		await expect.poll(() => eye().said('bot'), SOON).toEqual(['영업시간?']);
		expect(await at('bubble').count()).toBe(0);
		await at('to-channel').click();
		await at('bubble').waitFor();
		expect(await at('bot-bubble').count()).toBe(0);
	});
});
