import type { BrandLayout, Button, Commerce, Coupon } from '../../../world/types.mts';
import { Refusal } from '../codes.mts';
import { LIMITS, TITLE, checkText } from './limits.mts';
import { checkLinks } from './links.mts';

/** The rules of what several message types share: buttons, coupons, prices. */

function checkButton(path: string, button: Button, nameMax: number): void {
	if (!button.name) throw new Refusal('-3303', `${path}.name`);
	if (button.type === 'AC' && button.name !== '채널 추가') throw new Refusal('-3348');
	if (button.name.length > nameMax) throw new Refusal('-2000', `${path}.name`, nameMax);
	if (button.type === 'WL' && button.linkMobile === undefined) throw new Refusal('-3307', 'WL', 'linkMo');
	if (button.type === 'AL' && [button.schemeAndroid, button.schemeIos, button.linkMobile].filter((link) => link !== undefined).length < 2) {
		throw new Refusal('-3309');
	}
	checkLinks(path, button);
}

/** Where AC and BF buttons must stand. The guide's sentence ("BF … 첫 번째 버튼으로만") is less exact than the codes. */
function checkPlaces(buttons: readonly Button[], vertical: boolean): void {
	const last = buttons.length - 1;
	const channel = buttons.some((button) => button.type === 'AC');
	buttons.forEach((button, i) => {
		if (button.type === 'AC' && vertical && i !== 0) throw new Refusal('-3311');
		if (button.type === 'AC' && !vertical && i !== last) throw new Refusal('-3312');
		if (button.type !== 'BF') return;
		if (vertical && !channel && i !== 0) throw new Refusal('-3330');
		if (vertical && channel && i !== 1) throw new Refusal('-3336');
		if (!vertical && !channel && i !== last) throw new Refusal('-3337');
		if (!vertical && channel && i !== 0) throw new Refusal('-3338');
	});
}

export function checkButtons(path: string, buttons: readonly Button[], layout: BrandLayout, coupon: boolean): void {
	const { buttons: [min, max], buttonsWithCoupon, buttonName, vertical } = LIMITS[layout];
	const most = coupon ? Math.min(max, buttonsWithCoupon) : max;
	if (buttons.length > most) throw new Refusal('-3304', path, min, most);
	buttons.forEach((button, i) => checkButton(`${path}[${i}]`, button, buttonName));
	checkPlaces(buttons, vertical);
}

const COUPON_TITLE = /^(?:([1-9]\d*)원 할인 쿠폰|([1-9]\d*)% 할인 쿠폰|배송비 할인 쿠폰|\S{1,7} (?:무료|UP) 쿠폰)$/;
const COUPON_URL = 'alimtalk=coupon://';

export function checkCoupon(path: string, coupon: Coupon | null, layout: BrandLayout): void {
	if (!coupon) return;
	if (!coupon.title) throw new Refusal('-3314', 'title');
	if (!coupon.description) throw new Refusal('-3314', 'description');
	const found = COUPON_TITLE.exec(coupon.title);
	if (!found || Number(found[1] ?? 0) > 99_999_999 || Number(found[2] ?? 0) > 100) throw new Refusal('-3315');
	checkText(`${path}.description`, coupon.description, { max: LIMITS[layout].couponDescription, breaks: 0 });
	const ofChannel = [coupon.schemeAndroid, coupon.schemeIos].some((scheme) => scheme?.startsWith(COUPON_URL));
	if (coupon.linkMobile === undefined && !ofChannel) throw new Refusal('-3313');
	checkLinks(path, coupon);
}

function checkPrice(path: string, price: number | null, max: number): void {
	if (price !== null && (!Number.isInteger(price) || price < 0 || price > max)) throw new Refusal('-3304', path, 0, max);
}

const PRICE_MAX = 99_999_999;

/** @param path how the field is called in refusals about its range */
export function checkCommerce(path: string, commerce: Commerce): void {
	if (!commerce.title) throw new Refusal('-3316', 'title');
	checkText(`${path}.title`, commerce.title, TITLE);
	const { regularPrice, discountPrice, discountRate, discountFixed } = commerce;
	if (Number.isNaN(regularPrice)) throw new Refusal('-3316', 'regularPrice');
	checkPrice(`${path}.regularPrice`, regularPrice, PRICE_MAX);
	checkPrice(`${path}.discountPrice`, discountPrice, PRICE_MAX);
	checkPrice(`${path}.discountRate`, discountRate, 100);
	checkPrice(`${path}.discountFixed`, discountFixed, 999_999);
	const discounts = Number(discountRate !== null) + Number(discountFixed !== null);
	if (discounts !== (discountPrice === null ? 0 : 1)) throw new Refusal('-3299');
}
