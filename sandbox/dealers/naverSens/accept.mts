import type { KakaoCode } from '../../world/codes.mts';
import { DEFAULT_SENDER_NUMBER } from '../../world/credentials.mts';
import { kstMillis } from '../../world/kst.mts';
import { textMessage } from '../../world/text.mts';
import type { Channel, SandboxMessage, Targeting, TextMessage } from '../../world/types.mts';
import type { Lane, SendRequest, SensAccount } from './account.mts';
import type { Recipient } from './bodies.mts';
import { SensError } from './errors.mts';
import type { Reservation } from './reserve.mts';

/** Whole Korean numbers; shorter or longer ones are refused per recipient, in a 202 answer. */
const KOREAN_NUMBER = /^0\d{8,11}$/;
const ACCEPTED = { requestStatusCode: 'A000', requestStatusName: 'success', requestStatusDesc: '성공' } as const;
/** Channels do not fall back unless the message says so (facts 3.2: unconfirmed). */
export const CHANNEL_FAILOVER = false;

/** Why one recipient of an accepted request gets nothing. The request codes beside A000 are not documented: these are the sandbox's own. */
export interface RefusedRecipient {
	code: `A1${string}`;
	ko: string;
	en: string;
}

const WRONG_NUMBER: RefusedRecipient = { code: 'A104', ko: '수신번호 형식 오류', en: 'not a whole Korean number' };

/** A recipient's message, ready to go. */
export interface Prepared {
	bubble: SandboxMessage['bubble'];
	targeting: Targeting | null;
	fallback: TextMessage | null;
	/** What Kakao will answer for a message that does not match its template. */
	verdict: KakaoCode | null;
}

export const wantsFailover = (recipient: Recipient): boolean => recipient.useSmsFailover ?? CHANNEL_FAILOVER;

/** `content` defaults to the body without buttons, `subject` to the channel's name (E-MCP). */
export function failover(recipient: Recipient, body: string | null, channel: Channel): TextMessage | null {
	const config = recipient.failoverConfig ?? {};
	const text = config.content || body;
	if (!wantsFailover(recipient) || !text) return null;
	return textMessage({
		type: config.type === 'SMS' || config.type === 'LMS' ? config.type : undefined,
		from: config.from || DEFAULT_SENDER_NUMBER, title: config.subject || channel.name, text,
	});
}

/** Notes on every phone concerned that the whole request was refused. */
export function refusingAll<Result>(account: SensAccount, templateCode: string, recipients: readonly Partial<Recipient>[], work: () => Result): Result {
	try {
		return work();
	} catch (error) {
		const why = error instanceof SensError ? error.errors.join(', ') : String(error);
		for (const { to } of recipients) {
			if (to) account.world.refuse({ dealer: 'naverSens', to, templateCode, code: '400', reason: { ko: `요청이 거부되었습니다. ${why}`, en: why } });
		}
		throw error;
	}
}

export interface About {
	lane: Lane;
	channel: Channel;
	/** Empty for free-form Brand Messages. */
	templateCode: string;
	/** Brand Message only. */
	messageType: string | null;
	reservation: Reservation | null;
}

/** Takes a request's recipients over, each with what `prepare` makes of it. */
export function acceptAll<Sent extends Recipient>(
	account: SensAccount, { reservation, ...about }: About, recipients: readonly Sent[], prepare: (sent: Sent) => Prepared | RefusedRecipient,
) {
	const { world } = account;
	const now = Date.now();
	const acceptedAt = new Date(now).toISOString();
	const scheduledAt = reservation && new Date(reservation.due).toISOString();
	const request: SendRequest = { ...about, requestId: account.newId(), requestMs: now, reserve: reservation, rows: [] };
	const accepted: SandboxMessage[] = [];
	const verdicts = new Map<string, KakaoCode>();

	const messages = recipients.map((sent) => {
		const messageId = account.newId();
		const countryCode = sent.countryCode || '82';
		const useSmsFailover = wantsFailover(sent);
		const prepared = countryCode === '82' && !KOREAN_NUMBER.test(sent.to) ? WRONG_NUMBER : prepare(sent);
		if ('code' in prepared) {
			const { code, ko, en } = prepared;
			world.refuse({ dealer: 'naverSens', to: sent.to, templateCode: about.templateCode, code, reason: { ko, en } });
			return { messageId, countryCode, to: sent.to, requestStatusCode: code, requestStatusName: 'fail', requestStatusDesc: ko, useSmsFailover };
		}
		const { verdict, ...content } = prepared;
		const message = world.draft({
			dealer: 'naverSens', requestId: request.requestId, messageId, messageKey: null, channel: about.channel,
			templateCode: about.templateCode, to: sent.to, acceptedAt, scheduledAt, ...content,
		});
		if (verdict) verdicts.set(message.id, verdict);
		accepted.push(message);
		const row = { request, messageId, countryCode, useSmsFailover, message };
		request.rows.push(row);
		account.rows.push(row);
		account.byMessageId.set(messageId, row);
		return { messageId, countryCode, to: sent.to, ...ACCEPTED, useSmsFailover };
	});

	account.requests.set(request.requestId, request);
	world.accept(accepted, reservation?.due ?? null, verdicts);
	return { requestId: request.requestId, requestTime: kstMillis(now), statusCode: '202', statusName: 'success', messages };
}
