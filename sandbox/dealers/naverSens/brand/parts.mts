import type { BrandButton, CommerceFields, CouponFields, LinkFields } from './bodies.mts';
import type { LayoutRules } from './layouts.mts';

/** Where a problem is, and what it is. */
export type Report = (path: string, problem: string) => void;

const LINK_MAX = 1000;
const PRICE_MAX = 99_999_999;
const RATE_MAX = 100;
const BUTTON_TYPES: ReadonlySet<string> = new Set(['WL', 'AL', 'BF', 'AC', 'BK', 'MD', 'BC', 'BT']);

/** Kakao's five wordings (E-MCP: "fixed patterns only"). */
const COUPON_TITLES = [
	/^[1-9]\d{0,7}원 할인 쿠폰$/, /^(?:[1-9]\d?|100)% 할인 쿠폰$/, /^배송비 할인 쿠폰$/, /^\S{1,7} 무료 쿠폰$/, /^\S{1,7} UP 쿠폰$/,
] as const;

const breaksIn = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;

export function checkText(text: string | null | undefined, { max, breaks }: { max: number; breaks: number }, path: string, report: Report): void {
	if (typeof text !== 'string') return;
	if (text.length > max) report(path, `at most ${max} characters`);
	if (breaksIn(text) > breaks) report(path, `at most ${breaks} line breaks`);
}

/** Web addresses and app schemes; the latter are not looked at beyond their length. */
export function checkLinks(links: LinkFields, path: string, report: Report): void {
	for (const field of ['linkMobile', 'linkPc', 'schemeIos', 'schemeAndroid'] as const) {
		const link = links[field];
		if (!link) continue;
		if (link.length > LINK_MAX) report(`${path}.${field}`, `at most ${LINK_MAX} characters`);
		if (field.startsWith('link') && !/^https?:\/\/\S+$/.test(link)) report(`${path}.${field}`, 'must be a web address');
	}
}

function checkButton(button: BrandButton, rules: LayoutRules, path: string, report: Report): void {
	const { type, name } = button;
	if (!type || !BUTTON_TYPES.has(type)) return report(`${path}.type`, `one of ${[...BUTTON_TYPES].join(', ')}`);
	if (type === 'AC') return report(path, 'AC is not allowed without a template');
	if (!name) report(`${path}.name`, 'required');
	if ((name ?? '').length > rules.buttonName) report(`${path}.name`, `at most ${rules.buttonName} characters`);
	if (type === 'WL' && !button.linkMobile) report(path, 'linkMobile is required for WL');
	if (type === 'AL' && (!button.schemeIos || !button.schemeAndroid)) report(path, 'schemeIos and schemeAndroid are required for AL');
	if (type === 'BF' && !button.bizFormId) report(path, 'bizFormId is required for BF');
	checkLinks(button, path, report);
}

/** @param withCoupon a coupon takes the place of a button in TEXT and IMAGE (Kakao's rule) */
export function checkButtons(buttons: readonly BrandButton[] | null | undefined, withCoupon: boolean, rules: LayoutRules, path: string, report: Report): void {
	const list = buttons ?? [];
	const max = withCoupon ? rules.buttons.maxWithCoupon : rules.buttons.max;
	if (list.length < rules.buttons.min || list.length > max) report(`${path}.buttons`, `${rules.buttons.min} to ${max}`);
	list.forEach((button, i) => checkButton(button, rules, `${path}.buttons[${i}]`, report));
}

export function checkCoupon(coupon: CouponFields | null | undefined, rules: LayoutRules, path: string, report: Report): void {
	if (!coupon) return;
	if (!COUPON_TITLES.some((wording) => wording.test(coupon.title ?? ''))) report(`${path}.title`, "must be one of Kakao's five wordings");
	if (!coupon.description) report(`${path}.description`, 'required');
	checkText(coupon.description, { max: rules.couponDescription, breaks: 0 }, `${path}.description`, report);
	checkLinks(coupon, path, report);
}

/** Digits in texts; plain, with a rate or with a fixed amount (Kakao's three combinations). */
export function checkCommerce(commerce: CommerceFields | null | undefined, path: string, report: Report): void {
	if (!commerce) return report(path, 'required');
	if (!commerce.title) report(`${path}.title`, 'required');
	checkText(commerce.title, { max: 30, breaks: 0 }, `${path}.title`, report);
	if (!commerce.regularPrice) report(`${path}.regularPrice`, 'required');
	for (const field of ['regularPrice', 'discountPrice', 'discountRate', 'discountFixed'] as const) {
		const price = commerce[field];
		const max = field === 'discountRate' ? RATE_MAX : PRICE_MAX;
		if (price && (!/^\d+$/.test(price) || Number(price) > max)) report(`${path}.${field}`, `digits, 0 to ${max}`);
	}
	const { discountPrice, discountRate, discountFixed } = commerce;
	if (discountRate && discountFixed) report(path, 'discountRate or discountFixed, not both');
	if (Boolean(discountPrice) !== Boolean(discountRate || discountFixed)) report(path, 'discountPrice goes with discountRate or discountFixed');
}
