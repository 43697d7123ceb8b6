import type { BmsButton, BmsCommerce, BmsCoupon } from './bms.mts';
import type { LayoutRules } from './layouts.mts';
import { buttonProblem, hasVariable, linkProblem } from './links.mts';

const PRICE_MAX = 99_999_999;
const RATE_MAX = 100;
const COMMERCE_TITLE_MAX = 30;

/** Kakao's five wordings (S-SDK bmsCoupon.ts); with a variable inside, the title can only be judged when it is filled. */
const COUPON_TITLES = [
	/^[1-9]\d{0,7}원 할인 쿠폰$/, /^(?:[1-9]\d?|100)% 할인 쿠폰$/, /^배송비 할인 쿠폰$/, /^\S{1,7} 무료 쿠폰$/, /^\S{1,7} UP 쿠폰$/,
] as const;

const lineBreaks = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** Length and line breaks of one text. @param field as the server calls it in its answer */
export function textProblem(type: string, field: string, text: string | null | undefined, max: number, breaks: number): string | null {
	if (typeof text !== 'string') return null;
	if (text.length > max) return `${type} 타입 ${field}은 최대 ${max}자 이하로 입력해주세요.`;
	return lineBreaks(text) > breaks ? `${type} 타입 ${field}은 줄바꿈 최대 ${breaks}개 까지 가능합니다.` : null;
}

export function couponProblem(coupon: BmsCoupon | null | undefined, rules: LayoutRules): string | null {
	if (!coupon) return null;
	const { title, description } = coupon;
	if (!title || !description) return '쿠폰의 title, description은 필수 값입니다.';
	if (!hasVariable(title) && !COUPON_TITLES.some((wording) => wording.test(title))) return '쿠폰 제목의 형식이 잘못되었습니다.';
	if (description.length > rules.couponDescription) return `쿠폰 설명은 최대 ${rules.couponDescription}자 이하로 입력해주세요.`;
	return linkProblem(coupon);
}

/** Number, types and names of a button list. @param withCoupon a coupon takes the place of a button in TEXT and IMAGE */
export function buttonsProblem(
	type: string, buttons: readonly BmsButton[] | null | undefined, withCoupon: boolean, rules: LayoutRules,
): string | null {
	const list = buttons ?? [];
	const max = withCoupon ? rules.buttons.maxWithCoupon : rules.buttons.max;
	const because = max < rules.buttons.max ? '쿠폰 사용 시 ' : '';
	if (list.length > max) return `${type} 타입에서는 ${because}최대 ${max}개의 버튼만 사용할 수 있습니다.`;
	if (list.length < rules.buttons.min) return `${type} 타입에서는 최소 ${rules.buttons.min}개의 버튼이 필요합니다.`;
	for (const button of list) {
		if (rules.linkTypes && !rules.linkTypes.includes(button.linkType ?? '')) {
			return `${type} 타입에서는 ${rules.linkTypes.join(', ')} 타입의 버튼만 사용할 수 있습니다.`;
		}
		if (button.linkType !== 'AC' && (button.name ?? '').length > rules.buttonName) {
			return `${type} 타입 button.name은 최대 ${rules.buttonName}자 이하로 입력해주세요.`;
		}
		const problem = buttonProblem(button);
		if (problem) return problem;
	}
	return null;
}

/** Ranges, and the three combinations Kakao knows: plain, with a rate, with a fixed amount (S-SDK bmsCommerce.ts). */
export function commerceProblem(commerce: BmsCommerce | null | undefined): string | null {
	const { title, regularPrice, discountPrice, discountRate, discountFixed } = commerce ?? {};
	if (!title || typeof regularPrice !== 'number') return 'commerce의 title, regularPrice는 필수 값입니다.';
	if (title.length > COMMERCE_TITLE_MAX) return `commerce.title은 최대 ${COMMERCE_TITLE_MAX}자 이하로 입력해주세요.`;
	const ranges = { regularPrice: PRICE_MAX, discountPrice: PRICE_MAX, discountRate: RATE_MAX, discountFixed: PRICE_MAX };
	for (const [field, max] of Object.entries(ranges)) {
		const price = commerce?.[field as keyof typeof ranges];
		if (typeof price === 'number' && (price < 0 || price > max)) {
			return `${field} 값이 잘못되었습니다. 0 이상 ${max} 이하의 숫자여야 합니다.`;
		}
	}
	const [price, rate, fixed] = [discountPrice, discountRate, discountFixed].map((value) => typeof value === 'number');
	if (rate && fixed) return 'discountRate와 discountFixed는 동시에 사용할 수 없습니다.';
	if (price !== (rate || fixed)) return 'discountPrice는 discountRate 또는 discountFixed와 함께 지정해야 합니다.';
	return null;
}
