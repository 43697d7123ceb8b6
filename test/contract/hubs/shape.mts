import type { Hub } from '../../../kakao/consult/contract';
import type { ConsultEvent } from '../../../kakao/consult/event';

type Check = (value: unknown) => boolean;
type Shape = Check | { readonly [field: string]: Shape };

const text: Check = (value) => typeof value === 'string';
const filled: Check = (value) => typeof value === 'string' && value !== '';
const flag: Check = (value) => typeof value === 'boolean';
const count: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const matching =
	(pattern: RegExp): Check =>
	(value) =>
		typeof value === 'string' && pattern.test(value);
const oneOf =
	(...values: readonly unknown[]): Check =>
	(value) =>
		values.includes(value);
const orNull =
	(shape: Shape): Check =>
	(value) =>
		value === null || misfits(value, shape, '').length === 0;
const each =
	(shape: Shape): Check =>
	(value) =>
		Array.isArray(value) && value.every((one) => misfits(one, shape, '').length === 0);
const texts: Check = (value) => typeof value === 'object' && value !== null && Object.values(value).every(text);

const KINDS = ['image', 'video', 'audio', 'file'] as const;
const ATTACHMENT: Shape = {
	type: oneOf(...KINDS),
	url: matching(/^https?:\/\/\S+$/),
	comment: orNull(filled),
	fileName: orNull(filled),
	size: orNull(count),
};
const MESSAGE: Shape = {
	id: text,
	sentBy: oneOf('customer', 'agent', 'bot', 'unknown'),
	type: oneOf('text', 'mixed', ...KINDS),
	text,
	truncated: flag,
	longTextUrl: orNull(matching(/^https?:\/\/\S+$/)),
	attachments: each(ATTACHMENT),
	button: { extra: orNull(filled), label: orNull(filled) },
};
const ENTRY: Shape = {
	extra: orNull(filled),
	params: texts,
	startedByBot: orNull(flag),
	botEvent: orNull(filled),
	carriedOver: flag,
};
const EVENTS = [
	'message.received',
	'session.started',
	'session.ended',
	'message.echo',
	'message.deleted',
	'agent.requested',
	'agent.started',
	'agent.ended',
	'user.updated',
	'test',
] as const;

const eventOf = (hub: Hub): Shape => ({
	schema: oneOf('kakao.consult/1'),
	provider: oneOf(hub.id),
	event: oneOf(...EVENTS),
	eventId: filled,
	alsoKnownAs: each(filled),
	occurredAt: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+09:00$/),
	channel: { senderKey: text, channelId: text, brandKey: text, name: text },
	user: { userKey: filled, appUserId: orNull(filled), memberId: orNull(filled), mobileNumber: orNull(filled) },
	session: {
		id: orNull(filled),
		state: oneOf('open', 'ended', 'unknown'),
		endedReason: orNull(filled),
		billingDay: matching(/^\d{4}-\d\d-\d\d$/),
	},
	message: orNull(MESSAGE),
	entry: orNull(ENTRY),
	reply: { canReply: flag, provider: oneOf(hub.id), senderKey: text, userKey: filled, chatId: text },
});

/** Where a value is not of a shape: every field must be there, and no other. */
function misfits(value: unknown, shape: Shape, path: string): string[] {
	if (typeof shape === 'function') return shape(value) ? [] : [`${path}: ${JSON.stringify(value)}`];
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path}: no object`];
	const surplus = Object.keys(value).filter((field) => !Object.hasOwn(shape, field));
	const fields = Object.entries(shape).flatMap(([field, inner]) => {
		if (!Object.hasOwn(value, field)) return [`${path}.${field}: missing`];
		return misfits((value as Record<string, unknown>)[field], inner, `${path}.${field}`);
	});
	return [...surplus.map((field) => `${path}.${field}: unknown`), ...fields];
}

const HOUR = 3_600_000;

/** The Korean day to which an instant is billed, reckoned here and not by the adapter. */
export const billedDay = (instant: number, startsAt: '04:00' | '00:00'): string =>
	new Date(instant + 9 * HOUR - (startsAt === '04:00' ? 4 * HOUR : 0)).toISOString().slice(0, 10);

/** Everything in which an event is not the one shape that all hubs share (facts consulttalk §7). */
export function shapeProblems(event: unknown, hub: Hub): string[] {
	const found = misfits(event, eventOf(hub), 'event');
	if (found.length > 0) return found;
	const { event: kind, message, entry, occurredAt, session, user, reply } = event as ConsultEvent;
	const told = hub.capabilities.events;
	const rules: [string, boolean][] = [
		['message is there for messages alone', (message !== null) === kind.startsWith('message.')],
		['the hub promises this kind', kind === 'test' || told.includes(kind)],
		['what customers say is theirs', (kind === 'message.received') === (message?.sentBy === 'customer')],
		['entry is there for session starts alone', (entry !== null) === (kind === 'session.started')],
		['the reply goes to the customer', reply.userKey === user.userKey],
		['nobody can answer an ended consult', !(session.state === 'ended' && reply.canReply)],
		['billed by the hub’s day', session.billingDay === billedDay(Date.parse(occurredAt), hub.capabilities.billingDay)],
	];
	return rules.filter(([, kept]) => !kept).map(([rule]) => `${rule}: ${JSON.stringify(event)}`);
}
