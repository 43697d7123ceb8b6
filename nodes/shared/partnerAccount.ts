import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { baseUrlOf } from '../../kakao/partner/baseUrl';
import type { Partner } from '../../kakao/partner/partner';

/** Every context of n8n in which a partner is asked something. */
export type PartnerContext =
	IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | ITriggerFunctions | IWebhookFunctions;

/** Where the requests of one credential go, without holding a secret. */
export interface PartnerAccount {
	/** Stored name of the credential type. */
	credential: string;
	baseUrl: string;
	/** Tells credentials apart for pacing. */
	pacingKey: string;
	/** Requests under way at once. */
	parallelRequests: number;
	/** Bodies are handed over unparsed, for answers with 64-bit numbers: parsed by n8n, their last digits are gone. */
	bodies?: 'text';
	/** n8n keeps this person's token and renews it when Kakao says 401; it does so only for an answer that it sees fail. */
	renewsToken?: true;
}

/** A credential type through which one of several partners is reached. */
export interface CredentialKind<P extends Partner> {
	/** Stored name of the credential type. */
	credential: string;
	/** What such a partner is called: "dealer", "hub". */
	noun: string;
	byId(id: string): P | undefined;
	parallelRequests(partner: P): number;
}

/**
 * The partner that a stored credential names, and where its requests go.
 * @throws NodeOperationError for an unknown partner or a base URL that is none
 */
export function accountAt<P extends Partner>(
	context: PartnerContext,
	stored: ICredentialDataDecryptedObject,
	{ credential, noun, byId, parallelRequests }: CredentialKind<P>,
): { partner: P; account: PartnerAccount } {
	const provider = String(stored.provider ?? '');
	const partner = byId(provider);
	if (!partner) {
		throw new NodeOperationError(
			context.getNode(),
			`The credential names the ${noun} "${provider}", which this version does not know`,
			{
				description: `Update n8n-nodes-kakao-business, or choose another ${noun} in the credential.`,
			},
		);
	}
	return { partner, account: accountWith(context, stored, credential, partner, parallelRequests(partner)) };
}

/**
 * Where a credential's requests to a certain partner go.
 * @throws NodeOperationError for a base URL that is none
 */
export function accountWith(
	context: PartnerContext,
	stored: ICredentialDataDecryptedObject,
	credential: string,
	partner: Partner,
	parallelRequests: number,
): PartnerAccount {
	const baseUrl = baseUrlFor(context, partner, stored.baseUrl);
	const id = context.getNode().credentials?.[credential]?.id ?? '';
	return { credential, baseUrl, pacingKey: [partner.id, baseUrl, id].join('|'), parallelRequests };
}

function baseUrlFor(context: PartnerContext, partner: Partner, override: unknown): string {
	try {
		return baseUrlOf(partner, typeof override === 'string' ? override : '');
	} catch (error) {
		throw new NodeOperationError(context.getNode(), error as Error, { description: 'Correct it in the credential.' });
	}
}
