import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { kakaoBot } from '../../kakao/chatbot';
import { credentialValues } from '../../kakao/partner/baseUrl';
import type { Wire } from '../../kakao/delivery/wire';
import { KEYS } from '../shared/developersAccount';
import { accountWith } from '../shared/partnerAccount';
import { wireOf } from '../shared/wire';

/** Kakao names no limit per second. */
const PARALLEL_REQUESTS = 4;

/**
 * The way to the bot, signed with the app's REST API key.
 * @throws NodeOperationError without a credential or key: only answering needs none
 */
export async function botWire(context: IExecuteFunctions): Promise<Wire> {
	if (!context.getNode().credentials?.[KEYS]) throw missing(context, 'Choose a Kakao Developers credential');
	const stored = await context.getCredentials(KEYS);
	if (!credentialValues(stored).restApiKey) throw missing(context, 'The credential has no REST API key');
	const account = accountWith(context, stored, KEYS, kakaoBot, PARALLEL_REQUESTS);
	return wireOf(context, { ...account, bodies: 'text' });
}

const missing = (context: IExecuteFunctions, text: string) =>
	new NodeOperationError(context.getNode(), text, {
		description:
			'Bot events are signed with the REST API key of the app that is connected to the bot: Kakao Developers → your app → Platform key.',
	});
