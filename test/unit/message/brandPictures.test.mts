import { describe, expect, test } from 'vitest';

import { BRAND_KINDS } from '../../../kakao/message/brand/content';
import {
	picturesIn,
	pictureProblems,
	replacePictures,
	unequalShapes,
	type Picture,
	type PictureSlot,
} from '../../../kakao/message/brand/pictures';
import { brand, carousel, intro, productCard } from '../support/makeBrand.mts';

const MEGABYTE = 1024 * 1024;
const picture = (width: number, height: number, size = 1000): Picture => ({ format: 'jpeg', width, height, size });
const told = (shape: Picture, slot: PictureSlot) => pictureProblems(shape, slot, 'image').map(({ text }) => text);

describe('a picture that Kakao would refuse is refused before it is uploaded', () => {
	test.each<[PictureSlot, number, number, boolean]>([
		['basic', 800, 400, true],
		['basic', 800, 390, false],
		['basic', 600, 800, true],
		['basic', 600, 810, false],
		['basic', 500, 500, true],
		['feedCard', 800, 400, true],
		['feedCard', 800, 390, false],
		['feedCard', 600, 800, true],
		['feedCard', 600, 810, false],
		['productCard', 800, 400, true],
		['productCard', 600, 810, false],
		['wide', 800, 400, true],
		['wide', 800, 390, false],
		['wide', 800, 800, true],
		['wide', 800, 810, false],
		['firstItem', 800, 400, true],
		['firstItem', 1200, 600, true],
		['firstItem', 801, 400, true],
		['firstItem', 800, 410, false],
		['firstItem', 800, 390, false],
		['firstItem', 500, 500, false],
		['item', 500, 500, true],
		['item', 800, 800, true],
		['item', 800, 790, false],
		['item', 800, 810, false],
		['item', 800, 400, false],
	])('%s of %i × %i: %j', (slot, width, height, good) => {
		expect(told(picture(width, height), slot)).toEqual(good ? [] : [`is ${width} × ${height} pixels`]);
	});

	test.each<PictureSlot>(['basic', 'wide', 'firstItem', 'item', 'feedCard', 'productCard'])(
		'%s: at least 500 pixels wide, at most 5 MB, and the cure names a shape that fits',
		(slot) => {
			const height = (width: number) => (slot === 'item' ? width : Math.round(width / 2));
			expect(told(picture(500, height(500)), slot)).toEqual([]);
			expect(told(picture(499, height(499)), slot)).toEqual(['is 499 pixels wide']);
			expect(told(picture(500, height(500), 5 * MEGABYTE), slot)).toEqual([]);
			expect(told(picture(500, height(500), 5 * MEGABYTE + 1), slot)).toEqual(['has 5.0 MB']);
			expect(told(picture(500, height(500), 12 * MEGABYTE), slot)).toEqual(['has 12.0 MB']);
			const [{ cure } = { cure: '' }] = pictureProblems(picture(5000, 1), slot, 'image');
			const [, width, proposed] = /say (\d+) × (\d+)/.exec(cure) ?? [];
			expect(told(picture(Number(width), Number(proposed)), slot)).toEqual([]);
		},
	);

	test('everything that is wrong is told at once', () => {
		expect(told(picture(100, 1000, 6 * MEGABYTE), 'item')).toEqual([
			'has 6.0 MB',
			'is 100 pixels wide',
			'is 100 × 1000 pixels',
		]);
	});
});

describe('every picture of an advertisement is found, with the place it stands in', () => {
	const found = (content: Parameters<typeof picturesIn>[0]) =>
		picturesIn(content).map(({ field, slot }) => [field, slot]);

	test.each([
		['TEXT', []],
		['IMAGE', [['image', 'basic']]],
		['WIDE', [['image', 'wide']]],
		['COMMERCE', [['image', 'basic']]],
		[
			'WIDE_ITEM_LIST',
			[
				['list item 1 image', 'firstItem'],
				['list item 2 image', 'item'],
				['list item 3 image', 'item'],
			],
		],
		[
			'CAROUSEL_FEED',
			[
				['card 1: image', 'feedCard'],
				['card 2: image', 'feedCard'],
			],
		],
		[
			'CAROUSEL_COMMERCE',
			[
				['card 1: image', 'productCard'],
				['card 2: image', 'productCard'],
			],
		],
		['PREMIUM_VIDEO', []],
	] as const)('%s', (kind, uses) => expect(found(brand(kind))).toEqual(uses));

	test('also the opening card’s and a video’s', () => {
		expect(found(carousel('CAROUSEL_COMMERCE', { intro: intro() }))).toContainEqual(['intro image', 'productCard']);
		const video = { url: 'https://tv.kakao.com/v/1', thumbnail: 'https://p.kr/t.jpg' };
		expect(found(brand('PREMIUM_VIDEO', { video }))).toEqual([['video thumbnail', 'basic']]);
	});

	test('an empty place is none', () => {
		expect(found(brand('IMAGE', { image: '' }))).toEqual([]);
		const cards = [productCard({ image: '' }), productCard()];
		expect(found(carousel('CAROUSEL_COMMERCE', { intro: intro({ image: '' }), cards }))).toEqual([
			['card 2: image', 'productCard'],
		]);
	});
});

describe('after the upload', () => {
	test.each(BRAND_KINDS)('%s names the dealer’s pictures, and nothing else has changed', (kind) => {
		const content = brand(kind);
		const before = structuredClone(content);
		expect(replacePictures(content, (image) => image)).toEqual(content);
		const replaced = replacePictures(content, (image, slot, field) => `${slot}|${field}|${image}`);
		expect(picturesIn(replaced).map(({ image }) => image)).toEqual(
			picturesIn(content).map(({ image, slot, field }) => `${slot}|${field}|${image}`),
		);
		expect(replacePictures(replaced, (image) => image.split('|').at(-1)!)).toEqual(content);
		expect(content).toEqual(before);
	});

	test('the opening card keeps its texts and the carousel its "see more"', () => {
		const content = carousel('CAROUSEL_COMMERCE', { intro: intro(), more: { linkMobile: 'https://a.kr' } });
		expect(replacePictures(content, () => 'id').carousel).toMatchObject({
			intro: { header: '이번 주', image: 'id' },
			more: { linkMobile: 'https://a.kr' },
			cards: [{ image: 'id' }, { image: 'id' }],
		});
	});
});

describe('pictures of a commerce carousel', () => {
	const shapes = (...sizes: [number, number][]) =>
		unequalShapes(
			sizes.map(([width, height], at) => ({ field: `card ${at + 1}: image`, picture: picture(width, height) })),
		);

	test('of one shape are let through, whatever their size', () => {
		expect(shapes([800, 600], [400, 300], [1600, 1200], [801, 600])).toEqual([]);
		expect(shapes([800, 600])).toEqual([]);
		expect(shapes()).toEqual([]);
	});

	test('of different shapes are told, and the first odd one is named', () => {
		expect(shapes([800, 600], [800, 600], [800, 400], [500, 500])).toMatchObject([{ field: 'card 3: image' }]);
	});
});
