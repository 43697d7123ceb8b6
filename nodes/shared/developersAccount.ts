import { kakaoDevelopers } from '../../kakao/channel';
import { credentialValues } from '../../kakao/partner/baseUrl';
import type { CredentialValues } from '../../kakao/partner/partner';
import { accountWith, type PartnerAccount, type PartnerContext } from './partnerAccount';

/** Keys of the company's app at Kakao Developers. */
export const KEYS = 'kakaoDevelopersApi';
/** One person who has signed in with Kakao. */
const SIGN_IN = 'kakaoDevelopersOAuth2Api';

/** Kakao names no limit per second; a quota error waits and asks again. */
const PARALLEL_REQUESTS = 4;

export interface DevelopersAccount extends PartnerAccount {
	/** The credential's own channel as it was typed; empty where it names none. */
	channel: string;
}

/** The app whose keys the node's credential holds, and the credential itself for what proves Kakao's webhooks. */
export const developersAccountOf = async (
	context: PartnerContext,
): Promise<{ account: DevelopersAccount; stored: CredentialValues }> => await accountIn(context, KEYS);

/** The person who has signed in with the node's OAuth2 credential. */
export async function signedInAccountOf(context: PartnerContext): Promise<DevelopersAccount> {
	const { account } = await accountIn(context, SIGN_IN);
	return { ...account, renewsToken: true };
}

async function accountIn(context: PartnerContext, credential: string) {
	const stored = await context.getCredentials(credential);
	const values = credentialValues(stored);
	const account: DevelopersAccount = {
		...accountWith(context, stored, credential, kakaoDevelopers, PARALLEL_REQUESTS),
		bodies: 'text',
		channel: values.channelPublicId ?? '',
	};
	return { account, stored: values };
}
