import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { dealerById } from '../../kakao/dealers/registry';
import { hubById } from '../../kakao/consult/registry';
import { credentialValues } from '../../kakao/partner/baseUrl';
import type { Partner } from '../../kakao/partner/partner';
import { failed, networkSentence, probe, works } from './credentialProbe';
import { testKeys } from './developersKeys';

/** Tests the credential through which AlimTalk and Brand Messages are sent. */
export async function kakaoBizMessageApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await testPartner(this, credential, 'dealer', dealerById);
}

/** Tests the credential through which consults run. */
export async function kakaoConsultTalkApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await testPartner(this, credential, 'hub', hubById);
}

/** Tests the keys of an app at Kakao Developers, each for what it is used for. */
export async function kakaoDevelopersApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	return await testKeys(this, credentialValues(credential.data ?? {}));
}

/** Calls the partner's harmless endpoint and says in a sentence what is wrong with the credential. */
async function testPartner(
	context: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
	noun: string,
	byId: (id: string) => Partner | undefined,
): Promise<INodeCredentialTestResult> {
	const values = credentialValues(credential.data ?? {});
	const partner = byId(values.provider ?? '');
	if (!partner) return failed(`The ${noun} "${values.provider}" is not known to this version.`);
	const empty = partner.credentialFields.find(({ name, optional }) => optional !== true && !values[name]);
	if (empty) return failed(`${empty.label} is empty. ${empty.help}.`);
	if (partner.noProbe) return works(partner.noProbe);
	try {
		const problem = partner.probe.explain(await probe(context, partner, values), Date.now());
		return problem ? failed(problem) : works(`${partner.name} accepts this credential`);
	} catch (error) {
		return failed(networkSentence(partner, error));
	}
}
