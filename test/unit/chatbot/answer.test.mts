import { describe, expect, test } from 'vitest';

import { buildAnswer, type Part, type SkillAnswer } from '../../../kakao/chatbot';
import { valueOf } from '../support/made.mts';

const made = (...parts: Part[]) => valueOf(buildAnswer({ parts }));
const made2 = (answer: Partial<SkillAnswer>) => valueOf(buildAnswer({ parts: [], ...answer }));
const outputs = (...parts: object[]) => ({ template: { outputs: parts }, version: '2.0' });

/** Expected outputs of public code that talks to Kakao (facts kakao-developers §8.3). */
describe('an answer reads as Kakao’s own', () => {
	test('simple text', () => {
		expect(made({ type: 'simpleText', text: '안녕하세요.' })).toEqual(outputs({ simpleText: { text: '안녕하세요.' } }));
	});

	test('basic card', () => {
		expect(
			made({
				type: 'basicCard',
				title: 'title!',
				description: 'Descriptionss',
				thumbnail: { imageUrl: 'http://thumb' },
				buttons: [{ action: 'webLink', label: '날씨 홈피', url: 'http://www' }],
			}),
		).toEqual(
			outputs({
				basicCard: {
					title: 'title!',
					description: 'Descriptionss',
					thumbnail: { imageUrl: 'http://thumb' },
					buttons: [{ action: 'webLink', label: '날씨 홈피', webLinkUrl: 'http://www' }],
				},
			}),
		);
	});

	test('commerce card', () => {
		expect(
			made({
				type: 'commerceCard',
				description: '안녕하세요',
				price: 10000,
				discount: 1000,
				thumbnail: { imageUrl: 'http://some.jpg' },
				buttons: [
					{ action: 'webLink', label: '구매하기', url: 'https://kakao/1542' },
					{ label: '전화하기', action: 'phone', phoneNumber: '02-000-0000' },
					{ action: 'share', label: '공유하기' },
				],
			}),
		).toEqual(
			outputs({
				commerceCard: {
					description: '안녕하세요',
					price: 10000,
					discount: 1000,
					currency: 'won',
					thumbnails: [{ imageUrl: 'http://some.jpg' }],
					buttons: [
						{ action: 'webLink', label: '구매하기', webLinkUrl: 'https://kakao/1542' },
						{ label: '전화하기', action: 'phone', phoneNumber: '02-000-0000' },
						{ action: 'share', label: '공유하기' },
					],
				},
			}),
		);
	});

	test('item card', () => {
		const url = 'http://dev-mk.kakao.com/dn/bot/scripts/with_barcode_blue_1x1.png';
		const link = 'https://namu.wiki/w/%EB%82%98%EC%97%B0(TWICE)';
		expect(
			made({
				type: 'itemCard',
				thumbnail: { imageUrl: url, fixedRatio: false, width: 800, height: 800 },
				imageTitle: { title: 'DOFQTK', description: 'Boarding Number' },
				items: [],
				itemAlignment: 'right',
				summary: { title: 'total', description: '$4,032.54' },
				title: 'title',
				description: 'desc',
				buttons: [{ label: 'View Boarding', action: 'webLink', url: link }],
				buttonLayout: 'vertical',
			}),
		).toEqual(
			outputs({
				itemCard: {
					thumbnail: { imageUrl: url, fixedRatio: false, width: 800, height: 800 },
					imageTitle: { title: 'DOFQTK', description: 'Boarding Number' },
					itemList: [],
					itemListAlignment: 'right',
					itemListSummary: { title: 'total', description: '$4,032.54' },
					title: 'title',
					description: 'desc',
					buttons: [{ label: 'View Boarding', action: 'webLink', webLinkUrl: link }],
					buttonLayout: 'vertical',
				},
			}),
		);
	});

	test('quick replies below a text', () => {
		const answer: SkillAnswer = {
			parts: [{ type: 'simpleText', text: 'What is your choice?' }],
			quickReplies: [
				{ action: 'message', label: 'choice 1', messageText: 'Your choice is 1.' },
				{ action: 'block', label: 'choice 2', blockId: 'b', extra: { order: 'A-1' } },
			],
		};
		expect(valueOf(buildAnswer(answer))).toEqual({
			version: '2.0',
			template: {
				outputs: [{ simpleText: { text: 'What is your choice?' } }],
				quickReplies: [
					{ messageText: 'Your choice is 1.', action: 'message', label: 'choice 1' },
					{ action: 'block', label: 'choice 2', blockId: 'b', extra: { order: 'A-1' } },
				],
			},
		});
	});

	test('what the bot is to remember or to fill in, without saying anything itself', () => {
		const contexts = [
			{ name: 'abc', lifeSpan: 10, params: { key1: 'val1', key2: 'val2' } },
			{ name: 'ghi', lifeSpan: 0 },
		];
		expect(made2({ contexts })).toEqual({ context: { values: contexts }, version: '2.0' });
		expect(made2({ data: { name: '춘식' } })).toEqual({ data: { name: '춘식' }, version: '2.0' });
		expect(made2({ silent: true })).toEqual({ template: { outputs: [] }, version: '2.0' });
	});

	test('list, picture, carousel and the hand-over to a person', () => {
		const card = {
			type: 'textCard' as const,
			title: '상담',
			buttons: [{ action: 'operator' as const, label: '상담원 연결' }],
		};
		expect(
			made(
				{ type: 'simpleImage', imageUrl: 'https://a.example/b.png', altText: '빵' },
				{
					type: 'listCard',
					header: '오늘의 빵',
					items: [
						{ title: '식빵', link: 'https://a.example' },
						{ title: '단팥빵', action: 'block', blockId: 'b' },
					],
				},
				{ type: 'carousel', cards: [card, card] },
			),
		).toEqual(
			outputs(
				{ simpleImage: { imageUrl: 'https://a.example/b.png', altText: '빵' } },
				{
					listCard: {
						header: { title: '오늘의 빵' },
						items: [
							{ title: '식빵', link: { web: 'https://a.example' } },
							{ title: '단팥빵', action: 'block', blockId: 'b' },
						],
					},
				},
				{
					carousel: {
						type: 'textCard',
						items: Array(2).fill({ title: '상담', buttons: [{ label: '상담원 연결', action: 'operator' }] }),
					},
				},
			),
		);
	});
});
