import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { dealerById } from '../../kakao/dealers/registry';
import { hubById } from '../../kakao/consult/registry';
import { baseUrlOf, credentialValues, signingMoment, signUrl } from '../../kakao/partner/baseUrl';
import type { CredentialValues, Partner } from '../../kakao/partner/partner';

const TIMEOUT = 15_000;

interface FullResponse {
	statusCode: number;
	headers: Record<string, string>;
	body: unknown;
}

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
	if (partner.noProbe) return { status: 'OK', message: partner.noProbe };
	try {
		const answer = await probe(context, partner, values);
		const problem = partner.probe.explain(
			{ status: answer.statusCode, headers: answer.headers, body: answer.body },
			Date.now(),
		);
		return problem ? failed(problem) : { status: 'OK', message: `${partner.name} accepts this credential` };
	} catch (error) {
		return failed(networkSentence(partner, error));
	}
}

async function probe(
	context: ICredentialTestFunctions,
	partner: Partner,
	values: CredentialValues,
): Promise<FullResponse> {
	const { method, path } = partner.probe.request;
	const { url, headers } = signUrl(
		partner,
		values,
		{ method, url: `${baseUrlOf(partner, values.baseUrl)}${path}` },
		signingMoment(),
	);
	// The only HTTP helper that n8n gives to credential tests.
	const { request } = context.helpers;
	return (await request({
		method,
		uri: url,
		headers,
		json: true,
		timeout: TIMEOUT,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
	})) as FullResponse;
}

function networkSentence(partner: Partner, error: unknown): string {
	const { code, message } = error as { code?: string; message: string };
	if (code === undefined) return message;
	return `${partner.name} could not be reached (${code}). Check the network, a proxy or firewall, and the base URL.`;
}

const failed = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });
