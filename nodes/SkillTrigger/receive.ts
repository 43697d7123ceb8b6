import { randomUUID } from 'node:crypto';

import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readSkill, SKILL_TIME, type SkillRequest, verifySkill, waitingAnswer } from '../../kakao/chatbot';
import { kstIso } from '../../kakao/message/kst';
import { parseExactJson } from '../../kakao/partner/exactJson';
import { type Incoming, readIncoming } from '../shared/incoming';
import { expectAnswer, type SkillItem, type SkillReply } from '../shared/skillCalls';
import { answerWith } from '../shared/webhookAnswer';
import { answerNow, answerWhenLate, callerOf } from './waiting';

/** A skill call is a few kilobytes; what the customer wrote has at most 1,000 characters. */
const LARGEST_BODY = 512 * 1024;

/** Milliseconds after which the customer is told to wait, unless set otherwise: Kakao's five seconds began on its side. */
const PATIENCE = 4_300;
const LONGEST_PATIENCE = 4_800;

/** What Kakao wants to hear of a parameter that could not be checked in time. Only seen in third-party code (S): no fact tells it. */
const UNCHECKED = { status: 'ERROR' };

/**
 * One skill call. n8n leaves the answer to us (`noWebhookResponse`): the Respond node gives it, from another process
 * through n8n, and if it has not by then the clock does. So neither a slow flow nor one that fails shows the customer an
 * error.
 */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const now = Date.now();
	const call = await readIncoming(this, LARGEST_BODY);
	if ('status' in call) return answerWith(this, call.status);
	if (!isGenuine(this, call)) return answerWith(this, 401);
	const skill = readSkill(call.rawBody);
	if (!skill) return answerWith(this, 400);
	const reply = replyTo(this, skill, now);
	const words = String(this.getNodeParameter('waitingText', '')).trim() || null;
	expectAnswer(reply.callId, callerOf(this.getResponseObject()));
	const late = skill.kind === 'validation' ? UNCHECKED : waitingAnswer(skill.callbackUrl !== null, words);
	if (reply.isPromised) answerNow(reply, late);
	else void answerWhenLate(this, reply, late);
	return { noWebhookResponse: true, workflowData: [[{ json: toJson(this, skill, reply, call, now) }]] };
}

/** Without a header value that was typed into the skill only the address is a proof. */
function isGenuine(context: IWebhookFunctions, { headers }: Incoming): boolean {
	const value = String(context.getNodeParameter('secret', '')).trim();
	const name = String(context.getNodeParameter('headerName', '')).trim();
	return value === '' || verifySkill(headers, { name, value }) === 'genuine';
}

function replyTo(context: IWebhookFunctions, { kind, callbackUrl, groupKey }: SkillRequest, now: number): SkillReply {
	const wished = Number(context.getNodeParameter('options.patience', PATIENCE / 1000)) * 1000;
	const patience = wished > 0 ? Math.min(wished, LONGEST_PATIENCE) : PATIENCE;
	const callback = groupKey === null ? SKILL_TIME.callback : SKILL_TIME.callbackInGroup;
	return {
		callId: randomUUID(),
		answerBy: kstIso(now + patience),
		callbackBy: callbackUrl === null ? null : kstIso(now + callback),
		// "Wait" without a callback would leave the customer without any answer.
		isPromised:
			kind === 'skill' && callbackUrl !== null && context.getNodeParameter('answerMode', 'respond') === 'callback',
	};
}

function toJson(
	context: IWebhookFunctions,
	skill: SkillRequest,
	reply: SkillReply,
	{ rawBody }: Incoming,
	now: number,
): IDataObject {
	const item: SkillItem = { ...skill, receivedAt: kstIso(now), reply };
	const includeRaw = context.getNodeParameter('options.includeRaw', false) === true;
	return { ...item, ...(includeRaw && { raw: parseExactJson(rawBody) }) } as unknown as IDataObject;
}
