import { read, type Answer, type Conversation } from '../../delivery/conversation';
import type { Reason } from '../../message/outcome';
import { exactAnswer } from '../../partner/exactAnswer';
import { answerBody } from '../../partner/failure';
import { list, object, text, type JsonObject } from '../../partner/json';
import { botReason } from '../codes';

/** What came of one call of the Bot Event API. */
export interface TaskResult {
	taskId: string;
	/** Kakao's own words ("ALL SUCCESS", "1 FAIL"): to be shown, not to be judged by. */
	status: string;
	requested: number;
	succeeded: number;
	failed: number;
	/** Of those that failed: keys that no user of the bot has. */
	unresolved: number;
	/** Everybody is accounted for. */
	finished: boolean;
	/** Those whom Kakao names; may be fewer than failed. */
	failures: { userId: string; type: string; at: number | null; reason: Reason }[];
}

/** @throws DealerFailure also for a task that Kakao doesn't know */
export function* taskResult(taskId: string): Conversation<TaskResult> {
	const reply = exactAnswer(yield* read({ method: 'GET', path: `/v1/tasks/${encodeURIComponent(taskId)}` }));
	return toResult(answerBody(reply, 'the result of the bot event', judge), taskId);
}

function judge({ status, body }: Pick<Answer, 'status' | 'body'>): Reason | null | undefined {
	const row = object(body);
	if (status < 300) return countOf(row.allRequestCount) === null ? undefined : null;
	return botReason(text(row.code) ?? `HTTP ${status}`, text(row.msg) ?? text(row.message));
}

function countOf(value: unknown): number | null {
	const digits = text(value);
	return digits !== undefined && /^\d+$/.test(digits) ? Number(digits) : null;
}

function toResult(row: JsonObject, taskId: string): TaskResult {
	const fail = object(row.fail);
	const failures = list(fail.list).map(toFailure);
	const [requested, succeeded] = [countOf(row.allRequestCount) ?? 0, countOf(row.successCount) ?? 0];
	// Keys that cannot be resolved are counted in both and listed in neither (facts kakao-developers §7.5).
	const unresolved = countOf(row.userKeyResolvingFailCount) ?? 0;
	const failed = Math.max(countOf(fail.count) ?? 0, unresolved, failures.length);
	return {
		taskId: text(row.taskId) ?? taskId,
		status: text(row.status) ?? '',
		requested,
		succeeded,
		failed,
		unresolved,
		finished: succeeded + failed >= requested,
		failures,
	};
}

function toFailure(row: JsonObject): TaskResult['failures'][number] {
	const { errorType, msg } = object(row.errorMsg);
	const seconds = countOf(row.createdAt);
	return {
		userId: text(row.userId) ?? '',
		type: text(row.reqUserType) ?? '',
		// Seconds here, milliseconds in the answer to the call (facts §7.5).
		at: seconds === null ? null : seconds * 1000,
		reason: botReason(text(errorType) ?? 'unlisted', text(msg)),
	};
}

/** What came of one user's message. */
export interface UserResult {
	status: 'delivered' | 'failed' | 'pending' | 'unknown';
	reason: Reason | null;
}

/** One user's part of a task. Kakao names few of those who failed, so often only the whole says something. */
export function resultFor(task: TaskResult, userId: string): UserResult {
	const failure = task.failures.find((each) => each.userId === userId);
	if (failure) return { status: 'failed', reason: failure.reason };
	const unnamed = task.failed - task.failures.length;
	const open = task.requested - task.failures.length;
	if (!task.finished) return { status: 'pending', reason: null };
	if (unnamed <= 0) return { status: 'delivered', reason: null };
	if (unnamed < open) return { status: 'unknown', reason: botReason('undisclosed') };
	return { status: 'failed', reason: botReason(task.unresolved >= unnamed ? 'unresolved' : 'unlisted') };
}
