import type { BrandBubble, BrandCard, BrandLayout, BrandTemplate, Commerce } from '../types.mts';
import { webLink } from './build.mts';

type Picture = (id: string) => string;

const SHOP = 'https://shop.example.com';
const AC = { type: 'AC', name: '채널 추가' } as const;

const EMPTY: Omit<BrandBubble<string>, 'layout'> = {
	kind: 'brand', adult: false, text: null, header: null, additional: null, imageUrl: null, imageLink: null, items: [],
	commerce: null, video: null, carousel: null, buttons: [], coupon: null, optOut: null,
};

/** A usable template of the main channel unless said otherwise. */
function brand(
	code: string, name: string, layout: BrandLayout, parts: Partial<BrandBubble<string>>, differs: Partial<BrandTemplate> = {},
): BrandTemplate {
	return {
		code, name, channel: '@kakaoshop', status: 'usable', createdAt: '2026-01-06T01:00:00.000Z', ...differs,
		bubble: { ...EMPTY, layout, ...parts },
	};
}

const card = (imageUrl: string, parts: Partial<BrandCard<string>>): BrandCard<string> => ({
	header: null, message: null, additional: null, commerce: null, imageUrl, imageLink: null, buttons: [], coupon: null, ...parts,
});

const link = (path: string) => ({ linkMobile: `${SHOP}${path}`, linkPc: `${SHOP}${path}` });

/** Text, picture, wide picture, list: what a shop advertises with. */
const plain = (picture: Picture): BrandTemplate[] => [
	brand('brand-text-sale', '정기 세일 안내', 'TEXT', {
		text: '#{이름}님을 위한 정기 세일!\n\n#{기간} 동안 전 상품을 최대 #{최대할인}까지 할인합니다.\n인기 상품은 일찍 품절될 수 있으니 서둘러 주세요.',
		buttons: [AC, webLink('세일 보러 가기', `${SHOP}/sale?member=#{회원번호}`)],
		coupon: { title: '#{할인금액}원 할인 쿠폰', description: '#{쿠폰기한}까지', ...link('/coupons/#{회원번호}') },
	}),
	brand('brand-image-new', '신상품 안내', 'IMAGE', {
		text: '#{이름}님, 기다리시던 #{시즌} 신상품이 도착했습니다.\n오늘 주문하시면 내일 받아 보실 수 있어요.',
		imageUrl: picture('new'), imageLink: `${SHOP}/new`,
		buttons: [webLink('신상품 보기', `${SHOP}/new?season=#{시즌코드}`)],
	}),
	brand('brand-wide-event', '경품 행사 안내', 'WIDE', {
		text: '#{이름}님, 룰렛을 돌리고 선물을 받아 가세요!\n#{마감일} 자정까지 참여할 수 있습니다.',
		imageUrl: picture('event'), imageLink: `${SHOP}/event`,
		buttons: [webLink('참여하기', `${SHOP}/event?member=#{회원번호}`), webLink('당첨자 보기', `${SHOP}/event/winners`)],
		coupon: { title: '#{할인율}% 할인 쿠폰', description: '참여하신 모든 분께 드려요', ...link('/coupons/event') },
	}),
	brand('brand-wide-list', '이번 주 추천', 'WIDE_ITEM_LIST', {
		header: '#{이름}님께 추천합니다',
		items: [
			{ title: '#{대표상품}', imageUrl: picture('list-main'), ...link('/best') },
			{ title: '#{상품1}\n#{가격1}원', imageUrl: picture('list-cup'), ...link('/items/#{번호1}') },
			{ title: '#{상품2}\n#{가격2}원', imageUrl: picture('list-shirt'), ...link('/items/#{번호2}') },
			{ title: '무료 배송 모음', imageUrl: picture('list-lamp'), ...link('/free-delivery') },
		],
		buttons: [webLink('전체 보기', `${SHOP}/best`)],
	}),
	brand('brand-video', '브랜드 영상', 'PREMIUM_VIDEO', {
		header: '새 시즌이 시작됩니다', text: '#{이름}님께 가장 먼저 보여 드립니다.',
		video: { url: 'https://tv.kakao.com/v/450012345', thumbnailUrl: picture('video') },
		buttons: [webLink('더 알아보기', `${SHOP}/season`)],
	}),
];

/** Prices left empty at registration become these four variables, whose names Kakao has fixed (friendtalkupgrade-api-guide.md). */
const VARIABLE_PRICES: Commerce<string> = {
	title: '#{상품}', regularPrice: '#{정상가격}', discountPrice: '#{할인가격}', discountRate: '#{할인율}', discountFixed: '#{정액할인가격}',
};

/** Things with prices, and carousels; the names of coupon variables are fixed too. */
const commerce = (picture: Picture): BrandTemplate[] => [
	brand('brand-commerce', '오늘의 특가', 'COMMERCE', {
		additional: '#{도착일} 도착 보장', imageUrl: picture('product'), imageLink: `${SHOP}/today`,
		commerce: VARIABLE_PRICES,
		buttons: [webLink('구매하기', `${SHOP}/items/#{상품번호}`), webLink('장바구니', `${SHOP}/cart?add=#{상품번호}`)],
	}),
	brand('brand-feed', '이달의 소식', 'CAROUSEL_FEED', {
		carousel: {
			head: null,
			cards: [
				card(picture('feed-cup'), {
					header: '#{제목}', message: '#{이름}님, #{내용}', imageLink: `${SHOP}/news`, buttons: [webLink('자세히 보기', `${SHOP}/news/#{번호}`)],
				}),
				card(picture('feed-gift'), {
					header: '#{제목}', message: '#{내용}', buttons: [webLink('선물 받기', `${SHOP}/gifts/#{번호}`)],
					coupon: { title: '#{상품명} 무료 쿠폰', description: '#{쿠폰기한}까지', ...link('/coupons/gift') },
				}),
			],
			tail: link('/news'),
		},
	}),
	brand('brand-carousel-shop', '취향 저격 상품', 'CAROUSEL_COMMERCE', {
		carousel: {
			head: { header: '#{이름}님의 취향', content: '최근에 보신 상품과 비슷한 것을 모았습니다.', imageUrl: picture('shop-head'), ...link('/for-you') },
			cards: ['shop-lamp', 'shop-shirt'].map((id) => card(picture(id), {
				additional: '무료 배송',
				commerce: VARIABLE_PRICES,
				buttons: [webLink('구매하기', `${SHOP}/items/#{상품번호}`)],
			})),
			tail: link('/for-you'),
		},
	}),
];

const others: BrandTemplate[] = [
	brand('brand-stopped', '지난 행사', 'TEXT', { text: '#{이름}님, 지난 행사 안내입니다.' }, { status: 'stopped' }),
	brand('brand-bench', '성능 시험용 (변수 3개)', 'TEXT', { text: '#{이름}님, #{항목} 소식을 전해 드립니다.\n번호: #{번호}' }),
	// Its channel is not approved for targeting M and N.
	brand('brand-cs-notice', '고객센터 휴무 안내', 'TEXT', { text: '이번 주 금요일 고객센터가 쉽니다.' }, { channel: '@kakaoshop_cs' }),
];

/** One template of every layout, one that is stopped, one for benchmarks. @param picture url of a demo picture */
export const demoBrandTemplates = (picture: Picture): BrandTemplate[] => [...plain(picture), ...commerce(picture), ...others];
