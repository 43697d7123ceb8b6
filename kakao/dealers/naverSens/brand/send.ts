import type { DealerRequest } from '../../../delivery/conversation';
import type { BrandMessage } from '../../../message/brand/message';
import { withoutOpenPrices } from '../../../message/brand/prices';
import { compact } from '../../../partner/json';
import { BRAND, toMessageType, type SendingLane } from '../lane';
import { toWireFailover, toWireRecipient, toWireReservation } from '../wire';
import { toWireContent } from './content';

/**
 * One batch of Brand Messages (facts §3.4). Templates are filled in by SENS, unlike those of AlimTalk; in free-form
 * each recipient has a content of its own. There is no field for a sound or for an opt-out number: the channel's counts.
 */
export function sendRequest(batch: readonly BrandMessage[]): DealerRequest {
	const { senderProfile, template, content, targeting, adult, scheduleAt } = batch[0]!;
	return {
		method: 'POST',
		path: `${BRAND.base}/messages`,
		body: {
			plusFriendId: senderProfile,
			messageType: toMessageType(content.kind),
			// A template brings its own age, which a false here might undo (U).
			...(template ? { templateCode: template.code } : { isAdult: adult }),
			targeting,
			messages: batch.map(toWire),
			...toWireReservation(scheduleAt),
		},
	};
}

const toWire = ({ to, template, variables, content, fallback }: BrandMessage): object =>
	compact({
		...toWireRecipient(to),
		...(template ? { templateParameters: someOf(variables) } : toWireContent(content)),
		...toWireFailover(fallback),
	});

/** Names are bare, without `#{}` (facts §6 trap 9). */
function someOf(variables: BrandMessage['variables']): Record<string, string> | undefined {
	const given = withoutOpenPrices(variables);
	return Object.keys(given).length > 0 ? given : undefined;
}

export const brandLane: SendingLane<BrandMessage> = {
	...BRAND,
	groupOf: ({ senderProfile, template, content, targeting, adult, scheduleAt }) =>
		JSON.stringify([senderProfile, template?.code, content.kind, targeting, adult, scheduleAt]),
	request: sendRequest,
};
