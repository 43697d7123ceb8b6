import { variableNames } from '../../world/template.mts';
import type { Button, Channel, Template } from '../../world/types.mts';
import { keyedPage } from '../pages.mts';
import { ACCOUNT_ID, templateIdOf, type SolapiAccount } from './account.mts';
import { notFound } from './codes.mts';
import { limitOf, readQuery } from './listing.mts';

const CHANNEL_CREATED = '2026-01-02T01:00:00.000Z';

const STATUS = {
	requested: 'PENDING', inReview: 'INSPECTING', approved: 'APPROVED', rejected: 'REJECTED', dormant: 'REJECTED',
} as const satisfies Record<Template['status'], string>;

const wireChannel = (channel: Channel) => ({
	channelId: channel.pfId, searchId: channel.searchId, channelName: channel.name, accountId: ACCOUNT_ID, phoneNumber: '01099998888',
	sharedAccountIds: [], dateCreated: CHANNEL_CREATED, dateUpdated: CHANNEL_CREATED,
});

const wireButton = (button: Button) => ({
	buttonName: button.name, buttonType: button.type,
	...(button.type === 'WL' && { linkMo: button.linkMobile, linkPc: button.linkPc ?? null }),
	...(button.type === 'AL' && { linkAnd: button.schemeAndroid, linkIos: button.schemeIos }),
	...(button.telNumber && { telNumber: button.telNumber }),
});

const wireQuickReply = (reply: Button) => ({
	name: reply.name, linkType: reply.type,
	...(reply.type === 'WL' && { linkMo: reply.linkMobile, ...(reply.linkPc && { linkPc: reply.linkPc }) }),
	...(reply.type === 'AL' && { linkAnd: reply.schemeAndroid, linkIos: reply.schemeIos }),
});

function wireTemplate(channel: Channel, template: Template) {
	const { bubble } = template;
	return {
		templateId: templateIdOf(template.code), name: template.name, code: template.code, accountId: ACCOUNT_ID, channelId: channel.pfId,
		channelGroupId: null, content: bubble.text, isHidden: false, messageType: template.messageType, emphasizeType: template.emphasis,
		extra: bubble.extra, ad: null, emphasizeTitle: bubble.title, emphasizeSubtitle: bubble.subtitle, securityFlag: bubble.secure,
		imageId: null, assignType: 'CHANNEL', buttons: bubble.buttons.map(wireButton), quickReplies: bubble.quickReplies.map(wireQuickReply),
		header: bubble.header,
		highlight: bubble.highlight && { title: bubble.highlight.title, description: bubble.highlight.description, imageId: null },
		item: bubble.items.length > 0 ? { list: bubble.items, summary: bubble.summary ?? { title: null, description: null } } : null,
		comments: template.comments.map((content) => ({ isAdmin: true, memberId: 'KAKAO', content, dateCreated: template.createdAt })),
		commentable: template.status === 'rejected', status: STATUS[template.status],
		// The names carry the braces, as they must come back in `variables`: SOLAPI's own n8n node passes them on unchanged.
		variables: variableNames(template).map((name) => ({ name: `#{${name}}` })),
		dateCreated: template.createdAt, dateUpdated: template.createdAt,
	};
}

type WireTemplate = ReturnType<typeof wireTemplate>;

const allTemplates = (account: SolapiAccount) =>
	account.world.channels.flatMap((channel) => account.templates(channel).map((template) => wireTemplate(channel, template)));

/** `GET /kakao/v2/channels` */
export function listChannels(account: SolapiAccount, query: URLSearchParams) {
	const values = readQuery(query, ['channelId', 'searchId', 'phoneNumber', 'categoryCode', 'isMine', 'startKey', 'limit']);
	const limit = limitOf(values('limit')[0] ?? null);
	const channels = account.world.channels.map(wireChannel).filter((channel) =>
		(['channelId', 'searchId', 'phoneNumber'] as const).every((name) => values(name).length === 0 || values(name).includes(channel[name])));
	const { page, ...keys } = keyedPage(channels, (channel) => channel.channelId, values('startKey')[0], limit);
	return { ...keys, limit, channelList: page };
}

/** `GET /kakao/v2/channels/{channelId}` */
export function oneChannel(account: SolapiAccount, channelId: string) {
	const channel = account.channel(channelId);
	if (!channel) throw notFound('요청하신 Resource를 찾을수 없습니다.');
	return wireChannel(channel);
}

const TEMPLATE_QUERY = [
	'channelId', 'pfId', 'templateId', 'status', 'isHidden', 'name', 'name[like]', 'name[ne]', 'startKey', 'limit',
	'dateCreated[gte]', 'dateCreated[lte]', 'dateUpdated[gte]', 'dateUpdated[lte]',
];

function templateFilter(values: (name: string) => string[]): (template: WireTemplate) => boolean {
	const [like, not, since, until] = ['name[like]', 'name[ne]', 'dateCreated[gte]', 'dateCreated[lte]'].map((name) => values(name)[0]);
	const equals = (name: string, value: string) => values(name).length === 0 || values(name).includes(value);
	return (template) =>
		equals('channelId', template.channelId) && equals('pfId', template.channelId) && equals('templateId', template.templateId) &&
		equals('status', template.status) && equals('isHidden', String(template.isHidden)) && equals('name', template.name) &&
		(like === undefined || template.name.includes(like)) && (not === undefined || template.name !== not) &&
		(since === undefined || Date.parse(template.dateCreated) >= Date.parse(since)) &&
		(until === undefined || Date.parse(template.dateCreated) <= Date.parse(until));
}

/** `GET /kakao/v2/templates` */
export function listTemplates(account: SolapiAccount, query: URLSearchParams) {
	const values = readQuery(query, TEMPLATE_QUERY);
	const limit = limitOf(values('limit')[0] ?? null);
	const found = allTemplates(account).filter(templateFilter(values));
	const { page, ...keys } = keyedPage(found, (template) => template.templateId, values('startKey')[0], limit);
	return { ...keys, limit, templateList: page };
}

/** `GET /kakao/v2/templates/{templateId}` */
export function oneTemplate(account: SolapiAccount, templateId: string): WireTemplate {
	const template = allTemplates(account).find((candidate) => candidate.templateId === templateId);
	if (!template) throw notFound('요청하신 Resource를 찾을수 없습니다.');
	return template;
}

/** `GET /kakao/v1|v2/templates/sendable`: what may be sent, as a plain array. v1 says `pfId` where v2 says `channelId`. */
export function sendableTemplates(account: SolapiAccount, query: URLSearchParams) {
	const values = readQuery(query, ['pfId', 'channelId', 'templateId']);
	const active = new Set(account.world.channels.filter((channel) => channel.status === 'active').map((channel) => channel.pfId));
	return allTemplates(account)
		.filter(templateFilter(values))
		.filter((template) => template.status === 'APPROVED' && active.has(template.channelId))
		.map((template) => ({ ...template, pfId: template.channelId }));
}
