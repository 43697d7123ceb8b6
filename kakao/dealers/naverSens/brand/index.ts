import { brandRules } from '../../../message/brand/kakaoRules';
import type { BrandCapabilities } from '../../../message/capabilities';
import type { BrandService } from '../../contract';
import { serviceOf } from '../service';
import { brandLane } from './send';
import { template, templates } from './templates';
import { upload } from './upload';

/**
 * What SENS takes (facts §3.4). A transcription of its pages gives coupon descriptions 12 characters, 8 for WIDE_IMAGE
 * and 18 for WIDE_ITEM_LIST (T, U): stricter than Kakao's, but a coupon that SENS refuses costs the campaign its evening.
 */
const coupons = { WIDE: 8, PREMIUM_VIDEO: 12 };

const capabilities: BrandCapabilities = {
	freeForm: brandRules({
		coupons,
		appLink: 'bothSchemes',
		buttonTypes: ['WL', 'AL', 'BK', 'MD', 'BC', 'BT', 'BF'],
		// What could be read of its pages names no field for bot events and their like.
		buttonExtras: ['bizFormKey'],
	}),
	// What was registered has been accepted with its lengths.
	template: brandRules({ buttonTypes: ['WL', 'AL', 'BK', 'MD', 'AC', 'BF'] }),
	valuesPerCard: false,
	freeFormByRecipient: true,
	unsubscribe: false,
	// The pages of April 2026 and later list it; an older one, still up for the government cloud, says "not yet".
	fallback: { freeForm: true, template: true },
	silent: false,
	night: { from: 20 * 60 + 50, until: 8 * 60 },
	onePerDay: false,
};

export const brand: BrandService = { ...serviceOf(brandLane), capabilities, templates, template, upload };
