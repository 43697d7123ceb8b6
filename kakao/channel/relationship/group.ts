import type { Answer, Conversation } from '../../delivery/conversation';
import type { Reason } from '../../message/outcome';
import { list, object, text } from '../../partner/json';
import { ask, refusalIn } from '../ask';
import { readUser, unclear, type Told } from './read';
import { isAboutAll, isAboutUser, known, notKnown, type UserRelationship } from './relationship';
import { askMany, askOne, askSelf } from './requests';

/** How many more calls may go into finding out who is meant, one by one or by halves: the quota is per month. */
export interface Allowance {
	left: number;
}

/** What the calls about the same channels share. */
export interface Run {
	/** Public IDs; empty = every channel connected to the app. */
	channelIds: readonly string[];
	allowance: Allowance;
	/** Why nobody else needs to be asked about. */
	hopeless: Reason | null;
}

const NOT_KAKAOS: Reason = {
	code: 'form',
	codeSpace: 'http',
	kind: 'service',
	text: 'The answer is not in Kakao’s form.',
	advice: 'Check the credential’s base URL.',
	retryable: true,
};

/**
 * Finds out about up to 200 users. When one of them makes Kakao refuse the whole call, halves are asked about apart; a
 * user about whom the answer says nothing is asked about alone, which gives the reason.
 */
export function* askGroup(userIds: readonly string[], run: Run): Conversation<UserRelationship[]> {
	const [first, ...others] = userIds;
	if (first === undefined) return [];
	if (run.hopeless) return refuseAll(userIds, run.hopeless);
	if (others.length === 0) return [yield* askAbout(first, run)];
	const reply = yield* ask(askMany(userIds, run.channelIds));
	const reason = refusalIn(reply);
	if (reason && isAboutUser(reason)) {
		if (run.allowance.left <= 0) return refuseAll(userIds, unclear);
		run.allowance.left--;
		const middle = Math.ceil(userIds.length / 2);
		return [...(yield* askGroup(userIds.slice(0, middle), run)), ...(yield* askGroup(userIds.slice(middle), run))];
	}
	if (reason) return refuseAll(userIds, noted(reason, run));
	const { body } = reply as Answer;
	if (!Array.isArray(body)) return refuseAll(userIds, NOT_KAKAOS);
	const told = new Map(list(body).map((row) => [text(row.user_id), readUser(row, run.channelIds)]));
	const found: UserRelationship[] = [];
	for (const userId of userIds) found.push(yield* settle(userId, told.get(userId) ?? 'unclear', run));
	return found;
}

function* settle(userId: string, told: Told, run: Run): Conversation<UserRelationship> {
	if (told !== 'unclear' && !('channels' in told && told.channels.length === 0)) return conclude(userId, told);
	if (run.hopeless) return notKnown(userId, run.hopeless);
	if (run.allowance.left <= 0) return notKnown(userId, unclear);
	run.allowance.left--;
	return yield* askAbout(userId, run);
}

const conclude = (userId: string, told: Told): UserRelationship =>
	told === 'unclear'
		? notKnown(userId, unclear)
		: 'reason' in told
			? notKnown(userId, told.reason)
			: known(userId, told.channels);

function* askAbout(userId: string, run: Run): Conversation<UserRelationship> {
	const reply = yield* ask(askOne(userId, run.channelIds));
	const reason = refusalIn(reply);
	if (reason) return notKnown(userId, noted(reason, run));
	const row = object((reply as Answer).body);
	// An answer about somebody else would be the worst of all answers.
	if (text(row.user_id) !== userId) return notKnown(userId, NOT_KAKAOS);
	return conclude(userId, readUser(row, run.channelIds));
}

/** How the person whose token signs the request stands to the channels. */
export function* ownRelationship(channelIds: readonly string[]): Conversation<UserRelationship> {
	const reply = yield* ask(askSelf(channelIds));
	const reason = refusalIn(reply);
	if (reason) return notKnown('', reason);
	const row = object((reply as Answer).body);
	const userId = text(row.user_id);
	return userId === undefined ? notKnown('', NOT_KAKAOS) : conclude(userId, readUser(row, channelIds));
}

function noted(reason: Reason, run: Run): Reason {
	if (isAboutAll(reason)) run.hopeless ??= reason;
	return reason;
}

const refuseAll = (userIds: readonly string[], reason: Reason): UserRelationship[] =>
	userIds.map((userId) => notKnown(userId, reason));
