import { brandRules } from '../../../message/brand/kakaoRules';
import type { BrandRules } from '../../../message/brand/rules';
import type { BrandCapabilities } from '../../../message/capabilities';

/** What SOLAPI's SDK refuses beyond Kakao's rules (facts §2.4). */
const common = brandRules({
	productButtonTypes: ['WL', 'AL'],
	buttonExtras: ['chatExtra'],
	shortTextBreaks: 1,
	coupons: { PREMIUM_VIDEO: 12 },
	discountFixed: 99_999_999,
	imageLinks: ['IMAGE'],
	plainLinks: true,
	appLink: 1,
});
const list = common.kinds.WIDE_ITEM_LIST;

/** Three rows under the large one are the least here; elsewhere two will do. */
const rules: BrandRules = {
	...common,
	kinds: { ...common.kinds, WIDE_ITEM_LIST: { ...list, items: list.items && { ...list.items, min: 4 } } },
};

export const capabilities: BrandCapabilities = {
	freeForm: rules,
	// A template's links are judged at its registration; what a variable brings in is not documented.
	template: { ...rules, plainLinks: false },
	valuesPerCard: false,
	freeFormByRecipient: true,
	// The SDK's model has no place for it; the channel's own number is used (U).
	unsubscribe: false,
	// SOLAPI's example says that Brand Messages are not replaced by SMS at present. Were they, the SMS would be the very
	// text of the message: an advertisement without the label and the opt-out number that the law wants in an SMS.
	fallback: { freeForm: false, template: false },
	silent: false,
	// Kakao closes at 20:50. SOLAPI's code 3108 (2022) says 20:00, and what it refuses at night is lost (facts §4.4).
	night: { from: 20 * 60, until: 8 * 60 },
	onePerDay: false,
};
