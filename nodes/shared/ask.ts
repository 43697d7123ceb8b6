import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { DealerFailure } from '../../kakao/partner/failure';
import type { Conversation } from '../../kakao/delivery/conversation';
import { converse } from '../../kakao/delivery/converse';
import type { Wire } from '../../kakao/delivery/wire';
import type { PartnerContext } from './partnerAccount';

/** Has a conversation with a dealer or hub that sends nothing; what goes wrong becomes n8n's error with advice. */
export async function ask<T>(context: PartnerContext, wire: Wire, conversation: Conversation<T>): Promise<T> {
	try {
		return await converse(conversation, wire);
	} catch (error) {
		if (!(error instanceof DealerFailure)) throw new NodeOperationError(context.getNode(), error as Error);
		const { reason } = error;
		throw new NodeApiError(
			context.getNode(),
			{ message: error.message },
			{ message: error.message, description: `${reason.advice} (${reason.codeSpace} ${reason.code})` },
		);
	}
}
