import type { Sandbox } from '../../sandbox/sandbox.mts';
import { png } from './brandNhnSupport.mts';
import { SHOP, solapi } from './support.mts';

export interface Group {
	groupId: string;
	status: string;
	count: { total: number; registeredSuccess: number; registeredFailed: number; sentReplacement: number };
	countForCharge: Record<string, object>;
}

export interface SendAnswer {
	failedMessageList: { to: string; type: string; statusCode: string; statusMessage: string }[];
	groupInfo: Group;
	messageList?: { messageId: string; statusCode: string }[];
}

export interface Uploaded {
	fileId: string;
	type: string;
	errorCode?: string;
}

/** The channel that may not address strangers. */
export const CS_PFID = 'PF01ID2601010000000002SANDBOXHELP';

/** What each upload type wants to see. */
export const SIZES = {
	BMS: [800, 400], BMS_WIDE: [800, 600], BMS_WIDE_MAIN_ITEM_LIST: [1000, 500], BMS_WIDE_SUB_ITEM_LIST: [500, 500],
	BMS_CAROUSEL_FEED_LIST: [800, 600], BMS_CAROUSEL_COMMERCE_LIST: [800, 400],
} as const;

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const upload = (sandbox: Sandbox, type: string, bytes: Uint8Array) =>
	solapi<Uploaded>(sandbox, 'POST', '/storage/v1/files', { file: base64(bytes), type, name: 'picture.png' });

/** Uploads a picture that fits. */
export async function pictureFor(sandbox: Sandbox, type: keyof typeof SIZES): Promise<string> {
	const [width, height] = SIZES[type];
	return (await upload(sandbox, type, png(width, height))).body.fileId;
}

const link = { linkMobile: 'https://shop.example.com/sale' };
export const button = { linkType: 'WL', name: '보러 가기', ...link };
export const coupon = { title: '5000원 할인 쿠폰', description: '이번 주말까지', ...link };
const commerce = { title: '무드등', regularPrice: 30_000, discountPrice: 24_000, discountRate: 20 };

/** One `bms` of every layout that is in order, with the message's own text where that is the body. */
export async function contents(sandbox: Sandbox) {
	const [basic, wide, main, sub, feed, shop] = await Promise.all(
		(Object.keys(SIZES) as (keyof typeof SIZES)[]).map((type) => pictureFor(sandbox, type)),
	);
	const item = (title: string) => ({ title, imageId: sub, ...link });
	const card = (header: string) => ({ header, content: '오늘만 이 가격', imageId: feed, buttons: [button] });
	const offer = { imageId: shop, commerce, additionalContent: '무료 배송', buttons: [button] };
	return {
		TEXT: { text: '주말 전 품목 20% 할인', bms: { buttons: [button, { linkType: 'AC' }], coupon } },
		IMAGE: { text: '신상품 도착', bms: { imageId: basic, imageLink: 'https://shop.example.com', buttons: [button] } },
		WIDE: { text: '룰렛을 돌려 보세요', bms: { imageId: wide, buttons: [button, button], coupon } },
		WIDE_ITEM_LIST: { bms: { header: '이번 주 추천', mainWideItem: { imageId: main, ...link }, subWideItemList: ['컵', '셔츠', '등'].map(item) } },
		COMMERCE: { bms: { imageId: basic, commerce, additionalContent: '내일 도착', buttons: [button] } },
		CAROUSEL_FEED: { bms: { carousel: { list: [card('머그컵'), card('선물')], tail: link } } },
		CAROUSEL_COMMERCE: {
			bms: { carousel: { head: { header: '취향 저격', content: '비슷한 상품', imageId: shop, ...link }, list: [offer] } },
		},
		PREMIUM_VIDEO: { text: '새 시즌', bms: { header: '브랜드 영상', video: { videoUrl: 'https://tv.kakao.com/v/123' }, buttons: [button] } },
	};
}

export type Layout = keyof Awaited<ReturnType<typeof contents>>;
export const LAYOUTS: Layout[] = ['TEXT', 'IMAGE', 'WIDE', 'WIDE_ITEM_LIST', 'COMMERCE', 'CAROUSEL_FEED', 'CAROUSEL_COMMERCE', 'PREMIUM_VIDEO'];

/** A free-form message; `bms` and `extra` may replace anything. */
export const free = (chatBubbleType: string, bms: object, extra: object = {}, pfId: string = SHOP.pfId) => ({
	to: '01012345678', type: 'BMS_FREE', ...extra, kakaoOptions: { pfId, disableSms: true, bms: { targeting: 'I', chatBubbleType, ...bms } },
});

/** A message from a template. */
export const templated = (templateId: string, variables: object, options: object = {}, extra: object = {}) => ({
	to: '01012345678', ...extra, kakaoOptions: { pfId: SHOP.pfId, templateId, variables, bms: { targeting: 'I' }, ...options },
});

export const BENCH = { '#{이름}': '홍길동', '#{항목}': '세일', '#{번호}': 'B-1' };
