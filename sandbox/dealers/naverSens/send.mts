import type { KakaoCode } from '../../world/codes.mts';
import { DEFAULT_SENDER_NUMBER } from '../../world/credentials.mts';
import { kstMillis } from '../../world/kst.mts';
import { MISMATCH_CODES, finishedBubble, mismatch, type FinishedParts } from '../../world/match.mts';
import { textMessage } from '../../world/text.mts';
import type { AlimTalkBubble, Button, Channel, SandboxMessage, Template, TextMessage } from '../../world/types.mts';
import type { SensAccount, SendRequest } from './account.mts';
import { readSend, type SendBody, type SensButton, type SensMessage } from './bodies.mts';
import { SensError, badRequest } from './errors.mts';
import { readReservation, type Reservation } from './reserve.mts';

/** Whole Korean numbers; shorter or longer ones are refused per recipient, in a 202 answer. */
const KOREAN_NUMBER = /^0\d{8,11}$/;
/** The request codes beside A000 are not documented; this one is the sandbox's own. */
const REFUSED_NUMBER = { requestStatusCode: 'A104', requestStatusName: 'fail', requestStatusDesc: '수신번호 형식 오류' } as const;
const ACCEPTED = { requestStatusCode: 'A000', requestStatusName: 'success', requestStatusDesc: '성공' } as const;
/** Channels do not fall back unless the message says so (facts 3.2: unconfirmed). */
export const CHANNEL_FAILOVER = false;

const plainButton = (button: SensButton): Button => ({
	type: button.type ?? 'WL', name: button.name ?? '',
	...(button.linkMobile && { linkMobile: button.linkMobile }), ...(button.linkPc && { linkPc: button.linkPc }),
	...(button.schemeAndroid && { schemeAndroid: button.schemeAndroid }), ...(button.schemeIos && { schemeIos: button.schemeIos }),
	...(button.telNumber && { telNumber: button.telNumber }),
});

/** The call button's number has no documented field at SENS; the template's own is used where none is given. */
function sentParts(message: SensMessage, template: Template): FinishedParts {
	const buttons = (message.buttons ?? []).map((button, i) => {
		const telNumber = button.telNumber ?? template.bubble.buttons[i]?.telNumber;
		return { ...plainButton(button), ...(telNumber && button.type === 'TN' && { telNumber }) };
	});
	return {
		text: message.content, title: message.title ?? null, header: message.headerContent ?? null,
		highlight: message.itemHighlight ?? null, items: message.item?.list ?? [], summary: message.item?.summary ?? null, buttons,
	};
}

/** `content` defaults to the body without buttons, `subject` to the channel's name (E-MCP). */
function failover(message: SensMessage, bubble: AlimTalkBubble, channel: Channel): TextMessage | null {
	if (!(message.useSmsFailover ?? CHANNEL_FAILOVER)) return null;
	const config = message.failoverConfig ?? {};
	return textMessage({
		type: config.type === 'SMS' || config.type === 'LMS' ? config.type : undefined,
		from: config.from || DEFAULT_SENDER_NUMBER, title: config.subject || channel.name, text: config.content || bubble.text,
	});
}

function findTarget(account: SensAccount, body: SendBody): { channel: Channel; template: Template } {
	const channel = account.channel(body.plusFriendId);
	if (!channel || channel.status !== 'active') throw badRequest('plusFriendId: channel not found or not active');
	const template = account.world.templates.find(channel, body.templateCode);
	if (!template || template.status !== 'approved') throw badRequest('templateCode: template not found or not approved');
	return { channel, template };
}

/** `POST …/messages`: takes finished texts. One that does not match is accepted here and fails at Kakao (3016). */
export function send(account: SensAccount, json: unknown) {
	const body = readSend(json);
	const { world } = account;
	const refuse = (to: string, code: string, ko: string, en: string) =>
		world.refuse({ dealer: 'naverSens', to, templateCode: body.templateCode, code, reason: { ko, en } });
	let reservation: Reservation | null;
	let target: { channel: Channel; template: Template };
	try {
		reservation = readReservation(body.reserveTime, body.reserveTimeZone);
		target = findTarget(account, body);
	} catch (error) {
		const why = error instanceof SensError ? error.errors.join(', ') : String(error);
		for (const { to } of body.messages) refuse(to, '400', `요청이 거부되었습니다. ${why}`, why);
		throw error;
	}
	const { channel, template } = target;
	const now = Date.now();
	const acceptedAt = new Date(now).toISOString();
	const scheduledAt = reservation && new Date(reservation.due).toISOString();
	const request: SendRequest = { requestId: account.newId(), channel, requestMs: now, reserve: reservation, rows: [] };
	const accepted: SandboxMessage[] = [];
	const verdicts = new Map<string, KakaoCode>();

	const messages = body.messages.map((sent) => {
		const messageId = account.newId();
		const countryCode = sent.countryCode || '82';
		const useSmsFailover = sent.useSmsFailover ?? CHANNEL_FAILOVER;
		if (countryCode === '82' && !KOREAN_NUMBER.test(sent.to)) {
			refuse(sent.to, REFUSED_NUMBER.requestStatusCode, REFUSED_NUMBER.requestStatusDesc, 'not a whole Korean number');
			return { messageId, countryCode, to: sent.to, ...REFUSED_NUMBER, useSmsFailover };
		}
		const parts = sentParts(sent, template);
		const bubble = finishedBubble(template, parts);
		const message = world.draft({
			dealer: 'naverSens', requestId: request.requestId, messageId, messageKey: null, channel, templateCode: template.code,
			to: sent.to, acceptedAt, scheduledAt, bubble, fallback: failover(sent, bubble, channel),
		});
		const differs = mismatch(template, parts);
		if (differs) verdicts.set(message.id, MISMATCH_CODES[differs]);
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
