import { read, withQuery, type Conversation } from '../../../delivery/conversation';
import type { BrandTemplate } from '../../../message/brand/content';
import type { Page } from '../../contract';
import { answerBody } from '../../../partner/failure';
import { flag, list, text, type JsonObject } from '../../../partner/json';
import { judge } from '../codes';
import { toContent } from './content';

const PATH = '/kakao/v2/brand-templates';
const PAGE = 200;

interface Rows {
	rows: JsonObject[];
	next: string | undefined;
}

function* page(query: Readonly<Record<string, string | number | undefined>>, what: string): Conversation<Rows> {
	const reply = yield* read({ method: 'GET', path: withQuery(PATH, { ...query, limit: PAGE }) });
	const body = answerBody(reply, what, judge);
	return { rows: list(body.brandTemplateList), next: text(body.nextKey) };
}

/** The query names a channel `pfId` here, not `channelId` as for AlimTalk (facts §2.6). */
export function* templates(pfId: string, startKey: string | undefined): Conversation<Page<BrandTemplate>> {
	const { rows, next } = yield* page({ pfId, startKey }, 'the Brand Message templates');
	return { entries: rows.map(toTemplate).filter(({ status }) => status === 'approved'), next };
}

/**
 * One template, by the list's filter: no document shows a path for a single one (only public code does, T). A template
 * of a channel group names no channel; one of another channel would be refused at the send with a code that doesn't
 * say so.
 */
export function* template(pfId: string, code: string): Conversation<BrandTemplate | null> {
	let startKey: string | undefined;
	do {
		const { rows, next } = yield* page({ brandTemplateId: code, startKey }, 'the Brand Message template');
		const row = rows.find((each) => text(each.brandTemplateId) === code);
		if (row) return [undefined, pfId].includes(text(row.pfId)) ? toTemplate(row) : null;
		startKey = next;
	} while (startKey !== undefined);
	return null;
}

/**
 * Usable as soon as it is registered (no review), so what is not known as stopped is offered. The state stands in the
 * codes (Kotlin SDK: ACTIVE, INACTIVE, DELETED), in SOLAPI's command line also at the template itself.
 */
export function toTemplate(row: JsonObject): BrandTemplate {
	const codes = list(row.codes);
	const code = codes.find(({ isMain }) => flag(isMain)) ?? codes[0];
	const states = [text(row.status), text(code?.status)];
	const stopped = flag(row.isDeleted) || states.includes('INACTIVE') || states.includes('DELETED');
	return {
		code: text(row.brandTemplateId) ?? '',
		name: text(row.name) ?? '',
		status: stopped ? 'stopped' : 'approved',
		content: toContent(row),
	};
}
