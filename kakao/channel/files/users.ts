import { toBatches } from '../../delivery/batch';
import type { Answer, Conversation, DealerRequest } from '../../delivery/conversation';
import type { Reason } from '../../message/outcome';
import { object } from '../../partner/json';
import { change, mayBeDone, refusalIn } from '../ask';
import { isAboutAll } from '../relationship/relationship';
import { FILE_LIMITS } from './columns';
import { countOf } from './files';
import { countsReason, unknownGroup, type GroupResult } from './groupResult';
import type { CustomerRow, UserType } from './rows';

/** Into or out of which file, and by what users are known there. */
export interface FileTarget {
	/** Public ID. */
	channelId: string;
	/** Digits, as made or listed. */
	fileId: string;
	userType: UserType;
}

/**
 * How users to be removed are written: plain ids, or objects with an id. Sources disagree (facts kakao-developers §2.4,
 * §9.1); the official sample is believed to be the plain list. Whoever sees it refused flips it here.
 */
export const REMOVE_FORMAT: RemoveFormat = 'ids';
export type RemoveFormat = 'ids' | 'objects';

/** Adds users, 2,000 a call, one call after another. Of a user given twice the last row counts. */
export function addUsers(target: FileTarget, rows: readonly CustomerRow[]): Conversation<GroupResult[]> {
	const byId = new Map(rows.map((row) => [row.id, row]));
	return inGroups(
		rows.map(({ id }) => id),
		(ids) => request('update', target, { users: ids.map((id) => byId.get(id)!) }),
		'added',
	);
}

/** Removes users, as many a call. */
export function removeUsers(
	target: FileTarget,
	userIds: readonly string[],
	format: RemoveFormat = REMOVE_FORMAT,
): Conversation<GroupResult[]> {
	return inGroups(
		userIds,
		(ids) => request('delete', target, { user_ids: format === 'ids' ? ids : ids.map((id) => ({ id })) }),
		'removed',
	);
}

/** Form-encoding is refused, and a misspelt field is answered with success and a count of 0 (facts, trap 15). */
const request = (action: 'update' | 'delete', target: FileTarget, users: object): DealerRequest => ({
	method: 'POST',
	path: `/v1/talkchannel/${action}/target_users`,
	body: {
		file_id: Number(target.fileId),
		channel_public_id: target.channelId,
		user_type: target.userType,
		...users,
	},
});

function* inGroups(
	given: readonly string[],
	requestFor: (ids: readonly string[]) => DealerRequest,
	done: 'added' | 'removed',
): Conversation<GroupResult[]> {
	const placesOf = Map.groupBy(given.keys(), (at) => given[at]!);
	const groups = toBatches([...placesOf.keys()], { groupOf: () => '', maxRecipients: FILE_LIMITS.usersPerCall });
	const results: GroupResult[] = [];
	let hopeless: Reason | null = null;
	for (const ids of groups) {
		const common = {
			members: ids.flatMap((id) => placesOf.get(id)!).sort((one, other) => one - other),
			asked: ids.length,
		};
		const result: GroupResult = hopeless
			? { ...common, outcome: 'rejected', succeeded: 0, reason: hopeless }
			: { ...common, ...(yield* oneGroup(requestFor(ids), ids.length, done)) };
		if (result.reason && (isAboutAll(result.reason) || result.reason.code === '-816')) hopeless = result.reason;
		results.push(result);
	}
	return results;
}

function* oneGroup(
	request: DealerRequest,
	asked: number,
	done: 'added' | 'removed',
): Conversation<Omit<GroupResult, 'members' | 'asked'>> {
	const reply = yield* change(request);
	const refusal = refusalIn(reply);
	if (refusal) {
		return mayBeDone(reply, refusal)
			? { outcome: 'unknown', succeeded: null, reason: unknownGroup(refusal) }
			: { outcome: 'rejected', succeeded: 0, reason: refusal };
	}
	const { body } = reply as Answer;
	const succeeded = countOf(object(body).success_count);
	if (succeeded === null) return { outcome: 'unknown', succeeded, reason: countsReason(null, asked, done), raw: body };
	if (succeeded >= asked) return { outcome: 'done', succeeded, reason: null, raw: body };
	return {
		outcome: succeeded === 0 ? 'rejected' : 'partly',
		succeeded,
		reason: countsReason(succeeded, asked, done),
		raw: body,
	};
}
