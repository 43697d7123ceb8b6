import { toBatches } from '../../delivery/batch';
import { write, type Conversation } from '../../delivery/conversation';
import { duplicateInRunReason } from '../../delivery/reasons';
import { readAppUserId } from '../../message/appUserId';
import { need, problem } from '../../message/brand/problems';
import type { Problem } from '../../message/limits';
import { accepted, rejected, skipped, unknownOutcome, type Outcome, type Reason } from '../../message/outcome';
import { toMessageId } from '../../message/reference';
import { exactAnswer } from '../../partner/exactAnswer';
import { compact, object, text } from '../../partner/json';
import { botReason, lostReason, transportReason } from '../codes';

/** Users, or group rooms, in one call (facts kakao-developers §7.5). */
export const TARGETS_PER_CALL = 100;

/** Whom the bot speaks to. `botGroupKey`: a group room. */
export interface BotTarget {
	type: BotTargetType;
	id: string;
	/** Of users only. */
	properties?: Readonly<Record<string, string>>;
}
export type BotTargetType = 'botUserKey' | 'plusfriendUserKey' | 'appUserId' | 'botGroupKey';

export interface BotEvent {
	botId: string;
	/** Calls the bot of the development channel, as a bot ID that ends with `!` does. It costs the same. */
	development?: boolean;
	/** Name of the event that is set on a block. */
	name: string;
	/** Read in the block as `{{#current.event.data.key}}`. */
	data?: Readonly<Record<string, string>>;
	/** Handed to the block's skill. */
	params?: Readonly<Record<string, unknown>>;
}

export function eventProblems({ botId, name }: BotEvent): Problem[] {
	const id = botId.trim();
	return [
		...need('Bot ID', id),
		...(id !== '' && !/^[A-Za-z0-9]+!?$/.test(id)
			? [problem('Bot ID', `"${id}" is no bot ID`, 'Copy it out of the address of the chatbot admin center.')]
			: []),
		...need('Event Name', name.trim()),
	];
}

/** A target from an item's value; a service user ID must have kept its digits. */
export function readTarget(type: BotTargetType, value: unknown): BotTarget | { problems: Problem[] } {
	if (type === 'appUserId') {
		const read = readAppUserId(value);
		return 'id' in read ? { type, id: read.id } : { problems: [problem('User', read.why, read.cure)] };
	}
	const id = (text(value) ?? '').trim();
	return id === '' ? { problems: need('User', '') } : { type, id };
}

/**
 * Lets the bot speak to each target, 100 a call. Each message costs money, so nothing is sent twice: who is named again
 * is skipped, and a lost answer stays unknown. Accepted means queued; `taskResult` tells what came of it. The message id
 * is `taskId/user`.
 */
export function* sendEvent(
	event: BotEvent,
	targets: readonly BotTarget[],
	run: Run = { hopeless: null },
): Conversation<Outcome[]> {
	const first = new Map(targets.map((target) => [keyOf(target), target] as const).reverse());
	const unique = targets.filter((target) => first.get(keyOf(target)) === target);
	const outcomes = new Map<BotTarget, Outcome>();
	const batches = toBatches(unique, {
		groupOf: ({ type }) => (type === 'botGroupKey' ? 'rooms' : 'users'),
		maxRecipients: TARGETS_PER_CALL,
	});
	for (const batch of batches) {
		const result: Result = run.hopeless ? { reason: run.hopeless, lost: false } : yield* sendBatch(event, batch);
		for (const target of batch) outcomes.set(target, outcomeOf(result, target));
		if ('reason' in result && HOPELESS.has(result.reason.kind)) run.hopeless = result.reason;
	}
	return targets.map((target) =>
		first.get(keyOf(target)) === target ? outcomes.get(target)! : skipped({ ...duplicateInRunReason, ...NAMED_TWICE }),
	);
}

/** What the calls of several events share. */
interface Run {
	/** Why nothing else needs to be sent. */
	hopeless: Reason | null;
}

const HOPELESS: ReadonlySet<Reason['kind']> = new Set(['credential', 'account']);

const NAMED_TWICE = {
	text: 'Another item of this run names the same user.',
	advice: 'Nothing to do: the bot speaks to each user once.',
};

const keyOf = ({ type, id }: BotTarget): string => `${type}|${id}`;

/** One event and whom it is for. */
export interface EventJob {
	event: BotEvent;
	targets: readonly BotTarget[];
}

/** Sends one event after another, each as `sendEvent` does, and none any more once a refusal would meet them all. */
export function* sendEvents(jobs: readonly EventJob[]): Conversation<Outcome[][]> {
	const told: Outcome[][] = [];
	const run: Run = { hopeless: null };
	for (const { event, targets } of jobs) {
		const { hopeless } = run;
		told.push(hopeless ? targets.map(() => rejected(hopeless)) : yield* sendEvent(event, targets, run));
	}
	return told;
}

const isForDevelopment = ({ botId, development }: BotEvent): boolean =>
	development === true || botId.trim().endsWith('!');

type Result = { taskId: string; raw: unknown } | { reason: Reason; lost: boolean; raw?: unknown };

function* sendBatch(event: BotEvent, batch: readonly BotTarget[]): Conversation<Result> {
	const inRooms = batch[0]?.type === 'botGroupKey';
	const bot = encodeURIComponent(event.botId.trim().replace(/!$/, '')) + (isForDevelopment(event) ? '!' : '');
	const to = batch.map(({ type, id, properties }) => compact({ type, id, properties }));
	const reply = exactAnswer(
		yield* write({
			method: 'POST',
			path: `/v2/bots/${bot}/${inRooms ? 'group' : 'talk'}`,
			body: compact({
				event: compact({ name: event.name.trim(), data: event.data }),
				...(inRooms ? { chat: to } : { user: to }),
				params: event.params,
			}),
		}),
	);
	if (reply.kind !== 'answer') return { reason: transportReason(reply), lost: reply.kind === 'lost' };
	const body = object(reply.body);
	const status = text(body.status)?.toUpperCase();
	const taskId = text(body.taskId);
	if (reply.status < 300 && status === 'SUCCESS' && taskId !== undefined) return { taskId, raw: reply.body };
	const code = text(body.code) ?? status;
	// A success without a task, or a page of somebody else's: it may have been queued.
	if (reply.status < 300 && (code === undefined || code === 'SUCCESS'))
		return { reason: lostReason(`HTTP ${reply.status} without a task`), lost: true };
	const said = text(body.message) ?? text(body.msg);
	return { reason: botReason(code ?? `HTTP ${reply.status}`, said), lost: false, raw: reply.body };
}

function outcomeOf(result: Result, { id }: BotTarget): Outcome {
	if ('taskId' in result) return accepted(toMessageId(result.taskId, id), null, result.raw);
	return result.lost ? unknownOutcome(result.reason) : rejected(result.reason, result.raw);
}
