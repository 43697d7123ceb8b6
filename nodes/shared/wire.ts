import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { DealerRequest } from '../../kakao/delivery/conversation';
import { pacerFor } from '../../kakao/delivery/pacer';
import type { Exchange, Wire } from '../../kakao/delivery/wire';
import type { PartnerAccount, PartnerContext } from './partnerAccount';
import { answerIn, isAboutSignIn, signInError } from './signIn';

const TIMEOUT = 60_000;

/** Network errors after which the request surely did not arrive, in words: n8n replaces any text that holds their codes. */
const NEVER_ARRIVED: ReadonlyMap<string, string> = new Map([
	['ECONNREFUSED', 'it refused the connection'],
	['ENOTFOUND', 'its name is not known on the network'],
	['EAI_AGAIN', 'the name server did not answer'],
	['EHOSTUNREACH', 'there is no route to it'],
	['ENETUNREACH', 'there is no route to it'],
	['ERR_INVALID_URL', 'the address is not valid'],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is for another name'],
]);
const CERTIFICATE = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** The one place from which this package talks to dealers and hubs: n8n's HTTP helper, with n8n's proxy and SSRF settings. */
export function wireOf(context: PartnerContext, account: PartnerAccount): Wire {
	const signal = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return {
		exchange: async (request) => await exchange(context, account, request),
		sleep: async (milliseconds) => await sleep(milliseconds),
		now: () => Date.now(),
		stopped: () => signal?.aborted ?? false,
		pacer: pacerFor(account.pacingKey, account.parallelRequests),
	};
}

async function exchange(
	context: PartnerContext,
	{ baseUrl, credential, bodies, renewsToken }: PartnerAccount,
	request: DealerRequest,
): Promise<Exchange> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: `${baseUrl}${request.path}`,
		headers: { ...request.headers },
		...(request.body !== undefined && { body: request.body as IHttpRequestOptions['body'] }),
		json: true,
		...(bodies !== undefined && { encoding: bodies }),
		timeout: TIMEOUT,
		disableFollowRedirect: true,
		// Statuses are read by the adapters; without this n8n would also send a second time on 401. That is what renews a token.
		returnFullResponse: true,
		ignoreHttpStatusErrors: renewsToken ? { ignore: true, except: [401] } : true,
	};
	try {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			credential,
			options,
		)) as IN8nHttpFullResponse;
		return { kind: 'answer', status: response.statusCode, headers: lowerCased(response.headers), body: response.body };
	} catch (error) {
		const answer = answerIn(error);
		if (answer) return { kind: 'answer', ...answer, headers: lowerCased(answer.headers) };
		if (renewsToken && isAboutSignIn(codeOf(error))) throw signInError(context.getNode(), error);
		return failedExchange(error, TIMEOUT);
	}
}

const lowerCased = (headers: IN8nHttpFullResponse['headers']) =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

/** The network error's own code, however deep n8n wrapped it. Its message is not shown: it can hold the URL with a key. */
function codeOf(error: unknown): string {
	let code = '';
	for (let each = error; typeof each === 'object' && each !== null; each = (each as { cause?: unknown }).cause) {
		const own = (each as { code?: unknown }).code ?? (each as { httpCode?: unknown }).httpCode;
		if (typeof own === 'string' && own !== '') code = own;
	}
	return code;
}

/** What became of a request that got no answer, in words that n8n lets stand. */
export function failedExchange(error: unknown, timeout: number): Extract<Exchange, { detail: string }> {
	const code = codeOf(error);
	const never = NEVER_ARRIVED.get(code) ?? (CERTIFICATE.test(code) ? 'its certificate is not trusted' : undefined);
	if (never !== undefined) return { kind: 'notSent', detail: never };
	if (code === 'ECONNABORTED' || code === 'ETIMEDOUT')
		return { kind: 'lost', detail: `no answer within ${timeout / 1000} seconds` };
	return { kind: 'lost', detail: 'the connection broke' };
}
