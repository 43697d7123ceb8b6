import type { Problem } from '../limits';
import type { BrandContent } from './content';

/** Where a picture stands. Each place has its own shape, and dealers want each uploaded as its own type (facts §1.4). */
export type PictureSlot = 'basic' | 'wide' | 'firstItem' | 'item' | 'feedCard' | 'productCard';

/** A picture as its bytes tell it. */
export interface Picture {
	format: 'jpeg' | 'png';
	/** Pixels. */
	width: number;
	height: number;
	/** Bytes. */
	size: number;
}

export interface PictureUse {
	field: string;
	slot: PictureSlot;
	/** The dealer's reference, or whatever stands for the picture until it is uploaded. */
	image: string;
}

/** Every picture of a content. */
export function picturesIn(content: BrandContent): PictureUse[] {
	const found: PictureUse[] = [];
	replacePictures(content, (image, slot, field) => {
		found.push({ field, slot, image });
		return image;
	});
	return found;
}

/** The content with other references, say those that the dealer gave for uploaded pictures. */
export function replacePictures(
	content: BrandContent,
	change: (image: string, slot: PictureSlot, field: string) => string,
): BrandContent {
	const { image, items, video, carousel } = content;
	const card: PictureSlot = content.kind === 'CAROUSEL_FEED' ? 'feedCard' : 'productCard';
	return {
		...content,
		...(image && { image: change(image, content.kind === 'WIDE' ? 'wide' : 'basic', 'image') }),
		...(items && {
			items: items.map((item, at) => ({
				...item,
				image: item.image && change(item.image, at === 0 ? 'firstItem' : 'item', `list item ${at + 1} image`),
			})),
		}),
		...(video?.thumbnail && {
			video: { ...video, thumbnail: change(video.thumbnail, 'basic', 'video thumbnail') },
		}),
		...(carousel && {
			carousel: {
				...carousel,
				...(carousel.intro?.image && {
					intro: { ...carousel.intro, image: change(carousel.intro.image, card, 'intro image') },
				}),
				cards: carousel.cards.map((each, at) => ({
					...each,
					image: each.image && change(each.image, card, `card ${at + 1}: image`),
				})),
			},
		}),
	};
}

const MEGABYTE = 1024 * 1024;
const LARGEST = 5 * MEGABYTE;
const NARROWEST = 500;
/** Height by width, from and to. */
const SHAPES: Readonly<Record<PictureSlot, { from: number; to: number; words: string }>> = {
	basic: { from: 0.5, to: 4 / 3, words: 'between 2:1 and 3:4 (width to height), say 800 × 400' },
	wide: { from: 0.5, to: 1, words: 'between 2:1 and 1:1 (width to height), say 800 × 600' },
	firstItem: { from: 0.5, to: 0.5, words: 'exactly 2:1, say 800 × 400' },
	item: { from: 1, to: 1, words: 'exactly 1:1, say 500 × 500' },
	feedCard: { from: 0.5, to: 4 / 3, words: 'between 2:1 and 3:4 (width to height), say 800 × 600' },
	productCard: { from: 0.5, to: 4 / 3, words: 'between 2:1 and 3:4 (width to height), say 800 × 600' },
};
/** "Exactly 2:1" is meant to the pixel or so. */
const TOLERANCE = 0.005;

/** What Kakao would refuse about a picture in this place. */
export function pictureProblems(picture: Picture, slot: PictureSlot, field: string): Problem[] {
	const { width, height, size } = picture;
	const { from, to, words } = SHAPES[slot];
	const shape = height / width;
	const problems: Problem[] = [];
	if (size > LARGEST)
		problems.push({
			field,
			text: `has ${(size / MEGABYTE).toFixed(1)} MB`,
			cure: 'Use a picture of at most 5 MB.',
		});
	if (width < NARROWEST)
		problems.push({ field, text: `is ${width} pixels wide`, cure: `Use one of at least ${NARROWEST} pixels.` });
	if (shape < from - TOLERANCE || shape > to + TOLERANCE)
		problems.push({ field, text: `is ${width} × ${height} pixels`, cure: `Cut it to a shape ${words}.` });
	return problems;
}

/** All pictures of a commerce carousel have one shape (NHN overview). */
export function unequalShapes(pictures: readonly { field: string; picture: Picture }[]): Problem[] {
	const [first, ...others] = pictures;
	if (!first) return [];
	const shapeOf = ({ width, height }: Picture) => height / width;
	const odd = others.find(({ picture }) => Math.abs(shapeOf(picture) - shapeOf(first.picture)) > TOLERANCE);
	return odd
		? [
				{
					field: odd.field,
					text: 'has another shape than the first picture of the carousel',
					cure: 'Cut all pictures of the carousel to the same shape.',
				},
			]
		: [];
}
