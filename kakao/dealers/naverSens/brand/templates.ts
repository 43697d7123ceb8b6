import { read, withQuery, type Conversation } from '../../../delivery/conversation';
import type { BrandTemplate } from '../../../message/brand/content';
import type { Page } from '../../contract';
import { object, text, type JsonObject } from '../../../partner/json';
import { BRAND } from '../lane';
import { rowsOf } from '../templates';
import { readContent } from './readContent';

const PAGE = 100;

/** One page: `{ items, pageIndex, hasNext, totalCount, … }`, counted from 0. Unlike AlimTalk's it asks for `plusFriendId`. */
export function* templates(plusFriendId: string, cursor: string | undefined): Conversation<Page<BrandTemplate>> {
	const pageIndex = Number(cursor ?? 0);
	const path = withQuery(`${BRAND.base}/templates`, { plusFriendId, pageSize: PAGE, pageIndex });
	const reply = yield* read({ method: 'GET', path });
	const rows = rowsOf(reply, 'the templates');
	const { hasNext } = object(reply.kind === 'answer' ? reply.body : undefined);
	const more = typeof hasNext === 'boolean' ? hasNext : rows.length === PAGE;
	return {
		entries: rows.map(toTemplate).filter(({ status }) => status === 'approved'),
		// An empty page that says "more" would be asked for without end.
		next: more && rows.length > 0 ? String(pageIndex + 1) : undefined,
	};
}

export function* template(plusFriendId: string, templateCode: string): Conversation<BrandTemplate | null> {
	const reply = yield* read({
		method: 'GET',
		path: withQuery(`${BRAND.base}/templates`, { plusFriendId, templateCode }),
	});
	if (reply.kind === 'answer' && reply.status === 404) return null;
	const row = rowsOf(reply, 'the template').find((each) => text(each.templateCode) === templateCode);
	return row ? toTemplate(row) : null;
}

/**
 * There is no review (facts §3.6). How SENS names a template's state is not known, so only what plainly means "not
 * usable" counts as stopped: one shown too many is refused with words, one shown too few cannot be chosen at all.
 */
const STOPPED = /^(?:S|D|STOP\w*|BLOCK\w*|INACTIVE|DISABLE\w*|DELET\w*|PAUSE\w*|SUSPEND\w*|DORMANT)$/i;

export function toTemplate(row: JsonObject): BrandTemplate {
	const state = text(row.templateStatus) ?? text(row.status) ?? '';
	return {
		code: text(row.templateCode) ?? '',
		name: text(row.templateName) ?? '',
		status: STOPPED.test(state) ? 'stopped' : 'approved',
		content: readContent(row),
	};
}
