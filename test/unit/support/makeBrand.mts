import { crc32, deflateSync } from 'node:zlib';

import type {
	BrandContent,
	BrandKind,
	BrandTemplate,
	Card,
	Carousel,
	Intro,
} from '../../../kakao/message/brand/content';
import { brandRules } from '../../../kakao/message/brand/kakaoRules';
import type { BrandRules } from '../../../kakao/message/brand/rules';
import type { BrandCapabilities, Capabilities } from '../../../kakao/message/capabilities';
import { KAKAO_LIMITS } from '../../../kakao/message/limits';
import type { Button } from '../../../kakao/message/template';

export const RULES: BrandRules = brandRules();

export const web = (parts: Partial<Button> = {}): Button => ({
	type: 'WL',
	name: '자세히',
	linkMobile: 'https://a.kr/sale',
	...parts,
});
export const coupon = (parts: Partial<NonNullable<BrandContent['coupon']>> = {}) => ({
	title: '20% 할인 쿠폰',
	description: '주말 한정',
	linkMobile: 'https://a.kr/c',
	...parts,
});
export const commerce = (parts: Partial<NonNullable<BrandContent['commerce']>> = {}) => ({
	title: '공기청정기',
	regularPrice: '299000',
	...parts,
});
export const feedCard = (parts: Partial<Card> = {}): Card => ({
	header: '봄',
	text: '봄옷이 왔어요',
	image: 'https://p.kr/1.jpg',
	buttons: [web()],
	...parts,
});
export const productCard = (parts: Partial<Card> = {}): Card => ({
	image: 'https://p.kr/1.jpg',
	commerce: commerce(),
	buttons: [web()],
	...parts,
});
export const intro = (parts: Partial<Intro> = {}): Intro => ({
	header: '이번 주',
	text: '골라 담아요',
	image: 'https://p.kr/0.jpg',
	...parts,
});

/** A card for either carousel. */
export const cardOf = (kind: BrandKind, parts: Partial<Card> = {}): Card =>
	kind === 'CAROUSEL_FEED' ? feedCard(parts) : productCard(parts);
export const cards = (kind: BrandKind, count: number): Card[] => Array.from({ length: count }, () => cardOf(kind));

const item = (title: string) => ({ title, image: 'https://p.kr/i.jpg', linkMobile: 'https://a.kr/i' });

/** The least that each kind needs, and everything it has a place for. */
const CONTENTS: Readonly<Record<BrandKind, BrandContent>> = {
	TEXT: { kind: 'TEXT', text: '주말 특가', buttons: [] },
	IMAGE: { kind: 'IMAGE', text: '주말 특가', image: 'https://p.kr/1.jpg', buttons: [] },
	WIDE: { kind: 'WIDE', text: '주말 특가', image: 'https://p.kr/1.jpg', buttons: [] },
	WIDE_ITEM_LIST: {
		kind: 'WIDE_ITEM_LIST',
		header: '이번 주',
		items: [item('하나'), item('둘'), item('셋')],
		buttons: [],
	},
	COMMERCE: { kind: 'COMMERCE', image: 'https://p.kr/1.jpg', commerce: commerce(), buttons: [web()] },
	CAROUSEL_FEED: { kind: 'CAROUSEL_FEED', carousel: { cards: cards('CAROUSEL_FEED', 2) }, buttons: [] },
	CAROUSEL_COMMERCE: { kind: 'CAROUSEL_COMMERCE', carousel: { cards: cards('CAROUSEL_COMMERCE', 2) }, buttons: [] },
	PREMIUM_VIDEO: { kind: 'PREMIUM_VIDEO', video: { url: 'https://tv.kakao.com/v/1' }, buttons: [] },
};

export const brand = (kind: BrandKind, parts: Partial<BrandContent> = {}): BrandContent => ({
	...CONTENTS[kind],
	...parts,
});
export const carousel = (kind: BrandKind, parts: Partial<Carousel> = {}): BrandContent =>
	brand(kind, { carousel: { ...CONTENTS[kind].carousel!, ...parts } });

export const brandTemplate = (content: BrandContent, parts: Partial<BrandTemplate> = {}): BrandTemplate => ({
	code: 'SPRING',
	name: '봄 행사',
	status: 'approved',
	content,
	...parts,
});

/** A dealer that can everything. */
export const CAPABILITIES: Capabilities = {
	alimTalkLimits: KAKAO_LIMITS,
	parallelRequests: 4,
	overseas: true,
	schedule: { minLeadMinutes: 0, maxDays: 60, wholeMinutes: true },
	fallback: { senderRequired: false },
	reportDays: 30,
	cancels: 'message',
	carriesKey: true,
};
export const BRAND: BrandCapabilities = {
	freeForm: RULES,
	template: RULES,
	valuesPerCard: true,
	freeFormByRecipient: true,
	unsubscribe: true,
	fallback: { freeForm: true, template: true },
	silent: true,
	night: { from: 20 * 60 + 50, until: 8 * 60 },
	onePerDay: false,
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const uint32 = (value: number): Buffer => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
};
const chunk = (type: string, data: Buffer): Buffer => {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
};

/** A grey PNG. */
export function png(width: number, height: number, before: readonly Buffer[] = []): Buffer {
	const header = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 0, 0, 0, 0])]);
	const pixels = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 100_000)));
	return Buffer.concat([
		SIGNATURE,
		...before,
		chunk('IHDR', header),
		chunk('IDAT', pixels),
		chunk('IEND', Buffer.alloc(0)),
	]);
}
/** What Apple's tools put before the header: no browser and no KakaoTalk reads such a file. */
export const APPLE_CHUNK = chunk('CgBI', Buffer.from([0x50, 0x00, 0x20, 0x02]));

/** One segment of a JPEG. */
export function segment(marker: number, data: Buffer): Buffer {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(data.length + 2, 2);
	return Buffer.concat([head, data]);
}
export function frame(marker: number, width: number, height: number): Buffer {
	const data = Buffer.alloc(15);
	data[0] = 8;
	data.writeUInt16BE(height, 1);
	data.writeUInt16BE(width, 3);
	data[5] = 3;
	return segment(marker, data);
}
/** A JPEG as far as its frame and a little beyond, with whatever stands before the frame. */
export const jpeg = (width: number, height: number, before: readonly Buffer[] = [], marker = 0xc0): Buffer =>
	Buffer.concat([
		Buffer.from([0xff, 0xd8]),
		...before,
		frame(marker, width, height),
		segment(0xda, Buffer.alloc(10)),
		Buffer.from([1, 2, 3, 0xff, 0xd9]),
	]);
