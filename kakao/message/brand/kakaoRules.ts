import type { ButtonType } from '../template';
import type { BrandKind } from './content';
import type { BrandRules, ButtonExtra, ButtonRule, TextRule } from './rules';

const line = (limit: number, breaks = 0): TextRule => ({ limit, breaks });
const ALL: readonly ButtonType[] = ['WL', 'AL', 'BK', 'MD', 'AC', 'BT', 'BF'];

const ALL_EXTRAS: readonly ButtonExtra[] = ['chatEvent', 'chatExtra', 'bizFormKey'];

type Buttons = Pick<ButtonRule, 'types' | 'extras' | 'appLink'>;

const column = (buttons: Buttons): ButtonRule => ({
	min: 0,
	max: 5,
	maxWithCoupon: 4,
	nameLimit: 14,
	...buttons,
	addChannel: 'first',
});
const row = (min: number, max: number, buttons: Buttons): ButtonRule => ({
	min,
	max,
	maxWithCoupon: max,
	nameLimit: 8,
	...buttons,
	addChannel: 'last',
});

/** How dealers narrow Kakao's rules. */
export interface RuleChanges {
	buttonTypes?: readonly ButtonType[];
	buttonExtras?: readonly ButtonExtra[];
	/** Of COMMERCE and of cards. */
	productButtonTypes?: readonly ButtonType[];
	/** Of WIDE and PREMIUM_VIDEO. */
	shortTextBreaks?: number;
	/** Characters of coupon descriptions where they differ. */
	coupons?: Partial<Record<BrandKind, number>>;
	discountFixed?: number;
	plainLinks?: boolean;
	appLink?: ButtonRule['appLink'];
	/** Kinds whose picture may lead somewhere; IMAGE, WIDE and COMMERCE unless said otherwise. */
	imageLinks?: readonly BrandKind[];
}

/** Kakao's rules as NHN's guide writes them, which is the fullest account, with a dealer's differences. */
export function brandRules(changes: RuleChanges = {}): BrandRules {
	const usual: Buttons = {
		types: changes.buttonTypes ?? ALL,
		extras: changes.buttonExtras ?? ALL_EXTRAS,
		appLink: changes.appLink ?? 2,
	};
	const ofProducts: Buttons = { ...usual, types: changes.productButtonTypes ?? usual.types };
	const short = line(76, changes.shortTextBreaks ?? 5);
	const coupon = (kind: BrandKind, usual: number) => changes.coupons?.[kind] ?? usual;
	const imageLink = (kind: BrandKind) => changes.imageLinks?.includes(kind) ?? true;
	const additional = line(34, 1);
	const cardsButtons = row(1, 2, ofProducts);
	return {
		kinds: {
			TEXT: { text: { ...line(1300, 99), required: true }, buttons: column(usual), coupon: coupon('TEXT', 12) },
			IMAGE: {
				text: { ...line(1300, 99), required: true },
				image: true,
				imageLink: imageLink('IMAGE'),
				buttons: column(usual),
				coupon: coupon('IMAGE', 12),
			},
			WIDE: {
				text: { ...short, required: true },
				image: true,
				imageLink: imageLink('WIDE'),
				buttons: row(0, 2, usual),
				coupon: coupon('WIDE', 18),
			},
			WIDE_ITEM_LIST: {
				header: { ...line(20), required: true },
				items: { min: 3, max: 4, first: line(25, 1), others: line(30, 1) },
				buttons: row(0, 2, usual),
				coupon: coupon('WIDE_ITEM_LIST', 18),
			},
			COMMERCE: {
				additional,
				image: true,
				imageLink: imageLink('COMMERCE'),
				commerce: true,
				buttons: row(1, 2, ofProducts),
				coupon: coupon('COMMERCE', 12),
			},
			CAROUSEL_FEED: {
				carousel: {
					min: 2,
					max: 6,
					header: line(20),
					text: line(180, 2),
					buttons: cardsButtons,
					coupon: coupon('CAROUSEL_FEED', 12),
				},
			},
			CAROUSEL_COMMERCE: {
				carousel: {
					min: 2,
					max: 6,
					intro: { min: 1, max: 5, header: line(20), text: line(50, 2) },
					additional,
					commerce: true,
					buttons: cardsButtons,
					coupon: coupon('CAROUSEL_COMMERCE', 12),
				},
			},
			PREMIUM_VIDEO: {
				text: { ...short, required: false },
				header: { ...line(20), required: false },
				video: true,
				buttons: row(0, 1, usual),
				coupon: coupon('PREMIUM_VIDEO', 18),
			},
		},
		link: 1000,
		plainLinks: changes.plainLinks ?? false,
		discountFixed: changes.discountFixed ?? 999_999,
		variable: 1300,
	};
}
