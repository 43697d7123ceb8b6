import { brandRules } from '../../../message/brand/kakaoRules';
import type { BrandMessage } from '../../../message/brand/message';
import type { BrandService } from '../../contract';
import { followUp } from '../followUp';
import { BRAND } from '../lane';
import { batch } from './batch';
import { reportsBetween } from './reports';
import { send } from './send';
import { template, templates } from './templates';
import { upload } from './upload';

/** Brand Messages at NHN Cloud (facts §1.4), whose guide is the fullest account of Kakao's rules. */
export const brand: BrandService = {
	capabilities: {
		freeForm: brandRules(),
		template: brandRules(),
		valuesPerCard: true,
		freeFormByRecipient: false,
		unsubscribe: true,
		fallback: {
			freeForm: true,
			template: true,
			// Its advertising SMS goes out only with these words (console guide, 대체 발송 관리).
			optOutLine: { pattern: /\[무료 ?수신 ?거부\] ?080-?\d{3,4}-?\d{4}/, example: '[무료 수신거부]080-123-4567' },
		},
		silent: true,
		night: { from: 20 * 60 + 50, until: 8 * 60 },
		onePerDay: false,
	},
	templates,
	template,
	upload,
	batch,
	send,
	...followUp<BrandMessage>(BRAND),
	reportsBetween,
};
