import type { IDataObject } from 'n8n-workflow';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';

import type { BrandLayout } from '../../sandbox/world/types.mts';
import { pictureServer, png, type PictureServer } from '../harness/pictures.mts';

/** A picture of the right shape for each place, by its path on the shop's server. */
export const SHOP_PICTURES = {
	'/basic.png': png(800, 400),
	'/wide.png': png(800, 600),
	'/first.png': png(1000, 500),
	'/item.png': png(500, 500),
	'/feed.png': png(800, 601),
	'/product.png': png(800, 402),
};

/** The shop's web server with its pictures, for one test file. */
export function shopServer(
	files: Readonly<Record<string, Buffer>> = SHOP_PICTURES,
): Pick<PictureServer, 'url' | 'asked'> {
	let server: PictureServer;
	beforeAll(async () => void (server = await pictureServer(files)));
	afterAll(async () => await server.close());
	beforeEach(() => void server.asked.splice(0));
	return {
		get url() {
			return server.url;
		},
		get asked() {
			return server.asked;
		},
	};
}

/** An image message of that picture. */
export const imageMessage = (imageFrom: string, image: string): IDataObject => ({
	kind: 'IMAGE',
	text: '신상품',
	imageFrom,
	image,
});

const SALE = 'https://m.example.com/sale';
const ITEM = 'https://m.example.com/items/7';

export const button = { type: 'WL', name: '보러 가기', link: SALE };
const seenButton = { type: 'WL', name: '보러 가기', linkMobile: SALE };

/** A button with everything that a web link can have. */
const linked = { ...button, linkPc: 'https://example.com/sale', linkAndroid: 'shop://sale', linkIos: 'shop://sale' };
const seenLinked = {
	...seenButton,
	linkPc: 'https://example.com/sale',
	schemeAndroid: 'shop://sale',
	schemeIos: 'shop://sale',
};

const coupon = (kind: string, rest: IDataObject = {}) => ({
	value: { kind, amount: '', name: '', description: '이번 주말', link: SALE, ...rest },
});
const seenCoupon = (title: string) => ({ title, description: '이번 주말', linkMobile: SALE });

const product = {
	title: '무드등',
	regularPrice: '30000',
	discount: 'rate',
	discountPrice: '24000',
	discountRate: '20',
	additional: '내일 도착',
};
const seenProduct = {
	title: '무드등',
	regularPrice: 30_000,
	discountPrice: 24_000,
	discountRate: 20,
	discountFixed: null,
};

export interface Form {
	/** What the node's form holds. */
	form: IDataObject;
	/** What a customer sees. `picture` stands for the picture at that path. */
	seen: object;
}

/** The messages of each kind that every dealer takes, as n8n stores what a person fills in. @param shop address of its pictures */
export function forms(shop: string): Record<BrandLayout, Form> {
	const from = (path: keyof typeof SHOP_PICTURES) => ({ imageFrom: 'url', image: `${shop}${path}` });
	const picture = expect.stringMatching(/\/images\//);
	const feedCard = { header: '머그컵', text: '오늘만 이 가격', ...from('/feed.png'), buttons: { button: [button] } };
	const seenFeedCard = { header: '머그컵', message: '오늘만 이 가격', imageUrl: picture, buttons: [seenButton] };
	const shopCard = { ...product, ...from('/product.png'), buttons: { button: [button] } };
	const seenShopCard = { commerce: seenProduct, additional: '내일 도착', imageUrl: picture, buttons: [seenButton] };
	return {
		TEXT: {
			form: {
				kind: 'TEXT',
				text: '주말 전 품목 20% 할인\n서두르세요',
				buttons: { button: [linked, { type: 'BK', name: '상담하기' }] },
				coupon: coupon('won', { amount: '5000' }),
			},
			seen: {
				text: '주말 전 품목 20% 할인\n서두르세요',
				buttons: [seenLinked, { type: 'BK', name: '상담하기' }],
				coupon: seenCoupon('5000원 할인 쿠폰'),
			},
		},
		IMAGE: {
			form: {
				kind: 'IMAGE',
				text: '신상품 도착',
				...from('/basic.png'),
				imageLink: ITEM,
				buttons: { button: [button] },
				coupon: coupon('shipping'),
			},
			seen: {
				text: '신상품 도착',
				imageUrl: picture,
				imageLink: ITEM,
				buttons: [seenButton],
				coupon: seenCoupon('배송비 할인 쿠폰'),
			},
		},
		WIDE: {
			form: {
				kind: 'WIDE',
				text: '룰렛을 돌려 보세요',
				...from('/wide.png'),
				buttons: { button: [button, { ...button, name: '당첨자' }] },
				coupon: coupon('percent', { amount: '10' }),
			},
			seen: {
				text: '룰렛을 돌려 보세요',
				imageUrl: picture,
				buttons: [seenButton, { ...seenButton, name: '당첨자' }],
				coupon: seenCoupon('10% 할인 쿠폰'),
			},
		},
		WIDE_ITEM_LIST: {
			form: {
				kind: 'WIDE_ITEM_LIST',
				header: '이번 주 추천',
				listItems: {
					item: [
						{ title: '', ...from('/first.png'), link: SALE },
						...['컵', '셔츠', '등'].map((title) => ({ title, ...from('/item.png'), link: ITEM })),
					],
				},
				buttons: { button: [button] },
			},
			seen: {
				header: '이번 주 추천',
				items: [
					{ title: null, imageUrl: picture, linkMobile: SALE },
					...['컵', '셔츠', '등'].map((title) => ({ title, imageUrl: picture, linkMobile: ITEM })),
				],
				buttons: [seenButton],
			},
		},
		COMMERCE: {
			form: {
				kind: 'COMMERCE',
				...from('/basic.png'),
				product: { value: product },
				buttons: { button: [button] },
				coupon: coupon('free', { name: '머그컵' }),
			},
			seen: {
				commerce: seenProduct,
				additional: '내일 도착',
				imageUrl: picture,
				buttons: [seenButton],
				coupon: seenCoupon('머그컵 무료 쿠폰'),
			},
		},
		CAROUSEL_FEED: {
			form: {
				kind: 'CAROUSEL_FEED',
				feedCards: {
					card: [
						{ ...feedCard, imageLink: ITEM },
						{ ...feedCard, coupon: coupon('up', { name: '사이즈' }) },
					],
				},
				seeMore: { value: { link: SALE } },
			},
			seen: {
				carousel: {
					head: null,
					cards: [
						{ ...seenFeedCard, imageLink: ITEM, coupon: null },
						{ ...seenFeedCard, imageLink: null, coupon: seenCoupon('사이즈 UP 쿠폰') },
					],
					tail: { linkMobile: SALE },
				},
			},
		},
		CAROUSEL_COMMERCE: {
			form: {
				kind: 'CAROUSEL_COMMERCE',
				intro: { value: { header: '취향 저격', text: '비슷한 상품', ...from('/product.png'), link: SALE } },
				productCards: {
					card: [
						shopCard,
						{ ...shopCard, discount: 'amount', discountRate: '', discountFixed: '6000' },
						{ ...shopCard, discount: 'none', discountRate: '', discountPrice: '' },
					],
				},
			},
			seen: {
				carousel: {
					head: { header: '취향 저격', content: '비슷한 상품', imageUrl: picture, linkMobile: SALE },
					cards: [
						seenShopCard,
						{ ...seenShopCard, commerce: { ...seenProduct, discountRate: null, discountFixed: 6000 } },
						{ ...seenShopCard, commerce: { ...seenProduct, discountRate: null, discountPrice: null } },
					],
					tail: null,
				},
			},
		},
		PREMIUM_VIDEO: {
			form: {
				premiumVideo: true,
				kind: 'PREMIUM_VIDEO',
				header: '새 시즌',
				text: '가장 먼저 보여 드립니다',
				video: { value: { url: 'https://tv.kakao.com/v/450012345', ...from('/basic.png') } },
				buttons: { button: [button] },
			},
			seen: {
				header: '새 시즌',
				text: '가장 먼저 보여 드립니다',
				video: { url: 'https://tv.kakao.com/v/450012345', thumbnailUrl: picture },
				buttons: [seenButton],
			},
		},
	};
}

export const LAYOUTS: readonly BrandLayout[] = [
	'TEXT',
	'IMAGE',
	'WIDE',
	'WIDE_ITEM_LIST',
	'COMMERCE',
	'CAROUSEL_FEED',
	'CAROUSEL_COMMERCE',
	'PREMIUM_VIDEO',
];
