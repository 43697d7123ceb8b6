import { read, withQuery, type Conversation } from '../../delivery/conversation';
import type {
	Button,
	Content,
	Emphasis,
	SenderProfile,
	Template,
	TemplateKind,
	TemplateStatus,
} from '../../message/template';
import type { Page } from '../contract';
import { highlight, itemList } from '../content';
import { compact, list, object, text, flag, type JsonObject } from '../../partner/json';
import { ALIMTALK } from './lane';
import { goodBody, nextPage, PAGE, readLinks } from './read';

export function* profiles(cursor: string | undefined): Conversation<Page<SenderProfile>> {
	const pageNum = Number(cursor ?? 1);
	const reply = yield* read({
		method: 'GET',
		path: withQuery(`${ALIMTALK.base}/senders`, { status: 'YSC03', pageNum, pageSize: PAGE }),
	});
	const answer = goodBody(reply, 'the sender profiles');
	const senders = list(answer.senders);
	return { entries: senders.map(toProfile), next: nextPage(pageNum, senders.length, answer.totalCount) };
}

function toProfile(sender: JsonObject): SenderProfile {
	const why = flag(sender.block)
		? 'blocked'
		: flag(sender.dormant)
			? 'dormant'
			: sender.status === 'YSC03'
				? undefined
				: 'not registered yet';
	const note =
		why ?? (flag(sender.initialUserRestriction) ? 'new channel: values over 14 characters are refused' : undefined);
	return { id: text(sender.senderKey) ?? '', name: text(sender.plusFriendId) ?? '', usable: why === undefined, note };
}

export function* templates(senderKey: string, cursor: string | undefined): Conversation<Page<Template>> {
	const pageNum = Number(cursor ?? 1);
	const path = withQuery(`${ALIMTALK.base}/senders/${encodeURIComponent(senderKey)}/templates`, {
		templateStatus: 'TSC03',
		pageNum,
		pageSize: PAGE,
	});
	const answer = object(goodBody(yield* read({ method: 'GET', path }), 'the templates').templateListResponse);
	const rows = list(answer.templates);
	return { entries: rows.map(toTemplate), next: nextPage(pageNum, rows.length, answer.totalCount) };
}

export function* template(senderKey: string, code: string): Conversation<Template | null> {
	const path = withQuery(`${ALIMTALK.base}/senders/${encodeURIComponent(senderKey)}/templates`, {
		templateCode: code,
		pageNum: 1,
		pageSize: PAGE,
	});
	const answer = object(goodBody(yield* read({ method: 'GET', path }), 'the template').templateListResponse);
	// The filter's matching is not documented: compare the code ourselves.
	const row = list(answer.templates).find((each) => each.templateCode === code);
	return row ? toTemplate(row) : null;
}

const STATUS: ReadonlyMap<string, TemplateStatus> = new Map(
	Object.entries({
		TSC01: 'inReview',
		TSC02: 'inReview',
		TSC03: 'approved',
		TSC04: 'rejected',
	} as const),
);

export function toTemplate(row: JsonObject): Template {
	const stopped = flag(row.block) || flag(row.dormant);
	return {
		code: text(row.templateCode) ?? '',
		name: text(row.templateName) ?? '',
		status: stopped ? 'stopped' : (STATUS.get(text(row.status) ?? '') ?? 'inReview'),
		kind: (text(row.templateMessageType) ?? 'BA') as TemplateKind,
		emphasis: (text(row.templateEmphasizeType) ?? 'NONE') as Emphasis,
		content: toContent(row),
		imageUrl: text(row.templateImageUrl),
		secure: flag(row.securityFlag),
	};
}

function toContent(row: JsonObject): Content {
	const link = object(row.templateRepresentLink);
	return compact<Content>({
		text: text(row.templateContent) ?? '',
		// The guide's field table misspells this key, its JSON samples don't (facts §6.8): tolerate both.
		title: text(row.templateTitle) ?? text(row.tempalteTitle),
		subtitle: text(row.templateSubtitle),
		header: text(row.templateHeader),
		highlight: highlight(row.templateItemHighlight, 'imageUrl'),
		...itemList(row.templateItem),
		extra: text(row.templateExtra),
		representLink: Object.keys(link).length > 0 ? toLinks(link) : undefined,
		buttons: list(row.buttons).map(toButton),
		quickReplies: list(row.quickReplies).map(toButton),
	});
}

const toLinks = (row: JsonObject) => compact({ ...readLinks(row), telNumber: text(row.telNumber) });

const toButton = (row: JsonObject): Button => ({
	type: (text(row.type) ?? 'WL') as Button['type'],
	name: text(row.name) ?? '',
	...toLinks(row),
});
