import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Hub } from '../../kakao/consult/contract';
import { hubById } from '../../kakao/consult/registry';
import { accountAt, type CredentialKind, type PartnerAccount, type PartnerContext } from './partnerAccount';

/** The credential through which consults run. */
const KIND: CredentialKind<Hub> = {
	credential: 'kakaoConsultTalkApi',
	noun: 'hub',
	byId: hubById,
	parallelRequests: ({ capabilities }) => capabilities.parallelRequests,
};

export interface ConsultAccount extends PartnerAccount {
	hub: Hub;
}

/** The hub that the node's credential belongs to, and the credential itself for what proves the hub's calls. */
export async function consultAccountOf(
	context: PartnerContext,
): Promise<{ account: ConsultAccount; stored: ICredentialDataDecryptedObject }> {
	const stored = await context.getCredentials(KIND.credential);
	const { partner, account } = accountAt(context, stored, KIND);
	return { account: { ...account, hub: partner }, stored };
}
