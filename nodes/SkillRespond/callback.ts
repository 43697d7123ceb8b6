import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';

import { callbackPlace, sendCallback, type CallbackOutcome, type CallbackPlace } from '../../kakao/chatbot';
import type { DealerRequest, Reply } from '../../kakao/delivery/conversation';
import { isLoopback } from '../../kakao/partner/baseUrl';
import { developersAccountOf, KEYS } from '../shared/developersAccount';
import { inputReason } from '../shared/refusals';
import { failedExchange } from '../shared/wire';

/** Kakao waits a minute for the whole; an answer to it comes at once or not at all. */
const TIMEOUT = 15_000;

/** Posts a late answer to the address that came with the call, if it is Kakao's. */
export async function callBack(context: IExecuteFunctions, url: string, answer: object): Promise<CallbackOutcome> {
	const place = callbackPlace(url, await isLocal(context));
	if ('problems' in place) return { outcome: 'rejected', taskId: null, reason: inputReason(place.problems) };
	return await once(context, place.value, answer);
}

/** Addresses on this machine are for those whose credential leads to this machine, to the local sandbox. */
async function isLocal(context: IExecuteFunctions): Promise<boolean> {
	if (!context.getNode().credentials?.[KEYS]) return false;
	const { account } = await developersAccountOf(context);
	return isLoopback(new URL(account.baseUrl).hostname);
}

/** One attempt and no other: the address is used up by the first, whatever came of it (facts kakao-developers §7.3). */
async function once(context: IExecuteFunctions, place: CallbackPlace, answer: object): Promise<CallbackOutcome> {
	const conversation = sendCallback(place, answer);
	let step = conversation.next();
	while (!step.done) {
		if (step.value.kind !== 'ask') throw new Error('A callback is one request, without pauses');
		step = conversation.next(await post(context, place.baseUrl, step.value.request));
	}
	return step.value;
}

async function post(context: IExecuteFunctions, baseUrl: string, request: DealerRequest): Promise<Reply> {
	try {
		const { statusCode, headers, body } = (await context.helpers.httpRequest({
			method: request.method,
			url: `${baseUrl}${request.path}`,
			headers: { ...request.headers },
			body: request.body as object,
			json: true,
			encoding: 'text',
			timeout: TIMEOUT,
			disableFollowRedirect: true,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as IN8nHttpFullResponse;
		if (statusCode >= 500) return { kind: 'lost', detail: `Kakao answered HTTP ${statusCode}` };
		return { kind: 'answer', status: statusCode, headers: headers as Record<string, string>, body };
	} catch (error) {
		const failed = failedExchange(error, TIMEOUT);
		return failed.kind === 'lost' ? failed : { kind: 'refused', why: 'unreachable', detail: failed.detail };
	}
}
