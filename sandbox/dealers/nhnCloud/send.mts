import type { KakaoCode } from '../../world/codes.mts';
import { parseKst } from '../../world/kst.mts';
import type { Channel, SandboxMessage, Template } from '../../world/types.mts';
import { misfit } from '../shape.mts';
import type { Lane, NhnAccount, SendRequest } from './account.mts';
import { RAW_SEND, TEMPLATE_SEND, type RawRecipient, type SendBody, type TemplateRecipient } from './bodies.mts';
import { Refusal, SUCCESS, apiMessage, apiReason, failedHeader, type ApiCode } from './codes.mts';
import { checkResend, fallbackOf } from './fallback.mts';
import { compare, parameterNames, substitute, type Content } from './recipient.mts';

const MAX_RECIPIENTS = 1000;
const DAY_MS = 86_400_000;
/** The guide allows 60 days; the refusal's own words say 90 (facts 1.2). The stricter one is enforced. */
const FURTHEST_DAYS = 60;
const PHONE = /^\d{8,15}$/;

type Recipient = TemplateRecipient & RawRecipient;

interface SendCall {
	body: unknown;
	raw: boolean;
	lane: Lane;
	idempotencyKey: string | undefined;
}

const tooLong = (field: string, value: string | null | undefined, limit: number) => {
	if (value && value.length > limit) throw new Refusal('-2000', field, limit);
};

function readBody(call: SendCall): SendBody<Recipient> & { recipientList: Recipient[] } {
	if (call.body === undefined) throw new Refusal('-3002');
	const bad = misfit(call.body, call.raw ? RAW_SEND : TEMPLATE_SEND);
	if (bad) throw new Refusal('4', `${bad.path}: ${bad.problem === 'unknown' ? 'unknown field' : `must be ${bad.expected}`}`);
	// The shape has just been checked field by field.
	const body = call.body as SendBody<Recipient>;
	if (!body.senderKey) throw new Refusal('-2001', 'senderKey');
	if (!body.templateCode) throw new Refusal('-2001', 'templateCode');
	tooLong('templateCode', body.templateCode, 20);
	tooLong('senderGroupingKey', body.senderGroupingKey, 100);
	tooLong('statsId', body.statsId, 8);
	const { recipientList } = body;
	if (!recipientList) throw new Refusal('-2002', 'recipientList');
	if (recipientList.length < 1 || recipientList.length > MAX_RECIPIENTS) throw new Refusal('-2004', 'recipientList', 1, MAX_RECIPIENTS);
	for (const recipient of recipientList) {
		tooLong('recipientGroupingKey', recipient.recipientGroupingKey, 100);
		if (call.raw && !recipient.content) throw new Refusal('-2001', 'content');
	}
	return { ...body, recipientList };
}

/** `requestDate` has minutes and no zone; taken as Korean time. @returns null = at once */
function readDate(requestDate: string | null | undefined, now: number): number | null {
	if (!requestDate) return null;
	const when = parseKst(requestDate, 'minutes');
	if (when === null) throw new Refusal('-2027');
	// The running minute still counts as now.
	if (when < now - 60_000) throw new Refusal('-2025');
	if (when > now + FURTHEST_DAYS * DAY_MS) throw new Refusal('-2026');
	return when;
}

function findTarget(account: NhnAccount, body: SendBody<Recipient>): { channel: Channel; template: Template } {
	const channel = account.channel(body.senderKey ?? '');
	if (!channel) throw new Refusal('-2017');
	if (channel.status === 'blocked') throw new Refusal('-1027');
	if (channel.status !== 'active') throw new Refusal('-1014');
	const template = account.world.templates.find(channel, body.templateCode ?? '');
	if (!template) throw new Refusal('-3003');
	if (template.status !== 'approved') throw new Refusal('-3005');
	return { channel, template };
}

/** `POST …/messages` and `…/raw-messages`. Throws a Refusal when nothing at all was accepted for a reason of the request. */
export function send(account: NhnAccount, call: SendCall) {
	account.checkIdempotency(call.idempotencyKey);
	const { world } = account;
	const now = Date.now();
	const body = readBody(call);
	const noteRefused = (to: string, code: ApiCode, message?: string) =>
		world.refuse({ dealer: 'nhnCloud', to, templateCode: body.templateCode ?? '', code, reason: apiReason(code, message) });
	let due: number | null;
	let target: { channel: Channel; template: Template };
	const setting = account.failback.get(body.senderKey ?? '');
	try {
		due = readDate(body.requestDate, now);
		target = findTarget(account, body);
		for (const recipient of body.recipientList) checkResend(recipient.resendParameter, setting);
	} catch (error) {
		if (error instanceof Refusal) for (const { recipientNo } of body.recipientList) noteRefused(recipientNo ?? '', error.code, error.message);
		throw error;
	}
	const { channel, template } = target;
	const names = parameterNames(template);
	const auth = call.lane === 'AUTH';
	const times = { acceptedAt: new Date(now).toISOString(), scheduledAt: due === null || due <= now ? null : new Date(due).toISOString() };
	const request: SendRequest = {
		requestId: account.newId(), lane: call.lane, channel, senderGroupingKey: body.senderGroupingKey ?? null,
		createUser: body.createUser ?? null, requestMs: due ?? now, createMs: now, rows: [],
	};
	const messages: SandboxMessage[] = [];
	const verdicts = new Map<string, KakaoCode>();

	const sendResults = body.recipientList.map((recipient, i) => {
		const seq = i + 1;
		const to = recipient.recipientNo ?? '';
		const recipientGroupingKey = recipient.recipientGroupingKey ?? null;
		const content: Content = !PHONE.test(to)
			? { bubble: null, code: '-5000', verdict: null }
			: call.raw ? compare(template, recipient, auth) : substitute(template, names, recipient, auth);
		const fallback = content.bubble && fallbackOf(recipient.resendParameter, setting, content.bubble, channel);
		// A text that does not match may still go out by SMS (error-code.md, -3010).
		const goesOut = content.bubble !== null && (content.code === null || fallback !== null);
		if (goesOut && content.bubble) {
			const message = world.draft({
				dealer: 'nhnCloud', requestId: request.requestId, messageId: String(seq), messageKey: recipientGroupingKey,
				channel, templateCode: template.code, to, ...times, bubble: content.bubble, fallback,
			});
			if (content.verdict) verdicts.set(message.id, content.verdict);
			messages.push(message);
			request.rows.push({ request, seq, recipientGroupingKey, message });
		} else {
			request.rows.push(null);
			noteRefused(to, content.code ?? '-9999');
		}
		const resultMessage = content.code === null ? SUCCESS.resultMessage : apiMessage(content.code);
		return { recipientSeq: seq, recipientNo: to, resultCode: Number(content.code ?? 0), resultMessage, recipientGroupingKey };
	});

	const message = { requestId: request.requestId, senderGroupingKey: request.senderGroupingKey, sendResults };
	// All failed and none eligible for SMS: a failed header and no request id (release notes, 2025-04-29).
	if (messages.length === 0) return { header: failedHeader('-1031'), message: { ...message, requestId: null } };
	account.burnIdempotency(call.idempotencyKey);
	account.requests.set(request.requestId, request);
	world.accept(messages, due, verdicts);
	return { header: SUCCESS, message };
}
