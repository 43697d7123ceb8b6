import type { Channel, Template } from '../../world/types.mts';
import type { Lane, NhnAccount } from './account.mts';
import { RAW_SEND, TEMPLATE_SEND, type RawRecipient, type TemplateRecipient } from './bodies.mts';
import { Refusal, SUCCESS, failedHeader } from './codes.mts';
import { checkResend, fallbackOf, linkedContent } from './fallback.mts';
import { refuseAll, take, type Settled } from './intake.mts';
import { compare, parameterNames, substitute, type Content } from './recipient.mts';
import { PHONE, checkedRecipients, readDate, readShape, sendingChannel, type RequestBody } from './request.mts';

type Recipient = TemplateRecipient & RawRecipient;

interface SendCall {
	body: unknown;
	raw: boolean;
	lane: Lane;
	idempotencyKey: string | undefined;
}

function findTemplate(account: NhnAccount, channel: Channel, code: string): Template {
	const template = account.world.templates.find(channel, code);
	if (!template) throw new Refusal('-3003');
	if (template.status !== 'approved') throw new Refusal('-3005');
	return template;
}

/** `POST …/messages` and `…/raw-messages`. Throws a Refusal when nothing at all was accepted for a reason of the request. */
export function send(account: NhnAccount, call: SendCall) {
	account.checkIdempotency(call.idempotencyKey);
	const now = Date.now();
	const body = readShape<RequestBody<Recipient>>(call.body, call.raw ? RAW_SEND : TEMPLATE_SEND);
	const recipients = checkedRecipients(body);
	const templateCode = body.templateCode ?? '';
	if (!templateCode) throw new Refusal('-2001', 'templateCode');
	if (call.raw && recipients.some((recipient) => !recipient.content)) throw new Refusal('-2001', 'content');
	const setting = account.failback.get(body.senderKey ?? '');
	let due: number | null;
	let channel: Channel;
	let template: Template;
	try {
		due = readDate(body.requestDate, now);
		channel = sendingChannel(account, body.senderKey);
		template = findTemplate(account, channel, templateCode);
		for (const recipient of recipients) checkResend(recipient.resendParameter, setting);
	} catch (error) {
		refuseAll(account, templateCode, recipients.map(({ recipientNo }) => recipientNo ?? ''), error);
		throw error;
	}
	const names = parameterNames(template);
	const auth = call.lane === 'AUTH';

	const settled = recipients.map((recipient): Settled => {
		const to = recipient.recipientNo ?? '';
		const content: Content = !PHONE.test(to)
			? { bubble: null, code: '-5000', verdict: null }
			: call.raw ? compare(template, recipient, auth) : substitute(template, names, recipient, auth);
		const { bubble, code, verdict } = content;
		const fallback = bubble && fallbackOf(recipient.resendParameter, setting, () => linkedContent(bubble), channel);
		// A text that does not match may still go out by SMS (error-code.md, -3010).
		const goesOut = bubble !== null && (code === null || fallback !== null);
		return {
			to, recipientGroupingKey: recipient.recipientGroupingKey ?? null, code, verdict,
			message: goesOut ? { bubble, fallback, targeting: null } : null,
		};
	});
	const intake = {
		lane: call.lane, channel, templateCode, senderGroupingKey: body.senderGroupingKey ?? null, createUser: body.createUser ?? null, now, due,
	};
	const { requestId, results } = take(account, intake, settled);
	const sendResults = results.map((result, i) => ({ ...result, recipientGroupingKey: settled[i]?.recipientGroupingKey ?? null }));
	const message = { requestId, senderGroupingKey: intake.senderGroupingKey, sendResults };
	// All failed and none eligible for SMS: a failed header and no request id (release notes, 2025-04-29).
	if (requestId === null) return { header: failedHeader('-1031'), message };
	account.burnIdempotency(call.idempotencyKey);
	return { header: SUCCESS, message };
}
