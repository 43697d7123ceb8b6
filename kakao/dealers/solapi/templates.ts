import { read, withQuery, type Conversation, type Reply } from '../../delivery/conversation';
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
import { answerBody } from '../../partner/failure';
import { compact, flag, list, text, type JsonObject } from '../../partner/json';
import { judge } from './codes';

const PAGE = 200;

const body = (reply: Reply, what: string): JsonObject => answerBody(reply, what, judge);

export function* profiles(cursor: string | undefined): Conversation<Page<SenderProfile>> {
	const answer = body(
		yield* read({ method: 'GET', path: withQuery('/kakao/v2/channels', { limit: PAGE, startKey: cursor }) }),
		'the channels',
	);
	const entries = list(answer.channelList).map((channel) => ({
		id: text(channel.channelId) ?? '',
		name: [text(channel.searchId), text(channel.channelName)].filter(Boolean).join(' '),
		usable: true,
	}));
	return { entries, next: text(answer.nextKey) };
}

export function* templates(channelId: string, cursor: string | undefined): Conversation<Page<Template>> {
	const path = withQuery('/kakao/v2/templates', { channelId, status: 'APPROVED', limit: PAGE, startKey: cursor });
	const answer = body(yield* read({ method: 'GET', path }), 'the templates');
	return { entries: list(answer.templateList).map(toTemplate), next: text(answer.nextKey) };
}

export function* template(channelId: string, code: string): Conversation<Template | null> {
	const reply = yield* read({ method: 'GET', path: `/kakao/v2/templates/${encodeURIComponent(code)}` });
	if (reply.kind === 'answer' && reply.status === 404) return null;
	const answer = body(reply, 'the template');
	const owner = text(answer.channelId);
	// A template of another channel would be refused at the send with a code that doesn't say so.
	if (text(answer.templateId) === undefined || (owner !== undefined && owner !== channelId)) return null;
	return toTemplate(answer);
}

const STATUS: ReadonlyMap<string, TemplateStatus> = new Map(
	Object.entries({
		PENDING: 'inReview',
		INSPECTING: 'inReview',
		APPROVED: 'approved',
		REJECTED: 'rejected',
	} as const),
);

export function toTemplate(row: JsonObject): Template {
	return {
		code: text(row.templateId) ?? '',
		name: text(row.name) ?? '',
		status: flag(row.isHidden) ? 'stopped' : (STATUS.get(text(row.status) ?? '') ?? 'inReview'),
		kind: (text(row.messageType) ?? 'BA') as TemplateKind,
		emphasis: (text(row.emphasizeType) ?? 'NONE') as Emphasis,
		content: toContent(row),
		secure: flag(row.securityFlag),
	};
}

function toContent(row: JsonObject): Content {
	return compact<Content>({
		text: text(row.content) ?? '',
		title: text(row.emphasizeTitle),
		subtitle: text(row.emphasizeSubtitle),
		header: text(row.header),
		highlight: highlight(row.highlight, 'imageId'),
		...itemList(row.item),
		extra: text(row.extra),
		buttons: list(row.buttons).map(toButton),
		quickReplies: list(row.quickReplies).map(toButton),
	});
}

/** Templates name their buttons `buttonName` and `buttonType`; quick replies `name` and `linkType`. Both are read. */
const toButton = (row: JsonObject): Button =>
	compact({
		type: (text(row.buttonType) ?? text(row.linkType) ?? 'WL') as Button['type'],
		name: text(row.buttonName) ?? text(row.name) ?? '',
		linkMobile: text(row.linkMo),
		linkPc: text(row.linkPc),
		schemeAndroid: text(row.linkAnd),
		schemeIos: text(row.linkIos),
		telNumber: text(row.telNumber),
	});
