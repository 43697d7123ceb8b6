import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { baseUrlOf, credentialValues, signingMoment, signUrl } from '../../kakao/partner/baseUrl';
import type { Dealer } from '../../kakao/dealers/contract';
import type { CredentialValues } from '../../kakao/partner/partner';
import { dealerById } from '../../kakao/dealers/registry';

const TIMEOUT = 15_000;

interface FullResponse {
	statusCode: number;
	headers: Record<string, string>;
	body: unknown;
}

/** Calls the dealer's harmless endpoint and says in a sentence what is wrong with the credential. */
export async function kakaoBizMessageApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const values = credentialValues(credential.data ?? {});
	const dealer = dealerById(values.provider ?? '');
	if (!dealer) return failed(`The dealer "${values.provider}" is not known to this version.`);
	const empty = dealer.credentialFields.find(({ name }) => !values[name]);
	if (empty) return failed(`${empty.label} is empty. ${empty.help}.`);
	try {
		const answer = await probe(this, dealer, values);
		const problem = dealer.probe.explain(
			{ status: answer.statusCode, headers: answer.headers, body: answer.body },
			Date.now(),
		);
		return problem ? failed(problem) : { status: 'OK', message: `${dealer.name} accepts this credential` };
	} catch (error) {
		return failed(networkSentence(dealer, error));
	}
}

async function probe(
	context: ICredentialTestFunctions,
	dealer: Dealer,
	values: CredentialValues,
): Promise<FullResponse> {
	const { method, path } = dealer.probe.request;
	const { url, headers } = signUrl(
		dealer,
		values,
		{ method, url: `${baseUrlOf(dealer, values.baseUrl)}${path}` },
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

function networkSentence(dealer: Dealer, error: unknown): string {
	const { code, message } = error as { code?: string; message: string };
	if (code === undefined) return message;
	return `${dealer.name} could not be reached (${code}). Check the network, a proxy or firewall, and the base URL.`;
}

const failed = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });
