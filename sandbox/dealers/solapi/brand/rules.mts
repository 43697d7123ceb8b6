import type { BrandLayout } from '../../../world/types.mts';
import type { Bms, BmsCard, BmsCarousel } from './bms.mts';
import { LAYOUTS, isLayout, type LayoutRules } from './layouts.mts';
import { headLinkProblem, imageLinkProblem, linkProblem, tailProblem } from './links.mts';
import { buttonsProblem, commerceProblem, couponProblem, textProblem } from './parts.mts';

const IMAGE_ID_MAX = 32;
const SUB_ITEMS_MIN = 3;
/** KakaoTalk draws four items at most (NHN friendtalkupgrade-api-guide.md: 3 to 4); SOLAPI's SDK names no upper end. */
const SUB_ITEMS_MAX = 3;
const VIDEO_HOST = 'https://tv.kakao.com/';

function first(...checks: (() => string | null)[]): string | null {
	for (const check of checks) {
		const problem = check();
		if (problem) return problem;
	}
	return null;
}

function fieldsProblem(bms: Bms, type: BrandLayout, { fields, required }: LayoutRules): string | null {
	const missing = required.filter((field) => bms[field] === undefined || bms[field] === null);
	if (missing.length > 0) return `BMS ${type} 타입에 필수 필드가 누락되었습니다: ${missing.join(', ')}`;
	const allowed: readonly string[] = [...fields, 'targeting', 'chatBubbleType'];
	const foreign = Object.entries(bms).some(([field, value]) => value !== null && value !== undefined && !allowed.includes(field));
	return foreign ? `${type}타입 에서는 ${fields.join(', ')} 값만 사용이 가능합니다.` : null;
}

function itemsProblem({ mainWideItem, subWideItemList }: Bms, type: BrandLayout): string | null {
	const subs = subWideItemList ?? [];
	if (subs.length < SUB_ITEMS_MIN || subs.length > SUB_ITEMS_MAX) {
		return `WIDE_ITEM_LIST 타입의 subWideItemList는 최소 ${SUB_ITEMS_MIN}개 이상이어야 합니다. 현재: ${subs.length}개`;
	}
	const all = [mainWideItem ?? {}, ...subs];
	if (all.some((item) => !item.imageId || !item.linkMobile)) return '와이드 아이템의 imageId, linkMobile은 필수 값입니다.';
	if (subs.some((item) => !item.title)) return 'subWideItem.title은 필수 값입니다.';
	return first(
		() => textProblem(type, 'mainWideItem.title', mainWideItem?.title, 25, 1),
		...subs.map((item) => () => textProblem(type, 'subWideItem.title', item.title, 30, 1)),
		...all.map((item) => () => linkProblem(item)),
	);
}

const cardProblem = (card: BmsCard, type: BrandLayout, rules: LayoutRules): string | null => {
	const feed = type === 'CAROUSEL_FEED';
	if (!card.imageId) return 'carousel.list.imageId는 필수 값입니다.';
	if (feed && (!card.header || !card.content)) return 'carousel.list의 header, content는 필수 값입니다.';
	const foreign = feed ? (card.commerce ?? card.additionalContent) : (card.header ?? card.content);
	if (foreign) return `${type} 타입의 carousel.list에 사용할 수 없는 값이 있습니다.`;
	return first(
		() => couponProblem(card.coupon, rules), () => buttonsProblem(type, card.buttons, Boolean(card.coupon), rules),
		() => textProblem(type, 'carousel.list.header', card.header, 20, 0),
		() => textProblem(type, 'carousel.list.content', card.content, 180, 2),
		() => textProblem(type, 'carousel.list.additionalContent', card.additionalContent, 34, 1),
		() => imageLinkProblem(card.imageLink), () => (feed ? null : commerceProblem(card.commerce)),
	);
};

function carouselProblem({ head, list, tail }: BmsCarousel, type: BrandLayout, rules: LayoutRules): string | null {
	if (head && type === 'CAROUSEL_FEED') return 'CAROUSEL_FEED 타입에서는 carousel.head를 사용할 수 없습니다.';
	const [min, max] = head ? [1, 5] : [2, 6];
	const cards = list ?? [];
	if (cards.length < min || cards.length > max) {
		return `${head ? '캐러셀 인트로가 있는 경우 ' : ''}캐러셀 리스트는 최소 ${min}개, 최대 ${max}개까지 가능합니다.`;
	}
	if (head && (!head.header || !head.content || !head.imageId)) return 'carousel.head의 header, content, imageId는 필수 값입니다.';
	return first(
		() => (head ? headLinkProblem(head) : null), () => textProblem(type, 'carousel.head.header', head?.header, 20, 0),
		() => textProblem(type, 'carousel.head.content', head?.content, 50, 2), ...cards.map((card) => () => cardProblem(card, type, rules)),
		() => (tail ? tailProblem(tail) : null),
	);
}

const imageIdProblem = (imageId: string | null | undefined, type: BrandLayout) =>
	(imageId ?? '').replace(/\s/g, '').length > IMAGE_ID_MAX ? `${type} 타입 imageId은 최대 ${IMAGE_ID_MAX}자 이하로 입력해주세요.` : null;

const videoProblem = (video: Bms['video']) =>
	video && !video.videoUrl?.startsWith(VIDEO_HOST) ? `videoUrl은 '${VIDEO_HOST}'으로 시작하는 카카오TV 동영상 링크여야 합니다.` : null;

/** What the server says against a free-form message, in its own words; null when it takes it. */
export function bmsProblem(bms: Bms): string | null {
	const type = bms.chatBubbleType ?? '';
	if (!isLayout(type)) return 'chatBubbleType 값이 잘못되었습니다.';
	const rules = LAYOUTS[type];
	const { content } = rules;
	return first(
		() => fieldsProblem(bms, type, rules),
		() => (bms.carousel ? carouselProblem(bms.carousel, type, rules) : null),
		() => couponProblem(bms.coupon, rules),
		() => (bms.carousel ? null : buttonsProblem(type, bms.buttons, Boolean(bms.coupon), rules)),
		() => imageIdProblem(bms.imageId, type),
		() => textProblem(type, 'header', bms.header, 20, 0),
		() => (content ? textProblem(type, 'content', bms.content, content.max, content.breaks) : null),
		() => textProblem(type, 'additionalContent', bms.additionalContent, 34, 1),
		() => (type === 'WIDE_ITEM_LIST' ? itemsProblem(bms, type) : null),
		() => (type === 'COMMERCE' ? commerceProblem(bms.commerce) : null),
		() => videoProblem(bms.video),
		() => imageLinkProblem(bms.imageLink),
	);
}
