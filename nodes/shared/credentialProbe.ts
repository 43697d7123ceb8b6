import type { ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import type { Answer } from '../../kakao/delivery/conversation';
import { baseUrlOf, signingMoment, signUrl } from '../../kakao/partner/baseUrl';
import type { CredentialValues, Partner } from '../../kakao/partner/partner';

const TIMEOUT = 15_000;

interface FullResponse {
	statusCode: number;
	headers: Record<string, string>;
	body: unknown;
}

/** Calls the partner's harmless endpoint. */
export async function probe(
	context: ICredentialTestFunctions,
	partner: Partner,
	values: CredentialValues,
): Promise<Pick<Answer, 'status' | 'headers' | 'body'>> {
	const { method, path } = partner.probe.request;
	const { url, headers } = signUrl(
		partner,
		values,
		{ method, url: `${baseUrlOf(partner, values.baseUrl)}${path}` },
		signingMoment(),
	);
	// The only HTTP helper that n8n gives to credential tests.
	const { request } = context.helpers;
	const { statusCode, ...answer } = (await request({
		method,
		uri: url,
		headers,
		json: true,
		timeout: TIMEOUT,
		simple: false,
		resolveWithFullResponse: true,
		followRedirect: false,
	})) as FullResponse;
	return { status: statusCode, headers: answer.headers, body: answer.body };
}

export function networkSentence(partner: Partner, error: unknown): string {
	const { code, message } = error as { code?: string; message: string };
	if (code === undefined) return message;
	return `${partner.name} could not be reached (${code}). Check the network, a proxy or firewall, and the base URL.`;
}

export const failed = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

export const works = (message: string): INodeCredentialTestResult => ({ status: 'OK', message });
