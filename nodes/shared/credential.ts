import type { Dealer } from '../../kakao/dealers/contract';
import { dealerById } from '../../kakao/dealers/registry';
import { accountAt, type CredentialKind, type PartnerAccount, type PartnerContext } from './partnerAccount';

/** The credential through which AlimTalk and Brand Messages are sent. */
const KIND: CredentialKind<Dealer> = {
	credential: 'kakaoBizMessageApi',
	noun: 'dealer',
	byId: dealerById,
	parallelRequests: ({ capabilities }) => capabilities.parallelRequests,
};

export interface Account extends PartnerAccount {
	dealer: Dealer;
}

/** The dealer that the node's credential belongs to. */
export async function accountOf(context: PartnerContext): Promise<Account> {
	const { partner, account } = accountAt(context, await context.getCredentials(KIND.credential), KIND);
	return { ...account, dealer: partner };
}
