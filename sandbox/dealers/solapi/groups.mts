import type { SandboxMessage } from '../../world/types.mts';
import { ACCOUNT_ID, type Group, type SolapiAccount } from './account.mts';
import { NO_MONEY, charges, perType } from './charges.mts';
import { ApiError, invalid, notFound } from './codes.mts';

/** Six months, counted as 183 days. */
const FURTHEST_MS = 183 * 86_400_000;
const MAX_IN_GROUP = 1_000_000;

function counts(group: Group) {
	const registered = group.entries.filter((entry) => entry.registered === '2000').length;
	const { success, failed, replacement } = group.sent;
	const sentTotal = group.dateSent ? registered : 0;
	return {
		total: group.entries.length, sentTotal, sentFailed: failed, sentSuccess: success,
		sentPending: Math.max(0, sentTotal - success - failed), sentReplacement: replacement, refund: 0,
		registeredFailed: group.entries.length - registered, registeredSuccess: registered,
	};
}

/** A group as every group call answers it. */
export function wireGroup(group: Group) {
	const count = counts(group);
	const { countForCharge, requested, price } = charges(group);
	return {
		count, countForCharge, balance: { ...NO_MONEY, requested }, point: NO_MONEY,
		app: { profit: perType(() => 0), appId: group.appId, version: null },
		serviceMethod: 'MT', sdkVersion: group.sdkVersion, osPlatform: group.osPlatform, log: group.log, status: group.status,
		dateSent: group.dateSent, dateCompleted: group.dateCompleted, scheduledDate: group.scheduledDate, isRefunded: false,
		flagUpdated: false, prepaid: true, strict: false, masterAccountId: null, allowDuplicates: group.allowDuplicates,
		_id: group.groupId, groupId: group.groupId, accountId: ACCOUNT_ID, apiVersion: '4', price,
		customFields: group.customFields, hint: null, dateCreated: group.dateCreated, dateUpdated: group.dateUpdated,
	};
}

export function findGroup(account: SolapiAccount, groupId: string): Group {
	const group = account.groups.get(groupId);
	if (!group) throw notFound('해당 그룹아이디가 존재하지 않습니다.');
	return group;
}

/** Adding, removing, sending and scheduling all need a group that nothing has been decided about yet. */
export function requirePending(group: Group): void {
	switch (group.status) {
		case 'PENDING': return;
		case 'SENDING': throw new ApiError(409, 'GroupInProcessing', '이미 발송 요청된 그룹입니다.');
		case 'SCHEDULED': throw new ApiError(409, 'ScheduledGroup', '발송 예약된 그룹이므로 발송이 불가능합니다.');
		case 'COMPLETE': throw new ApiError(409, 'AlreadySent', '이미 발송이 완료된 그룹입니다.');
		case 'DELETED': throw new ApiError(400, 'DeletedGroup', '삭제 처리된 그룹으로는 발송이 안됩니다.');
		case 'FAILED': throw new ApiError(400, 'FailedGroup', '그룹 생성에 실패했던 그룹입니다.\n그룹 로그를 확인해주세요.');
	}
}

export function requireRoom(group: Group, more: number): void {
	if (group.entries.length + more > MAX_IN_GROUP) throw invalid(`하나의 그룹에 담을 수 있는 메시지는 ${MAX_IN_GROUP}개 입니다.`);
}

function note(group: Group, message: string): string {
	const now = new Date().toISOString();
	group.dateUpdated = now;
	group.log.push({ createAt: now, message });
	return now;
}

const registeredMessages = (group: Group) =>
	group.entries.map((entry) => entry.message).filter((message): message is SandboxMessage => message !== null);

/** `POST groups/{id}/send` */
export function sendGroup(account: SolapiAccount, group: Group): void {
	requirePending(group);
	const messages = registeredMessages(group);
	// What SOLAPI says about a group without a good message is not documented; the state rule is the nearest.
	if (messages.length === 0) throw new ApiError(400, 'InvalidStatus', '발송 가능한 메시지가 없습니다.');
	const now = note(group, '메시지를 발송했습니다.');
	group.status = 'SENDING';
	group.dateSent = now;
	for (const message of messages) message.acceptedAt = now;
	account.world.accept(messages);
}

/** `POST groups/{id}/schedule`. A time that has passed sends at once (S-SDK example comments). */
export function scheduleGroup(account: SolapiAccount, group: Group, scheduledDate: string): void {
	requirePending(group);
	const due = Date.parse(scheduledDate);
	if (Number.isNaN(due)) throw invalid('"scheduledDate" must be a valid ISO 8601 date');
	if (due <= Date.now()) return sendGroup(account, group);
	if (due > Date.now() + FURTHEST_MS) {
		note(group, '발송 예정일이 6개월을 초과하여 발송 예약에 실패하였습니다.');
		throw invalid('발송 예정일이 6개월을 초과하여 발송 예약에 실패하였습니다.');
	}
	const messages = registeredMessages(group);
	const now = note(group, '메시지 예약이 성공적으로 접수됐습니다.');
	group.status = 'SCHEDULED';
	group.scheduledDate = new Date(due).toISOString();
	for (const message of messages) {
		message.acceptedAt = now;
		message.scheduledAt = group.scheduledDate;
	}
	account.world.accept(messages, due);
}

/** `DELETE groups/{id}/schedule`: the group, and with it every message, fails. */
export function cancelSchedule(account: SolapiAccount, group: Group): void {
	if (group.status !== 'SCHEDULED') throw new ApiError(400, 'InvalidStatus', "'SCHEDULED' 상태의 그룹만 예약 취소가 가능합니다.");
	account.world.delivery.cancel(registeredMessages(group));
	group.status = 'FAILED';
	note(group, '메시지 예약이 성공적으로 취소됐습니다.');
}

/** `DELETE groups/{id}` */
export function deleteGroup(group: Group): void {
	requirePending(group);
	group.status = 'DELETED';
	note(group, '메시지 그룹이 삭제되었습니다.');
}

/** Counts decided messages. @returns true when the group has come to its end with them */
export function settle(group: Group, messages: readonly SandboxMessage[]): boolean {
	if (group.status === 'SCHEDULED') {
		group.status = 'SENDING';
		group.dateSent = new Date().toISOString();
	}
	for (const message of messages) {
		if (message.state === 'failed') group.sent.failed += 1;
		else group.sent.success += 1;
		if (message.state === 'fallbackDelivered') group.sent.replacement += 1;
	}
	if (counts(group).sentPending > 0) return false;
	group.status = 'COMPLETE';
	group.dateCompleted = note(group, '발송이 완료되었습니다.');
	return true;
}
