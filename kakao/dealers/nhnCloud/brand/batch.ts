import { createHash } from 'node:crypto';

import type { BatchRule } from '../../../delivery/batch';
import type { BrandContent } from '../../../message/brand/content';
import type { BrandMessage } from '../../../message/brand/message';

/** Ten thousand messages of one text share one content object: it is written out once. */
const digests = new WeakMap<BrandContent, string>();

function digestOf(content: BrandContent): string {
	const digest = digests.get(content) ?? createHash('sha256').update(JSON.stringify(content)).digest('base64');
	digests.set(content, digest);
	return digest;
}

/**
 * What a request has once for all its recipients: a free-form content, the 080 number, sound and time (facts §1.4). Friends
 * travel apart from the others: a channel that may not address strangers, or has no 080 number for them, is refused
 * (-4029, -3300), and whether that hits these recipients or their whole request is not documented.
 */
export const batch: BatchRule<BrandMessage> = {
	groupOf: ({ senderProfile, template, content, targeting, scheduleAt, pushAlarm, adult, unsubscribe }) =>
		JSON.stringify([
			senderProfile,
			template ? ['template', template.code] : ['freeForm', digestOf(content)],
			targeting === 'I',
			scheduleAt,
			pushAlarm,
			adult,
			unsubscribe,
		]),
	maxRecipients: 1000,
};
