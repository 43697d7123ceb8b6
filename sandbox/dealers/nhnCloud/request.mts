import { parseKst } from '../../world/kst.mts';
import type { Channel } from '../../world/types.mts';
import { misfit, type Shape } from '../shape.mts';
import type { NhnAccount } from './account.mts';
import { Refusal } from './codes.mts';

const MAX_RECIPIENTS = 1000;
const DAY_MS = 86_400_000;
/** The guides allow 60 days; the refusal's own words say 90 (facts 1.2). The stricter one is enforced. */
const FURTHEST_DAYS = 60;

/** How a recipient's number must look; anything else fails that recipient with -5000. */
export const PHONE = /^\d{8,15}$/;

/** What AlimTalk and Brand Message requests have in common. */
export interface RequestBody<Recipient> {
	senderKey?: string | null;
	templateCode?: string | null;
	requestDate?: string | null;
	senderGroupingKey?: string | null;
	createUser?: string | null;
	recipientList?: Recipient[] | null;
	statsId?: string | null;
}

/** The body once every field is known to be one the guide names, with its type. @throws Refusal */
export function readShape<Body>(body: unknown, shape: Shape): Body {
	if (body === undefined) throw new Refusal('-3002');
	const bad = misfit(body, shape);
	if (bad) throw new Refusal('4', `${bad.path}: ${bad.problem === 'unknown' ? 'unknown field' : `must be ${bad.expected}`}`);
	return body as Body;
}

export function tooLong(field: string, value: string | null | undefined, limit: number): void {
	if (value && value.length > limit) throw new Refusal('-2000', field, limit);
}

/** Checks what belongs to the request as a whole. @returns its recipients */
export function checkedRecipients<Recipient extends { recipientGroupingKey?: string | null }>(body: RequestBody<Recipient>): Recipient[] {
	if (!body.senderKey) throw new Refusal('-2001', 'senderKey');
	tooLong('templateCode', body.templateCode, 20);
	tooLong('senderGroupingKey', body.senderGroupingKey, 100);
	tooLong('statsId', body.statsId, 8);
	const { recipientList } = body;
	if (!recipientList) throw new Refusal('-2002', 'recipientList');
	if (recipientList.length < 1 || recipientList.length > MAX_RECIPIENTS) throw new Refusal('-2004', 'recipientList', 1, MAX_RECIPIENTS);
	for (const recipient of recipientList) tooLong('recipientGroupingKey', recipient.recipientGroupingKey, 100);
	return recipientList;
}

/** `requestDate` has minutes and no zone; taken as Korean time. @returns null = at once */
export function readDate(requestDate: string | null | undefined, now: number): number | null {
	if (!requestDate) return null;
	const when = parseKst(requestDate, 'minutes');
	if (when === null) throw new Refusal('-2027');
	// The running minute still counts as now.
	if (when < now - 60_000) throw new Refusal('-2025');
	if (when > now + FURTHEST_DAYS * DAY_MS) throw new Refusal('-2026');
	return when;
}

/** The channel of a sender key, if it may send. @throws Refusal */
export function sendingChannel(account: NhnAccount, senderKey: string | null | undefined): Channel {
	const channel = account.channel(senderKey ?? '');
	if (!channel) throw new Refusal('-2017');
	if (channel.status === 'blocked') throw new Refusal('-1027');
	if (channel.status !== 'active') throw new Refusal('-1014');
	return channel;
}
