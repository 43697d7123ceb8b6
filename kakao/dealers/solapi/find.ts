import type { Conversation } from '../../delivery/conversation';
import { kstIso } from '../../message/kst';
import { toMessageId } from '../../message/reference';
import type { FindContext } from '../../delivery/service';
import { object, text, type JsonObject } from '../../partner/json';
import { pairUp, type Templated } from '../matching';
import { groupState, type GroupState } from './groups';
import { listMessages } from './search';
import { KEY_FIELD } from './wire';

/** History goes back 6 months; a run that broke off is repeated within days. */
const LOOK_BACK = 30 * 24 * 60 * 60_000;

/** Messages are known by our key in their custom fields; those in a group that was never sent don't count. */
export function* find<M extends Templated>(
	messages: readonly M[],
	context: FindContext,
	owns: (row: JsonObject) => boolean,
): Conversation<ReadonlyMap<M, string> | null> {
	const now = context.now();
	const rows = yield* listMessages(
		{ dateType: 'CREATED', startDate: kstIso(now - LOOK_BACK), endDate: kstIso(now + 60_000) },
		owns,
	);
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

/** Free-form messages have no template; their key and recipient must do. */
const identity = ({ key, to, template }: Templated) => `${key}|${to.national}|${template?.code ?? ''}`;
