import type { IExecuteFunctions, IHookFunctions, ILoadOptionsFunctions, ITriggerFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { baseUrlOf } from '../../kakao/partner/baseUrl';
import type { Dealer } from '../../kakao/dealers/contract';
import { dealerById } from '../../kakao/dealers/registry';

/** Stored name of the credential type. */
export const CREDENTIAL = 'kakaoBizMessageApi';

/** Every context of n8n in which a dealer is asked something. */
export type DealerContext = IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | ITriggerFunctions;

export interface Account {
	dealer: Dealer;
	baseUrl: string;
	/** Tells credentials apart for pacing, without holding a secret. */
	pacingKey: string;
}

/** The dealer that the node's credential belongs to. */
export async function accountOf(context: DealerContext): Promise<Account> {
	const credential = await context.getCredentials(CREDENTIAL);
	const provider = String(credential.provider ?? '');
	const dealer = dealerById(provider);
	if (!dealer) {
		throw new NodeOperationError(
			context.getNode(),
			`The credential names the dealer "${provider}", which this version does not know`,
			{
				description: 'Update n8n-nodes-kakao-business, or choose another dealer in the credential.',
			},
		);
	}
	const baseUrl = baseUrlFor(context, dealer, credential.baseUrl);
	const id = context.getNode().credentials?.[CREDENTIAL]?.id ?? '';
	return { dealer, baseUrl, pacingKey: [dealer.id, baseUrl, id].join('|') };
}

function baseUrlFor(context: DealerContext, dealer: Dealer, override: unknown): string {
	try {
		return baseUrlOf(dealer, typeof override === 'string' ? override : '');
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error, { description: 'Correct it in the credential.' });
	}
}
