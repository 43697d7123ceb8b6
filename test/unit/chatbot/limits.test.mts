import { describe, expect, test } from 'vitest';

import {
	buildAnswer,
	type Audience,
	type Card,
	type Part,
	type SkillAnswer,
	type SkillButton,
} from '../../../kakao/chatbot';

const x = (count: number) => 'x'.repeat(count);
const many = <T,>(count: number, one: T): T[] => Array<T>(count).fill(one);
const picture = { imageUrl: 'https://a.example/p.png' };
const share: SkillButton = { action: 'share', label: '공유' };
const message: SkillButton = { action: 'message', label: '네', messageText: '네' };
const hello: Part = { type: 'simpleText', text: '안녕' };
const text = (more: object = {}): Card => ({ type: 'textCard', title: 't', ...more });
const basic = (more: object = {}): Card => ({ type: 'basicCard', thumbnail: picture, ...more });
const goods = (more: object = {}): Card => ({
	type: 'commerceCard',
	description: 'd',
	price: 1000,
	thumbnail: picture,
	buttons: [share],
	...more,
});
const list = (count: number, more: object = {}): Card => ({
	type: 'listCard',
	header: 'h',
	items: many(count, { title: 'i' }),
	...more,
});
const items = (count: number, more: object = {}): Card => ({
	type: 'itemCard',
	items: many(count, { title: 'i', description: 'd' }),
	...more,
});
const carousel = (cards: Card[], more: object = {}): Part => ({ type: 'carousel', cards, ...more });

const problemsOf = (answer: SkillAnswer, audience?: Audience) => {
	const result = buildAnswer(answer, audience);
	return 'problems' in result ? result.problems : [];
};
const fieldsOf = (...parts: Part[]) => problemsOf({ parts }).map(({ field }) => field);

describe('what fits goes out, and one more does not', () => {
	test.each<[string, Part[], Part[], string]>([
		['parts', many(3, hello), many(4, hello), 'parts'],
		['text', [{ type: 'simpleText', text: x(1000) }], [{ type: 'simpleText', text: x(1001) }], 'part 1 text'],
		[
			'alternative text',
			[{ type: 'simpleImage', imageUrl: picture.imageUrl, altText: x(50) }],
			[{ type: 'simpleImage', imageUrl: picture.imageUrl, altText: x(51) }],
			'part 1 image description',
		],
		['text card title', [text({ title: x(50) })], [text({ title: x(51) })], 'part 1 title'],
		['text card', [text({ description: x(399) })], [text({ description: x(400) })], 'part 1 title and description'],
		[
			'text card in a carousel',
			[carousel([text({ description: x(127) })])],
			[carousel([text({ description: x(128) })])],
			'part 1 card 1 title and description',
		],
		['basic card', [basic({ description: x(230) })], [basic({ description: x(231) })], 'part 1 description'],
		[
			'basic card in a carousel',
			[carousel([basic({ description: x(76) })])],
			[carousel([basic({ description: x(77) })])],
			'part 1 card 1 description',
		],
		['goods title', [goods({ title: x(30) })], [goods({ title: x(31) })], 'part 1 title'],
		['goods description', [goods({ description: x(40) })], [goods({ description: x(41) })], 'part 1 description'],
		['goods without a button', [goods()], [goods({ buttons: [] })], 'part 1 buttons'],
		[
			'goods with buttons',
			[goods({ buttons: many(3, share) })],
			[goods({ buttons: many(4, share) })],
			'part 1 buttons',
		],
		['list items', [list(5)], [list(6)], 'part 1 items'],
		['list without items', [list(1)], [list(0)], 'part 1 items'],
		['list in a carousel', [carousel([list(4)])], [carousel([list(5)])], 'part 1 card 1 items'],
		['list buttons', [list(1, { buttons: many(2, share) })], [list(1, { buttons: many(3, share) })], 'part 1 buttons'],
		['item rows', [items(10)], [items(11)], 'part 1 items'],
		['item rows in a carousel', [carousel([items(5)])], [carousel([items(6)])], 'part 1 card 1 items'],
		[
			'item title',
			[items(0, { items: [{ title: x(6), description: '' }] })],
			[items(0, { items: [{ title: x(7), description: '' }] })],
			'part 1 item 1 title',
		],
		['cards', [carousel(many(10, basic()))], [carousel(many(11, basic()))], 'part 1 cards'],
		['list cards', [carousel(many(5, list(1)))], [carousel(many(6, list(1)))], 'part 1 cards'],
		['buttons', [text({ buttons: many(3, share) })], [text({ buttons: many(4, share) })], 'part 1 buttons'],
		[
			'horizontal buttons',
			[text({ buttonLayout: 'horizontal', buttons: many(2, share) })],
			[text({ buttonLayout: 'horizontal', buttons: many(3, share) })],
			'part 1 buttons',
		],
		[
			'label',
			[text({ buttons: [{ ...share, label: x(14) }] })],
			[text({ buttons: [{ ...share, label: x(15) }] })],
			'part 1 button 1 label',
		],
		[
			'horizontal label',
			[text({ buttonLayout: 'horizontal', buttons: [{ ...share, label: x(8) }] })],
			[text({ buttonLayout: 'horizontal', buttons: [{ ...share, label: x(9) }] })],
			'part 1 button 1 label',
		],
	])('%s', (_, good, bad, field) => {
		expect(fieldsOf(...good)).toEqual([]);
		expect(fieldsOf(...bad)).toEqual([field]);
	});

	test('quick replies', () => {
		const quickReplies = (count: number) => ({ parts: [hello], quickReplies: many(count, message as never) });
		expect(problemsOf(quickReplies(10))).toEqual([]);
		expect(problemsOf(quickReplies(11))).toMatchObject([{ field: 'quick replies' }]);
	});
});

describe('what Kakao would refuse is told before, with the cure', () => {
	test.each<[Part, string]>([
		[{ type: 'simpleText', text: ' ' }, 'part 1 text'],
		[{ type: 'simpleImage', imageUrl: 'a.png' }, 'part 1 image'],
		[{ type: 'textCard' }, 'part 1 card'],
		[basic({ thumbnail: { imageUrl: '' } }), 'part 1 image address'],
		[basic({ thumbnail: { ...picture, link: 'x' } }), 'part 1 image link'],
		[basic({ thumbnail: { ...picture, fixedRatio: true } }), 'part 1 image'],
		[goods({ price: 1.5 }), 'part 1 price'],
		[goods({ price: undefined }), 'part 1 price'],
		[goods({ price: -1 }), 'part 1 price'],
		[goods({ discount: 1001 }), 'part 1 discount'],
		[goods({ discountRate: 10 }), 'part 1 discount rate'],
		[goods({ discountRate: 101, discountedPrice: 0 }), 'part 1 discount rate'],
		[list(1, { header: '' }), 'part 1 header'],
		[list(1, { items: [{ title: '' }] }), 'part 1 item 1 title'],
		[list(1, { items: [{ title: 'i', action: 'block' }] }), 'part 1 item 1 block'],
		[list(1, { items: [{ title: 'i', action: 'message' }] }), 'part 1 item 1 message'],
		[list(1, { items: [{ title: 'i', link: 'https://a.example', action: 'block', blockId: 'b' }] }), 'part 1 item 1'],
		[items(1, { head: 'h', profile: { nickname: 'n' } }), 'part 1 head'],
		[carousel([]), 'part 1 cards'],
		[carousel([basic(), text()]), 'part 1 cards'],
		[carousel([text()], { header: { title: 't', description: 'd', thumbnail: picture } }), 'part 1 header'],
		[text({ buttons: [{ ...share, label: '' }] }), 'part 1 button 1 label'],
		[text({ buttons: [{ action: 'webLink', label: 'l', url: '/x' }] }), 'part 1 button 1 address'],
		[text({ buttons: [{ action: 'message', label: 'l', messageText: '' }] }), 'part 1 button 1 message'],
		[text({ buttons: [{ action: 'phone', label: 'l', phoneNumber: 'x' }] }), 'part 1 button 1 phone number'],
		[text({ buttons: [{ action: 'block', label: 'l', blockId: '' }] }), 'part 1 button 1 block'],
		[text({ buttons: [{ action: 'osLink', label: 'l' }] }), 'part 1 button 1'],
		[{ type: 'video' } as never, 'part 1 type'],
		[carousel([{ type: 'video' } as never]), 'part 1 card 1 type'],
	])('%j', (part, field) => {
		const problems = problemsOf({ parts: [part] });
		expect(problems.map((each) => each.field)).toEqual([field]);
		expect(problems[0]!.cure).not.toBe('');
	});

	test('a square picture has two buttons side by side', () => {
		const square = { ...picture, fixedRatio: true, width: 800, height: 800 };
		const two = many(2, share);
		expect(fieldsOf(basic({ thumbnail: square, buttons: two, buttonLayout: 'horizontal' }))).toEqual([]);
		expect(fieldsOf(basic({ thumbnail: square, buttons: two, buttonLayout: 'vertical' }))).toEqual(['part 1 buttons']);
		expect(fieldsOf(basic({ thumbnail: square, buttons: many(3, share) }))).toEqual(['part 1 buttons']);
		expect(fieldsOf(carousel([basic({ thumbnail: square }), basic()]))).toEqual(['part 1 cards']);
	});

	test.each<[Partial<SkillAnswer>, string]>([
		[{}, 'answer'],
		[{ parts: [hello], silent: true }, 'answer'],
		[{ silent: true, quickReplies: [message as never] }, 'quick replies'],
		[{ contexts: [{ name: '', lifeSpan: 1 }] }, 'context 1 name'],
		[{ contexts: [{ name: 'a', lifeSpan: -1 }] }, 'context 1 life span'],
		[{ contexts: [{ name: 'a', lifeSpan: 1, ttl: 0.5 }] }, 'context 1 time to live'],
	])('%j', (answer, field) => {
		expect(problemsOf({ parts: [], ...answer }).map((each) => each.field)).toEqual([field]);
	});

	test('group chats show more buttons and fewer parts', () => {
		expect(problemsOf({ parts: [text({ buttons: many(5, share) })] }, 'group')).toEqual([]);
		expect(problemsOf({ parts: [text({ buttons: many(6, share) })] }, 'group')).toHaveLength(1);
		const answer = { parts: [goods(), carousel([basic()])], quickReplies: [message as never] };
		expect(problemsOf(answer, 'group').map(({ field }) => field)).toEqual([
			'quick replies',
			'commerce card',
			'carousel',
		]);
	});
});
