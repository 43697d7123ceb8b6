import { toBatches } from '../../delivery/batch';
import type { Conversation } from '../../delivery/conversation';
import { converse } from '../../delivery/converse';
import { inParallel } from '../../delivery/inParallel';
import type { Wire } from '../../delivery/wire';
import { readAppUserId } from '../../message/appUserId';
import { askGroup, type Allowance, type Run } from './group';
import { notKnown, type UserRelationship } from './relationship';
import { USERS_PER_CALL } from './requests';

/** Of a run's users, so many are asked about alone where the common answer says nothing. The quota is 3,000,000 a month. */
export const ASKED_SINGLY = 1_000;

/**
 * How each of these users stands to the channels, in the order given; who is named twice is asked about once.
 * @param userIds service user IDs (회원번호) as items hold them: texts, or whole numbers that have kept their digits
 * @param channelIds public IDs; empty = every channel connected to the app
 */
export function* relationships(
	userIds: readonly unknown[],
	channelIds: readonly string[],
	singly = ASKED_SINGLY,
): Conversation<UserRelationship[]> {
	const plan = planFor(userIds);
	const run: Run = { channelIds, allowance: { left: singly }, hopeless: null };
	const found: UserRelationship[] = [];
	for (const group of plan.groups) found.push(...(yield* askGroup(group, run)));
	return plan.inOrder(found);
}

/**
 * The same with several calls under way at once.
 * @param options.allowance counted down; given to several of these, they share it
 */
export async function relationshipsAtOnce(
	userIds: readonly unknown[],
	channelIds: readonly string[],
	wire: Wire,
	{ parallel, allowance = { left: ASKED_SINGLY } }: { parallel: number; allowance?: Allowance },
): Promise<UserRelationship[]> {
	const plan = planFor(userIds);
	const run: Run = { channelIds, allowance, hopeless: null };
	const found: UserRelationship[] = [];
	await inParallel(plan.groups, parallel, async (group) => {
		found.push(...(await converse(askGroup(group, run), wire)));
	});
	return plan.inOrder(found);
}

interface Plan {
	groups: string[][];
	/** Puts what was found back where it was asked for. */
	inOrder(found: readonly UserRelationship[]): UserRelationship[];
}

function planFor(given: readonly unknown[]): Plan {
	const read = given.map((value) => ({ value, ...readAppUserId(value) }));
	const wanted = new Set(read.flatMap((each) => ('id' in each ? [each.id] : [])));
	return {
		groups: toBatches([...wanted], { groupOf: () => '', maxRecipients: USERS_PER_CALL }),
		inOrder(found) {
			const byId = new Map(found.map((each) => [each.userId, each]));
			return read.map((each) => ('id' in each ? byId.get(each.id)! : unreadable(each.value, each)));
		},
	};
}

const unreadable = (value: unknown, { why, cure }: { why: string; cure: string }): UserRelationship =>
	notKnown(typeof value === 'string' || typeof value === 'number' ? String(value) : '', {
		code: 'userId',
		codeSpace: 'input',
		kind: 'recipient',
		text: `The user ID ${why}.`,
		advice: cure,
		retryable: false,
	});
