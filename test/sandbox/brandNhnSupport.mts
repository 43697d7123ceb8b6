import { DEMO_CREDENTIALS } from '../../sandbox/world/credentials.mts';
import type { Sandbox } from '../../sandbox/sandbox.mts';
import { SHOP, read } from './support.mts';

export interface Header {
	resultCode: number;
	resultMessage: string;
	isSuccessful: boolean;
}

export interface SendAnswer {
	header: Header;
	message: { requestId: string | null; sendResults: { recipientSeq: number; recipientNo: string; resultCode: number; resultMessage: string }[] };
}

/** Calls NHN Cloud's Brand Message API with the demo keys. @param path what follows the app key */
export async function brand<Body = { header: Header }>(sandbox: Sandbox, method: string, path: string, body?: unknown) {
	const { appKey, secretKey } = DEMO_CREDENTIALS.nhnCloud;
	const json = body instanceof FormData ? { body } : body === undefined ? {} : { body: JSON.stringify(body) };
	const type: Record<string, string> = body instanceof FormData ? {} : { 'Content-Type': 'application/json;charset=UTF-8' };
	return read<Body>(await fetch(`${sandbox.urls.nhnCloud}/brand-message/v1.0/appkeys/${appKey}${path}`, {
		method, headers: { 'X-Secret-Key': secretKey, ...type }, ...json,
	}));
}

/** The channel that may not address strangers. */
export const CS_KEY = SHOP.senderKey.replace(/1$/, '2');

/** The url of a demo picture; the sandbox draws one for every place in a message. */
export const picture = (sandbox: Sandbox, id: string): string => `${sandbox.urls.phone}/images/demo-${id}`;

export const link = { linkMo: 'https://shop.example.com/sale' };
export const button = { name: '보러 가기', type: 'WL', ...link };
export const coupon = { title: '5000원 할인 쿠폰', description: '이번 주말까지', ...link };

const card = (imageUrl: string, extra: object) => ({ imageUrl, buttons: [button], ...extra });

/** One message of every type that is in order. */
export function contents(sandbox: Sandbox) {
	const pic = (id: string) => picture(sandbox, id);
	const commerce = { title: '무드등', regularPrice: 30_000, discountPrice: 24_000, discountRate: 20 };
	const shopCard = (id: string) => card(pic(id), { additionalContent: '무료 배송', commerce });
	return {
		TEXT: { content: '주말 전 품목 20% 할인', buttons: [button], coupon },
		IMAGE: { content: '신상품 도착', image: { imageUrl: pic('new'), imageLink: 'https://shop.example.com' }, buttons: [button] },
		WIDE: { content: '룰렛을 돌려 보세요', image: { imageUrl: pic('event') }, buttons: [button, button], coupon: { ...coupon, description: '열여덟 글자까지 쓸 수 있어요' } },
		WIDE_ITEM_LIST: {
			header: '이번 주 추천',
			item: {
				list: [
					{ imageUrl: pic('list-main'), ...link }, { title: '머그컵', imageUrl: pic('list-cup'), ...link },
					{ title: '셔츠', imageUrl: pic('list-shirt'), ...link },
				],
			},
		},
		PREMIUM_VIDEO: { video: { videoUrl: 'https://tv.kakao.com/v/123', thumbnailUrl: pic('video') }, header: '새 시즌' },
		COMMERCE: { image: { imageUrl: pic('product') }, commerce, additionalContent: '내일 도착', buttons: [button] },
		CAROUSEL_FEED: {
			carousel: {
				list: [card(pic('feed-cup'), { header: '머그컵', message: '오늘만 이 가격' }), card(pic('feed-gift'), { header: '선물', message: '무료 포장', coupon: { ...coupon, description: '오늘까지' } })],
				tail: link,
			},
		},
		CAROUSEL_COMMERCE: {
			carousel: { head: { header: '취향 저격', content: '비슷한 상품', imageUrl: pic('shop-head') }, list: [shopCard('shop-lamp')] },
		},
	};
}

export type Layout = keyof ReturnType<typeof contents>;

export const to = (recipientNo: string, extra: object = {}) => ({ recipientNo, targeting: 'I', ...extra });

/** A request for one message; `extra` may replace anything. */
export const freestyle = (chatBubbleType: string, content: object, extra: object = {}) => ({
	senderKey: SHOP.senderKey, chatBubbleType, ...content, recipientList: [to('01012345678')], ...extra,
});

export const basic = (templateCode: string, recipientList: object[], extra: object = {}) => ({
	senderKey: SHOP.senderKey, templateCode, recipientList, ...extra,
});

/** The start of a PNG of that size, which is all that anybody reads of it. */
export function png(width: number, height: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(33);
	bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
	const view = new DataView(bytes.buffer);
	view.setUint32(16, width);
	view.setUint32(20, height);
	return bytes;
}

/** The start of a JPEG: a comment, then the frame with the size. */
export function jpeg(width: number, height: number): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
	const view = new DataView(bytes.buffer);
	view.setUint16(13, height);
	view.setUint16(15, width);
	return bytes;
}
