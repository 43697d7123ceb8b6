import type { NhnAccount, Row } from '../account.mts';
import { resultFields } from '../rows.mts';
import { MESSAGE_BUTTON, wireContent } from './wire.mts';

/** A Brand Message as `GET …/messages` lists it: other names than AlimTalk (`resendStatusCode`), and no content. */
export function brandListFields(row: Row, account: NhnAccount) {
	const { message, request } = row;
	const { resendStatus, ...result } = resultFields(row);
	return {
		...result, resendStatusCode: resendStatus, plusFriendId: request.channel.searchId, senderKey: request.channel.senderKey,
		templateCode: message.templateCode || null, recipientNo: message.to, targeting: message.targeting,
		chatBubbleType: message.bubble.kind === 'brand' ? message.bubble.layout : null, pushAlarm: request.pushAlarm,
		isAddedChannel: account.world.phones.get(message.to).friend, createUser: request.createUser,
		senderGroupingKey: request.senderGroupingKey, recipientGroupingKey: row.recipientGroupingKey,
	};
}

/** `GET …/messages/{requestId}/{recipientSeq}`; `templateParameter` is a String, taken here as JSON. */
export function brandDetailFields(row: Row, account: NhnAccount) {
	const { bubble } = row.message;
	return {
		...brandListFields(row, account), ...(bubble.kind === 'brand' && wireContent(bubble, MESSAGE_BUTTON)),
		templateParameter: row.templateParameter && JSON.stringify(row.templateParameter),
	};
}
