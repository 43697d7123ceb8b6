import { read, withQuery, type Conversation, type Reply } from '../../delivery/conversation';
import type { Button, Content, Emphasis, SenderProfile, Template, TemplateKind } from '../../message/template';
import type { Page } from '../contract';
import { highlight, itemList } from '../content';
import { answerBody } from '../../partner/failure';
import { compact, flag, list, object, text, type JsonObject } from '../../partner/json';
import { refusal } from './codes';
import { ALIM_TALK } from './lane';

const BASE = ALIM_TALK.base;
const PAGE = 100;

/** Lists come as an array; some answers wrap them, and an empty 404 means none (facts §3.5, §3.6). */
export function rowsOf(reply: Reply, what: string): JsonObject[] {
	if (reply.kind === 'answer' && reply.status === 404 && !text(object(reply.body).errorMessage)) return [];
	const body = answerBody(reply, what, (answer) => (answer.status < 300 ? null : refusal(answer)));
	if (reply.kind === 'answer' && Array.isArray(reply.body)) return list(reply.body);
	const wrapped = body.items ?? body.templates ?? body.channels;
	if (Array.isArray(wrapped)) return list(wrapped);
	return Object.keys(body).length > 0 ? [body] : [];
}

/** All channels come in one answer. */
export function* profiles(): Conversation<Page<SenderProfile>> {
	const rows = rowsOf(yield* read({ method: 'GET', path: `${BASE}/channels` }), 'the channels');
	return { entries: rows.map(toProfile) };
}

function toProfile(row: JsonObject): SenderProfile {
	const id = text(row.channelId) ?? '';
	const why = flag(row.isBlock)
		? 'blocked'
		: row.channelStatus === 'ACTIVE'
			? undefined
			: (text(row.channelStatus) ?? 'not active').toLowerCase();
	return { id, name: [id, text(row.channelName)].filter(Boolean).join(' '), usable: why === undefined, note: why };
}

export function* templates(channelId: string, cursor: string | undefined): Conversation<Page<Template>> {
	const pageIndex = Number(cursor ?? 0);
	const path = withQuery(`${BASE}/templates`, { channelId, pageSize: PAGE, pageIndex });
	const rows = rowsOf(yield* read({ method: 'GET', path }), 'the templates');
	const entries = rows.map(toTemplate).filter(({ status }) => status === 'approved');
	return { entries, next: rows.length === PAGE ? String(pageIndex + 1) : undefined };
}

export function* template(channelId: string, code: string): Conversation<Template | null> {
	const path = withQuery(`${BASE}/templates`, { channelId, templateCode: code });
	const reply = yield* read({ method: 'GET', path });
	// A code that doesn't exist is a 404 with words; a wrong service id would have failed in the list of channels.
	if (reply.kind === 'answer' && reply.status === 404) return null;
	const rows = rowsOf(reply, 'the template');
	const row = rows.find((each) => each.templateCode === code);
	return row ? toTemplate(row) : null;
}

export function toTemplate(row: JsonObject): Template {
	const inspection = text(row.templateInspectionStatus);
	const approved = inspection === 'COMPLETE' && row.templateStatus === 'ACTIVE';
	return {
		code: text(row.templateCode) ?? '',
		name: text(row.templateName) ?? '',
		status: approved
			? 'approved'
			: inspection === 'REJECT'
				? 'rejected'
				: inspection === 'COMPLETE'
					? 'stopped'
					: 'inReview',
		kind: (text(row.messageType) ?? 'BA') as TemplateKind,
		emphasis: (text(row.emphasizeType) ?? text(row.templateEmphasizeType) ?? 'NONE') as Emphasis,
		content: toContent(row),
		secure: flag(row.securityFlag),
	};
}

/** Fields beyond `content` and `buttons` are named as in the send (facts §3.6: the template page lists only part, U). */
function toContent(row: JsonObject): Content {
	return compact<Content>({
		text: text(row.content) ?? '',
		title: text(row.title) ?? text(row.emphasizeTitle),
		subtitle: text(row.subtitle) ?? text(row.emphasizeSubTitle),
		header: text(row.headerContent),
		highlight: highlight(row.itemHighlight),
		...itemList(row.item),
		extra: text(row.extraContent) ?? text(row.extra),
		buttons: list(row.buttons).map(toButton),
		quickReplies: list(row.quickReplies).map(toButton),
	});
}

const toButton = (row: JsonObject): Button =>
	compact({
		type: (text(row.type) ?? text(row.linkType) ?? 'WL') as Button['type'],
		name: text(row.name) ?? '',
		linkMobile: text(row.linkMobile),
		linkPc: text(row.linkPc),
		schemeAndroid: text(row.schemeAndroid),
		schemeIos: text(row.schemeIos),
		telNumber: text(row.telNumber),
	});
