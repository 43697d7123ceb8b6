import type { IDataObject } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { jsonOf, stage } from './kakao.mts';
import { respond, ringSkill, skillBody, text } from './skill.mts';

const kakao = stage();

async function run(parameters: IDataObject, changes: IDataObject = {}, items: IDataObject[] = []) {
	const { item } = await ringSkill(kakao, {}, skillBody(changes));
	return await respond(kakao, parameters, [item!, ...items]);
}

/** What Kakao gets. */
async function answerTo(parameters: IDataObject, changes: IDataObject = {}): Promise<IDataObject> {
	const { outputs, error } = await run(parameters, changes);
	expect(error?.message).toBeUndefined();
	return jsonOf(outputs[0])[0]!['answer'] as IDataObject;
}

/** The words of the error that a form gives. */
const refusal = async (parameters: IDataObject, changes: IDataObject = {}): Promise<string> =>
	String((await run(parameters, changes)).error?.message);

const part = (fields: IDataObject): IDataObject => ({ parts: { part: [fields] } });
const outputs = async (fields: IDataObject) => ((await answerTo(part(fields)))['template'] as IDataObject)['outputs'];
const PICTURE = 'https://example.com/a.jpg';

describe('filled into the form, Kakao gets', () => {
	test('a picture', async () => {
		expect(await outputs({ type: 'simpleImage', image: PICTURE, altText: '양말' })).toEqual([
			{ simpleImage: { imageUrl: PICTURE, altText: '양말' } },
		]);
	});

	test('a basic card with every kind of button', async () => {
		const button = [
			{ type: 'webLink', label: '홈피', link: 'https://example.com' },
			{ type: 'block', label: '주문', blockId: 'b2', extra: '{"order":"A-1"}' },
			{ type: 'operator', label: '상담원 연결' },
		];
		expect(
			await outputs({ type: 'basicCard', title: '제목', description: '설명', image: PICTURE, buttons: { button } }),
		).toEqual([
			{
				basicCard: {
					title: '제목',
					description: '설명',
					thumbnail: { imageUrl: PICTURE },
					buttonLayout: 'vertical',
					buttons: [
						{ action: 'webLink', label: '홈피', webLinkUrl: 'https://example.com' },
						{ action: 'block', label: '주문', blockId: 'b2', extra: { order: 'A-1' } },
						{ action: 'operator', label: '상담원 연결' },
					],
				},
			},
		]);
	});

	test('a text card whose buttons say, call and share', async () => {
		const button = [
			{ type: 'message', label: '처음으로' },
			{ type: 'phone', label: '전화', phoneNumber: '02-000-0000' },
			{ type: 'share', label: '공유' },
		];
		expect(await outputs({ type: 'textCard', title: '제목', buttons: { button } })).toMatchObject([
			{
				textCard: {
					buttons: [
						{ action: 'message', label: '처음으로', messageText: '처음으로' },
						{ action: 'phone', label: '전화', phoneNumber: '02-000-0000' },
						{ action: 'share', label: '공유' },
					],
				},
			},
		]);
	});

	test('a product with its prices, written with commas too', async () => {
		const button = [{ type: 'webLink', label: '구매하기', link: 'https://example.com' }];
		const prices = { price: '29,000', discountRate: '31', discountedPrice: '19900' };
		expect(
			await outputs({
				type: 'commerceCard',
				title: '양말',
				...prices,
				image: PICTURE,
				nickname: '상점',
				buttons: { button },
			}),
		).toMatchObject([
			{
				commerceCard: {
					price: 29000,
					discountRate: 31,
					discountedPrice: 19900,
					currency: 'won',
					thumbnails: [{ imageUrl: PICTURE }],
					profile: { nickname: '상점' },
				},
			},
		]);
	});

	test('a list whose lines do something', async () => {
		const item = [
			{ title: '하나', tap: 'link', link: 'https://example.com' },
			{ title: '둘', tap: 'message', messageText: '둘이요' },
			{ title: '셋', tap: 'none' },
		];
		expect(await outputs({ type: 'listCard', header: '목록', items: { item } })).toEqual([
			{
				listCard: {
					header: { title: '목록' },
					items: [
						{ title: '하나', link: { web: 'https://example.com' } },
						{ title: '둘', action: 'message', messageText: '둘이요' },
						{ title: '셋' },
					],
				},
			},
		]);
	});

	test('a receipt', async () => {
		const line = [{ title: '상품', description: '양말' }];
		expect(
			await outputs({
				type: 'itemCard',
				head: '주문 확인',
				lines: { line },
				alignment: 'right',
				summaryTitle: '합계',
				summary: '1,000원',
			}),
		).toEqual([
			{
				itemCard: {
					head: { title: '주문 확인' },
					itemList: line,
					itemListAlignment: 'right',
					itemListSummary: { title: '합계', description: '1,000원' },
				},
			},
		]);
	});

	test('a carousel with its opening', async () => {
		const button = [{ type: 'webLink', label: '구매하기', link: 'https://example.com' }];
		const card = [1, 2].map((at) => ({
			type: 'commerceCard',
			title: `${at}`,
			price: '1000',
			image: PICTURE,
			buttons: { button },
		}));
		const carousel = {
			type: 'carousel',
			cards: { card },
			openingTitle: '추천',
			openingText: '오늘의 상품',
			openingImage: PICTURE,
		};
		expect(await outputs(carousel)).toMatchObject([
			{
				carousel: {
					type: 'commerceCard',
					header: { title: '추천', description: '오늘의 상품', thumbnail: { imageUrl: PICTURE } },
					items: [{ title: '1' }, { title: '2' }],
				},
			},
		]);
	});

	test('quick replies, context values and data', async () => {
		const answer = await answerTo({
			...text('골라 주세요'),
			quickReplies: {
				quickReply: [
					{ type: 'message', label: '하나' },
					{ type: 'block', label: '둘', blockId: 'b2' },
				],
			},
			answerOptions: {
				contexts: {
					context: [{ name: '주문', lifeSpan: 5, ttl: '600', params: '{"order":"A-1","count":2,"no":null}' }],
				},
				data: '{"name":"홍길동","id":1234567890190000001}',
			},
		});
		expect(answer).toMatchObject({
			template: {
				quickReplies: [
					{ action: 'message', label: '하나', messageText: '하나' },
					{ action: 'block', label: '둘', blockId: 'b2' },
				],
			},
			context: { values: [{ name: '주문', lifeSpan: 5, ttl: 600, params: { order: 'A-1', count: '2', no: '' } }] },
			data: { name: '홍길동', id: '1234567890190000001' },
		});
	});

	test('silence, where it is wanted', async () => {
		expect(await answerTo({ answerOptions: { silent: true } })).toEqual({ version: '2.0', template: { outputs: [] } });
	});

	test('cards made of the items of another node', async () => {
		const card = '({ type: "textCard", title: $json.name })';
		const parameters = {
			partsFrom: 'array',
			partsArray: `={{ [{ type: 'carousel', cards: $input.all().slice(1).map(({ json: $json }) => ${card}) }] }}`,
		};
		const { outputs: out, error } = await run(parameters, {}, [{ name: '양말' }, { name: '모자' }]);
		expect(error?.message).toBeUndefined();
		expect(jsonOf(out[0])[0]!['answer']).toMatchObject({
			template: { outputs: [{ carousel: { type: 'textCard', items: [{ title: '양말' }, { title: '모자' }] } }] },
		});
	});
});

describe('what Kakao would refuse is told before anything is sent, with the field and the cure', () => {
	const long = 'x'.repeat(1_001);
	test.each<[string, IDataObject, string[]]>([
		['a text too long', text(long), ['part 1 text', '1001', 'Shorten it by 1 characters']],
		['a fourth part', { parts: { part: [1, 2, 3, 4].map(() => ({ type: 'simpleText', text: 'x' })) } }, ['parts']],
		['a card without a picture', part({ type: 'basicCard', title: 'x' }), ['part 1 image address']],
		[
			'a price that is none',
			part({ type: 'commerceCard', title: 'x', price: '만원', image: PICTURE }),
			['price', '"만원"'],
		],
		[
			'extra that is no JSON',
			part({
				type: 'textCard',
				title: 'x',
				buttons: { button: [{ type: 'block', label: 'x', blockId: 'b', extra: '{' }] },
			}),
			['extra', 'no valid JSON'],
		],
		[
			'a misspelt field',
			{ partsFrom: 'array', partsArray: [{ type: 'textCard', titel: 'x' }] as unknown as IDataObject },
			['"titel"'],
		],
		[
			'a type that nobody knows',
			{ partsFrom: 'array', partsArray: [{ type: 'video' }] as unknown as IDataObject },
			['"video"', 'simpleText', 'basicCard'],
		],
		['nothing at all', {}, ['answer says nothing']],
		[
			'quick replies below nothing',
			{ quickReplies: { quickReply: [{ type: 'message', label: 'x' }] } },
			['quick replies stand below nothing'],
		],
		['an own answer that is empty', { respondWith: 'json', json: '{}' }, ['Answer is empty']],
	])('%s', async (_what, parameters, words) => {
		const message = await refusal(parameters);
		for (const word of words) expect(message).toContain(word);
	});

	test('in a group chat also what is not shown there', async () => {
		const group = { chat: { id: 'g', type: 'botGroupKey', properties: { botGroupKey: 'g' } } };
		const parameters = { ...text('x'), quickReplies: { quickReply: [{ type: 'message', label: 'x' }] } };
		expect(await refusal(parameters, group)).toContain('not shown in group chats');
	});

	test('and comes out as an item where the workflow is to go on', async () => {
		const { item } = await ringSkill(kakao, {});
		const { outputs: out } = await respond(kakao, text(long), [item!], { onError: 'continueRegularOutput' });
		expect(jsonOf(out[0])).toMatchObject([{ outcome: 'rejected', answer: null, reason: { codeSpace: 'input' } }]);
	});
});
