import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.mts';
import { answer, behave, botId, say, setBot, words } from './chatbotSupport.mts';
import { listener, type Listener } from './consultSupport.mts';
import { control } from './support.mts';

const link = (label = '열기') => ({ label, action: 'webLink', webLinkUrl: 'https://shop.example.com' });
const times = <Value,>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);
const thumbnail = { imageUrl: 'https://shop.example.com/a.png' };
const basic = (more: object = {}) => ({ basicCard: { title: '제목', thumbnail, ...more } });
const commerce = (more: object = {}) => ({ commerceCard: { description: '사과', price: 10_000, currency: 'won', thumbnails: [thumbnail], buttons: [link()], ...more } });
const list = (more: object = {}) => ({ listCard: { header: { title: '목록' }, items: [{ title: '하나' }], ...more } });
const item = (more: object = {}) => ({ itemCard: { itemList: [{ title: '도착', description: '내일' }], ...more } });
const carousel = (type: string, items: object[], more: object = {}) => ({ carousel: { type, items, ...more } });
const inside = (card: object): object => Object.values<object>(card as Record<string, object>)[0] ?? {};

describe('what a skill may answer', () => {
	let sandbox: Sandbox;
	let skill: Listener;
	let body: string;
	beforeAll(async () => {
		sandbox = await startSandbox();
		skill = await listener(() => ({ body }));
	});
	afterAll(async () => {
		await skill.close();
		await sandbox.close();
	});
	beforeEach(async () => {
		await control(sandbox, 'POST', '/api/reset');
		await setBot(sandbox, { skillUrl: skill.url });
	});

	const judged = async (text: string) => {
		body = text;
		const { source, problems } = await say(sandbox, '배송');
		return { source, paths: problems.map(({ severity, path }) => `${severity} ${path}`) };
	};

	it.each<[string, object]>([
		['a text of 1,000 characters', words('가'.repeat(1000))],
		['a picture', { simpleImage: { imageUrl: 'https://shop.example.com/a.png', altText: '사과' } }],
		['a text card with three buttons', { textCard: { description: '설명', buttons: times(3, link()) } }],
		['a basic card', basic({ description: '가'.repeat(230) })],
		['a commerce card', commerce({ discountRate: 10, discountedPrice: 9000 })],
		['a list card', list({ items: times(5, { title: '하나', link: { web: 'https://shop.example.com' } }) })],
		['an item card without rows, as Kakao\'s own sample', item({ itemList: [], title: 'title', description: 'desc', buttonLayout: 'vertical', buttons: [link()] })],
		['a carousel of ten', carousel('basicCard', times(10, inside(basic())))],
	])('%s', async (_name, output) => {
		expect(await judged(answer([output]))).toEqual({ source: 'skill', paths: [] });
	});

	it.each<[string, object, string]>([
		['a text that is too long', words('가'.repeat(1001)), 'simpleText.text'],
		['a basic card without a picture', { basicCard: { title: '제목' } }, 'basicCard.thumbnail'],
		['a text card without a word', { textCard: {} }, 'textCard'],
		['four buttons', { textCard: { title: '제목', buttons: times(4, link()) } }, 'textCard.buttons'],
		['three buttons side by side', { textCard: { title: '제목', buttonLayout: 'horizontal', buttons: times(3, link('열')) } }, 'textCard.buttons'],
		['a link button without an address', { textCard: { title: '제목', buttons: [{ label: '열기', action: 'webLink' }] } }, 'textCard.buttons[0].webLinkUrl'],
		['an unknown action', { textCard: { title: '제목', buttons: [{ label: '열기', action: 'open' }] } }, 'textCard.buttons[0].action'],
		['a currency that is not won', commerce({ currency: 'usd' }), 'commerceCard.currency'],
		['a discount rate without its price', commerce({ discountRate: 10 }), 'commerceCard.discountedPrice'],
		['two pictures of one article', commerce({ thumbnails: [thumbnail, thumbnail] }), 'commerceCard.thumbnails'],
		['a list without a header', list({ header: {} }), 'listCard.header.title'],
		['a list of six', list({ items: times(6, { title: '하나' }) }), 'listCard.items'],
		['an item with a long name', item({ itemList: [{ title: '일곱글자입니다', description: '1' }] }), 'itemCard.itemList[0].title'],
		['a head beside a profile', item({ head: { title: 'a' }, profile: { title: 'b' } }), 'itemCard'],
		['a carousel of eleven', carousel('textCard', times(11, { title: '제목' })), 'carousel.items'],
		['a card that is too long in a carousel', carousel('textCard', [{ description: '가'.repeat(129) }]), 'carousel.items[0].description'],
		['a bubble of no known kind', { plainText: { text: '안녕' } }, ''],
	])('not %s', async (_name, output, path) => {
		const { source, paths } = await judged(answer([output]));
		expect(source).toBe('fallback');
		expect(paths).toContain(`error template.outputs[0]${path && `.${path}`}`);
	});

	it('not more than three bubbles and ten quick replies, and not nothing at all', async () => {
		const reply = { label: '네', action: 'message', messageText: '네' };
		expect((await judged(answer(times(4, words('네'))))).paths).toEqual(['error template.outputs']);
		expect((await judged(answer([]))).paths).toEqual(['error template.outputs']);
		expect((await judged(answer([words('네')], { quickReplies: times(11, reply) }))).paths).toEqual(['error template.quickReplies']);
		expect((await judged(answer([words('네')], { quickReplies: [{ ...reply, action: 'webLink' }] }))).paths).toEqual(['error template.quickReplies[0].action']);
		expect((await judged(answer([words('네')], { quickReplies: times(10, reply) }))).source).toBe('skill');
	});

	it('not without its version, which would make it an answer of old', async () => {
		expect(await judged(JSON.stringify({ template: { outputs: [words('네')] } }))).toEqual({ source: 'fallback', paths: ['error version'] });
		expect((await judged('[]')).source).toBe('fallback');
		expect((await judged('{"version":"2.0"}')).paths).toEqual(['error template']);
	});

	it('a label that is too long, which Kakao cuts', async () => {
		expect(await judged(answer([{ textCard: { title: '제목', buttons: [link('가'.repeat(15))] } }]))).toEqual({ source: 'skill', paths: ['warning template.outputs[0].textCard.buttons[0].label'] });
		expect((await judged(answer([{ textCard: { title: '제목', buttonLayout: 'horizontal', buttons: [link('가'.repeat(9))] } }]))).paths).toHaveLength(1);
	});

	it('data alone, which fills what the block says', async () => {
		await control(sandbox, 'PUT', `/api/chatbot/bots/${botId}/blocks/자주 묻는 질문`, { text: '{{#webhook.name}}님, {{#webhook.no}}번' });
		body = JSON.stringify({ version: '2.0', data: { name: '홍길동', no: 7 } });
		expect(await say(sandbox, '배송')).toMatchObject({ source: 'skill', text: '홍길동님, 7번', outputs: [] });
		expect((await behave(sandbox, { payload: 'nonsense' as 'talk' })).status).toBe(400);
	});
});
