import type { Conversation } from '../../delivery/conversation';
import { kstIso } from '../../message/kst';
import type { AlimTalkMessage } from '../../message/message';
import { toMessageId } from '../../message/reference';
import type { FindContext } from '../../delivery/service';
import { object, text } from '../json';
import { pairUp } from '../matching';
import { groupState, type GroupState } from './groups';
import { listMessages } from './search';
import { KEY_FIELD } from './wire';

/** History goes back 6 months; a run that broke off is repeated within days. */
const LOOK_BACK = 30 * 24 * 60 * 60_000;

/** Messages are known by our key in their custom fields; those in a group that was never sent don't count. */
export function* find(
	messages: readonly AlimTalkMessage[],
	context: FindContext,
): Conversation<ReadonlyMap<AlimTalkMessage, string> | null> {
	const now = context.now();
	const rows = yield* listMessages({
		dateType: 'CREATED',
		startDate: kstIso(now - LOOK_BACK),
		endDate: kstIso(now + 60_000),
	});
	if (rows === null) return null;
	const wanted = new Set(messages.map(identity));
	const states = new Map<string, GroupState>();
	const released = [];
	for (const row of rows) {
		const entry = {
			id: `${text(object(row.customFields)[KEY_FIELD]) ?? ''}|${text(row.to) ?? ''}|${text(object(row.kakaoOptions).templateId) ?? ''}`,
			groupId: text(row.groupId) ?? '',
			messageId: text(row.messageId) ?? '',
		};
		if (!wanted.has(entry.id) || (text(row.statusCode) ?? '').startsWith('1')) continue;
		const state = states.get(entry.groupId) ?? (yield* groupState(entry.groupId));
		states.set(entry.groupId, state);
		if (state === 'cannotTell') return null;
		if (state === 'released') released.push(entry);
	}
	const pairs = pairUp(messages, released, identity, ({ id }) => id);
	return new Map([...pairs].map(([message, row]) => [message, toMessageId(row.groupId, row.messageId)]));
}

const identity = (message: AlimTalkMessage) => `${message.key}|${message.to.national}|${message.template.code}`;
