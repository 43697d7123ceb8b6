import type { BrandBubble, BrandCard, BrandLayout, Button, Commerce, Coupon } from '../../sandbox/world/types.mts';

const link = 'https://shop.example.com';
const button = (name: string): Button => ({ type: 'WL', name, linkMobile: `${link}/button` });
export const addChannel: Button = { type: 'AC', name: '채널 추가' };
const coupon: Coupon = { title: '10% 할인 쿠폰', description: '연말까지', linkMobile: `${link}/coupon` };
/** A picture of that size without a server. */
export const picture = (width: number, height: number): string =>
	`data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#8fb"/></svg>`)}`;
const byRate: Commerce = { title: '제주 감귤 5kg', regularPrice: 24_900, discountPrice: 17_430, discountRate: 30, discountFixed: null };
const byAmount: Commerce = { title: '들기름 300ml', regularPrice: 18_500, discountPrice: 13_500, discountRate: null, discountFixed: 5000 };

const card = (differs: Partial<BrandCard>): BrandCard => ({
	header: null, message: null, additional: null, commerce: null, imageUrl: picture(800, 600), imageLink: `${link}/card`,
	buttons: [button('보러 가기')], coupon: null, ...differs,
});

/** A message of that layout with nothing in it but what is named. */
export const brandBubble = (layout: BrandLayout, differs: Partial<BrandBubble> = {}): BrandBubble => ({
	kind: 'brand', layout, adult: false, text: null, header: null, additional: null, imageUrl: null, imageLink: null, items: [],
	commerce: null, video: null, carousel: null, buttons: [], coupon: null, optOut: null, ...differs,
});

/** One message of each layout with everything that it can have. */
export const FULL: Record<BrandLayout, BrandBubble> = {
	TEXT: brandBubble('TEXT', { text: `주말 할인 ${link}/text`, buttons: [button('자세히 보기'), button('후기 보기')], coupon }),
	IMAGE: brandBubble('IMAGE', { text: '감귤 축제', imageUrl: picture(600, 800), imageLink: `${link}/picture`, buttons: [button('자세히 보기')], coupon }),
	WIDE: brandBubble('WIDE', { text: '겨울 신상', imageUrl: picture(800, 600), imageLink: `${link}/picture`, buttons: [button('여덟글자버튼이름'), button('여덟글자단추이름')], coupon }),
	WIDE_ITEM_LIST: brandBubble('WIDE_ITEM_LIST', {
		header: '많이 담은 상품',
		items: ['꾸러미', '감귤', '들기름', '양말'].map((title, place) => ({ title, imageUrl: place === 0 ? picture(800, 400) : picture(500, 500), linkMobile: `${link}/${place}` })),
		buttons: [button('전체 보기'), button('장바구니')], coupon,
	}),
	PREMIUM_VIDEO: brandBubble('PREMIUM_VIDEO', {
		header: '농부의 하루', text: '3분 영상', video: { url: 'https://tv.kakao.com/v/1', thumbnailUrl: picture(800, 400) }, buttons: [button('더 보기')], coupon,
	}),
	COMMERCE: brandBubble('COMMERCE', {
		imageUrl: picture(800, 400), imageLink: `${link}/picture`, commerce: byRate, additional: '오늘 도착', buttons: [button('바로 구매'), button('선물하기')], coupon,
	}),
	CAROUSEL_FEED: brandBubble('CAROUSEL_FEED', {
		carousel: {
			head: null, tail: { linkMobile: `${link}/all` },
			cards: [card({ header: '첫째', message: '감귤 이야기', coupon }), card({ header: '둘째', message: '들기름 이야기' }), card({ header: '셋째', message: '양말 이야기' })],
		},
	}),
	CAROUSEL_COMMERCE: brandBubble('CAROUSEL_COMMERCE', {
		carousel: {
			head: { header: '연말 기획전', content: '올해의 상품', imageUrl: picture(800, 600), linkMobile: `${link}/head` }, tail: { linkMobile: `${link}/all` },
			cards: [card({ commerce: byRate, additional: '오늘 도착' }), card({ commerce: byAmount, coupon })],
		},
	}),
};

/** What has to be read in each. */
export const READ: Record<BrandLayout, string[]> = {
	TEXT: ['주말 할인', '자세히 보기', '후기 보기', '10% 할인 쿠폰', '연말까지'],
	IMAGE: ['감귤 축제', '자세히 보기', '10% 할인 쿠폰'],
	WIDE: ['겨울 신상', '여덟글자버튼이름', '여덟글자단추이름', '10% 할인 쿠폰'],
	WIDE_ITEM_LIST: ['많이 담은 상품', '꾸러미', '감귤', '들기름', '양말', '전체 보기', '장바구니', '10% 할인 쿠폰'],
	PREMIUM_VIDEO: ['농부의 하루', '3분 영상', '더 보기', '10% 할인 쿠폰'],
	COMMERCE: ['제주 감귤 5kg', '30%', '17,430원', '24,900원', '오늘 도착', '바로 구매', '선물하기', '10% 할인 쿠폰'],
	CAROUSEL_FEED: ['첫째', '감귤 이야기', '10% 할인 쿠폰', '둘째', '셋째', '보러 가기', '더보기'],
	CAROUSEL_COMMERCE: ['연말 기획전', '올해의 상품', '30%', '17,430원', '5,000원 할인', '13,500원', '18,500원', '더보기'],
};

/** Where its parts lead, in the order of reading. */
export const LEADS: Record<BrandLayout, string[]> = {
	TEXT: ['text', 'button', 'button', 'coupon'],
	IMAGE: ['picture', 'button', 'coupon'],
	WIDE: ['picture', 'button', 'button', 'coupon'],
	WIDE_ITEM_LIST: ['0', '1', '2', '3', 'button', 'button', 'coupon'],
	PREMIUM_VIDEO: ['1', 'button', 'coupon'],
	COMMERCE: ['picture', 'button', 'button', 'coupon'],
	CAROUSEL_FEED: ['card', 'button', 'coupon', 'card', 'button', 'card', 'button', 'all'],
	CAROUSEL_COMMERCE: ['head', 'card', 'button', 'card', 'button', 'coupon', 'all'],
};
