import { write, type Conversation } from '../delivery/conversation';
import type { Made } from '../message/made';
import type { Problem } from '../message/limits';
import { problem } from '../message/brand/problems';
import type { Reason } from '../message/outcome';
import { exactAnswer } from '../partner/exactAnswer';
import { object, text } from '../partner/json';
import { SKILL_LIMITS } from './answer/limits';
import { toWire, waitingToWire } from './answer/wire';
import { botReason, transportReason } from './codes';

/** How long Kakao waits, in milliseconds (facts kakao-developers §7.1, §7.3). */
export const SKILL_TIME = { answer: 5_000, callback: 60_000, callbackInGroup: 300_000 } as const;

/** Only seen in third-party code, no official page names the host (facts §7.3, S): any host of Kakao's domain is let through. */
const KAKAO_HOST = /(?:^|\.)kakao\.com$/;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Where a late answer goes. */
export interface CallbackPlace {
	/** Scheme and host. No key may go there: the address is its own proof. */
	baseUrl: string;
	/** From the base URL on, with its query. */
	path: string;
}

/**
 * The callback address of a skill call, if it is Kakao's. Whoever finds the skill's address can write any other into the
 * call, and would learn the answer or reach into the company's own network.
 * @param local lets addresses on this machine through, for the sandbox
 */
export function callbackPlace(callbackUrl: string, local: boolean): Made<CallbackPlace> {
	const url = URL.canParse(callbackUrl) ? new URL(callbackUrl) : undefined;
	if (!url) return { problems: [badPlace('is no web address')] };
	if (url.username !== '' || url.password !== '') return { problems: [badPlace('holds a user name')] };
	const isOurs = local && LOOPBACK.test(url.hostname) && /^https?:$/.test(url.protocol);
	if (!isOurs) {
		if (url.protocol !== 'https:' || url.port !== '')
			return { problems: [badPlace('is not encrypted, or has a port of its own')] };
		if (!KAKAO_HOST.test(url.hostname)) return { problems: [badPlace(`leads to ${url.hostname}, which is not Kakao`)] };
	}
	return { value: { baseUrl: url.origin, path: `${url.pathname}${url.search}` } };
}

const badPlace = (text: string): Problem =>
	problem('callback address', text, 'Nothing was sent there. Check who calls the skill, and keep its address secret.');

/**
 * What to tell the customer when the flow needs longer than Kakao waits. With a callback the answer follows; without one
 * (the block has none, or the builder's test) "wait" would leave the customer without any answer (facts, trap 19).
 */
export const waitingAnswer = (hasCallback: boolean, words: string | null): object =>
	hasCallback
		? waitingToWire(words)
		: toWire({ parts: [{ type: 'simpleText', text: (words || LATE).slice(0, SKILL_LIMITS.simpleText) }] });

const LATE = '답변을 준비하는 데 시간이 조금 더 걸리고 있어요. 잠시 후 다시 말씀해 주세요.';

/** What became of a late answer. */
export type CallbackOutcome =
	| { outcome: 'sent'; taskId: string | null; reason: null }
	/** `unknown`: it may have arrived. Either way the address is used up and must not be called again (facts §7.3). */
	| { outcome: 'rejected' | 'unknown'; taskId: string | null; reason: Reason };

/** Posts the answer to its callback address, once. To be driven over a wire to `CallbackPlace.baseUrl` without credential. */
export function* sendCallback(place: CallbackPlace, answer: object): Conversation<CallbackOutcome> {
	const reply = exactAnswer(
		yield* write({
			method: 'POST',
			path: place.path,
			headers: { 'Content-Type': 'application/json; charset=utf-8' },
			body: answer,
		}),
	);
	if (reply.kind !== 'answer') {
		const outcome = reply.kind === 'lost' ? 'unknown' : 'rejected';
		return { outcome, taskId: null, reason: transportReason(reply) };
	}
	const body = object(reply.body);
	const taskId = text(body.taskId) ?? null;
	const status = text(body.status)?.toUpperCase();
	// The body is not confirmed (facts §9.8); a plain 2XX without a status counts as taken.
	if (reply.status < 300 && (status === undefined || status === 'SUCCESS'))
		return { outcome: 'sent', taskId, reason: null };
	const reason = botReason(
		status === undefined ? `HTTP ${reply.status}` : status,
		text(body.message) ?? text(body.msg),
	);
	return { outcome: 'rejected', taskId, reason: { ...reason, advice: USED_UP } };
}

const USED_UP =
	'A callback address works once, for one minute. Answer sooner, and put one Respond node at the end of the flow.';
