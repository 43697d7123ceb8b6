import { createHmac } from 'node:crypto';
import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { Sandbox } from '../../sandbox/sandbox.mts';
import { png } from './brandNhnSupport.mts';
import { read, sens } from './support.mts';

export interface Failure {
	status: number;
	errors: string[];
	errorMessage: string;
}

export interface SendAnswer extends Failure {
	requestId: string;
	statusCode: string;
	messages: { messageId: string; to: string; requestStatusCode: string; requestStatusName: string; useSmsFailover: boolean }[];
}

export interface Image extends Failure {
	imageId: string;
	imageUrl: string;
	imageType: string;
	imageName: string;
}

export const BRAND_BASE = `/brandmessage/v2/services/${DEMO_CREDENTIALS.naverSens.serviceId}`;

/** What each image type wants to see. */
export const SIZES = {
	BASIC: [800, 400], WIDE: [800, 600], WIDE_ITEM_LIST_MAIN: [1000, 500], WIDE_ITEM_LIST_SUB: [500, 500], CAROUSEL_FEED: [800, 600],
	CAROUSEL_COMMERCE: [800, 400],
} as const;

/** Signs what SENS signs of a form: the path, not the body. */
export async function upload(sandbox: Sandbox, imageType: string, bytes: Uint8Array<ArrayBuffer>, extra: Record<string, string> = {}) {
	const { accessKey, secretKey } = DEMO_CREDENTIALS.naverSens;
	const path = `${BRAND_BASE}/images`;
	const timestamp = String(Date.now());
	const form = new FormData();
	form.set('imageType', imageType);
	form.set('imageFile', new Blob([bytes], { type: 'image/png' }), 'picture.png');
	for (const [name, value] of Object.entries(extra)) form.set(name, value);
	return read<Image>(await fetch(sandbox.urls.naverSens + path, {
		method: 'POST', body: form,
		headers: {
			'x-ncp-apigw-timestamp': timestamp, 'x-ncp-iam-access-key': accessKey,
			'x-ncp-apigw-signature-v2': createHmac('sha256', secretKey).update(`POST ${path}\n${timestamp}\n${accessKey}`).digest('base64'),
		},
	}));
}

/** Uploads a picture that fits. */
export async function pictureFor(sandbox: Sandbox, type: keyof typeof SIZES): Promise<string> {
	const [width, height] = SIZES[type];
	return (await upload(sandbox, type, png(width, height))).body.imageId;
}

const link = { linkMobile: 'https://shop.example.com/sale' };
export const button = { type: 'WL', name: '보러 가기', ...link };
export const coupon = { title: '5000원 할인 쿠폰', description: '이번 주말', ...link };
const commerce = { title: '무드등', regularPrice: '30000', discountPrice: '24000', discountRate: '20' };

/** The content of one message of every type that is in order. */
export async function contents(sandbox: Sandbox) {
	const [basic, wide, main, sub, feed, shop] = await Promise.all((Object.keys(SIZES) as (keyof typeof SIZES)[]).map((type) => pictureFor(sandbox, type)));
	const card = (headerContent: string) => ({ headerContent, content: '오늘만 이 가격', image: { imageId: feed }, buttons: [button] });
	const offer = { image: { imageId: shop, imageLink: 'https://shop.example.com' }, commerce, additionalContent: '무료 배송', buttons: [button] };
	return {
		TEXT: { content: '주말 전 품목 20% 할인', buttons: [button], coupon },
		IMAGE: { content: '신상품 도착', image: { imageId: basic, imageLink: 'https://shop.example.com' }, buttons: [button] },
		WIDE_IMAGE: { content: '룰렛을 돌려 보세요', image: { imageId: wide }, buttons: [button, button], coupon },
		WIDE_ITEM_LIST: {
			headerContent: '이번 주 추천',
			item: { list: [{ imageId: main, ...link }, { title: '머그컵', imageId: sub, ...link }, { title: '셔츠', imageId: sub, ...link }] },
		},
		COMMERCE: { image: { imageId: basic }, commerce, additionalContent: '내일 도착', buttons: [button] },
		CAROUSEL_COMMERCE: { carousel: { head: { headerContent: '취향 저격', content: '비슷한 상품', imageId: shop, ...link }, list: [offer] } },
		CAROUSEL_FEED: { carousel: { list: [card('머그컵'), card('선물')], tail: link } },
		PREMIUM_VIDEO: { headerContent: '새 시즌', video: { videoUrl: 'https://tv.kakao.com/v/123', thumbnailId: basic } },
	};
}

export type MessageType = keyof Awaited<ReturnType<typeof contents>>;
export const MESSAGE_TYPES: MessageType[] = [
	'TEXT', 'IMAGE', 'WIDE_IMAGE', 'WIDE_ITEM_LIST', 'COMMERCE', 'CAROUSEL_COMMERCE', 'CAROUSEL_FEED', 'PREMIUM_VIDEO',
];

/** Sends; `extra` may replace anything at the top. */
export const send = (sandbox: Sandbox, messages: object[], extra: object) =>
	sens<SendAnswer>(sandbox, 'POST', `${BRAND_BASE}/messages`, { plusFriendId: '@kakaoshop', messages, ...extra });
