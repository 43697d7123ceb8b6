/**
 * Coupon titles: Kakao allows exactly five patterns (facts §4.3; the SOLAPI SDK's test table is ours, too).
 */
export const COUPON_KINDS = ['won', 'percent', 'shipping', 'free', 'up'] as const;

export type CouponKind = (typeof COUPON_KINDS)[number];

const MOST_WON = 99_999_999;
const NAME_LENGTH = 7;

/** The title of a coupon: `amount` for won and percent, `name` (7 characters, no blank) for free and up. */
export function couponTitle(kind: CouponKind, { amount = '', name = '' }: { amount?: string; name?: string }): string {
	switch (kind) {
		case 'won':
			return `${amount}원 할인 쿠폰`;
		case 'percent':
			return `${amount}% 할인 쿠폰`;
		case 'shipping':
			return '배송비 할인 쿠폰';
		case 'free':
			return `${name} 무료 쿠폰`;
		case 'up':
			return `${name} UP 쿠폰`;
	}
}

/** Why a title is none of the five, or undefined. */
export function couponTitleProblem(title: string): string | undefined {
	if (title === '배송비 할인 쿠폰') return undefined;
	const [, digits, unit] = /^(\d+)(원|%) 할인 쿠폰$/.exec(title) ?? [];
	if (digits !== undefined) {
		const most = unit === '%' ? 100 : MOST_WON;
		const amount = Number(digits);
		return amount >= 1 && amount <= most && !digits.startsWith('0')
			? undefined
			: `gives ${digits}${unit}, allowed are 1 to ${most.toLocaleString('en')}`;
	}
	const [, name] = /^(.+) (?:무료|UP) 쿠폰$/.exec(title) ?? [];
	if (name === undefined) return `is "${title}", which is none of Kakao's five patterns`;
	if (/\s/.test(name)) return `names "${name}", which holds a blank`;
	return name.length <= NAME_LENGTH
		? undefined
		: `names "${name}" with ${name.length} characters, at most ${NAME_LENGTH} are allowed`;
}
