import { kstMillis } from '../../world/kst.mts';
import { DEFAULT_SENDER_NUMBER } from '../../world/credentials.mts';
import type { Button, Channel, Template } from '../../world/types.mts';
import { wholeNumber } from '../pages.mts';
import { CHANNEL_FAILOVER } from './accept.mts';
import type { SensAccount } from './account.mts';
import { SensError, badRequest } from './errors.mts';

type Query = Record<string, string>;

const CHANNEL_CREATED = '2026-01-02T10:00:00.000';

/** `GET …/channels`: a plain array. */
export const listChannels = (account: SensAccount) =>
	account.world.channels.map((channel) => ({
		createTime: CHANNEL_CREATED, updateTime: CHANNEL_CREATED, channelId: channel.searchId, channelName: channel.name,
		channelStatus: channel.status === 'blocked' ? 'BLOCKED' : 'ACTIVE', useSmsFailover: CHANNEL_FAILOVER,
		failoverServiceId: 'ncp:sms:kr:2601010000001:kakao-business', failoverTelNo: DEFAULT_SENDER_NUMBER,
		isBlock: channel.status === 'blocked',
	}));

const INSPECTION = {
	requested: 'REQUEST', inReview: 'ACCEPT', approved: 'COMPLETE', rejected: 'REJECT', dormant: 'COMPLETE',
} as const satisfies Record<Template['status'], string>;

const wireButton = (button: Button, i: number) => ({
	order: i + 1, type: button.type, name: button.name,
	...(button.linkMobile && { linkMobile: button.linkMobile }), ...(button.linkPc && { linkPc: button.linkPc }),
	...(button.schemeIos && { schemeIos: button.schemeIos }), ...(button.schemeAndroid && { schemeAndroid: button.schemeAndroid }),
	...(button.telNumber && { telNumber: button.telNumber }),
});

function wireTemplate(channel: Channel, template: Template) {
	const { bubble } = template;
	const time = kstMillis(Date.parse(template.createdAt));
	return {
		createTime: time, updateTime: time, channelId: channel.searchId, templateCode: template.code, templateName: template.name,
		categoryCode: '002001', categoryName: '구매완료', messageType: template.messageType, emphasizeType: template.emphasis,
		...(bubble.title && { title: bubble.title }), ...(bubble.subtitle && { subtitle: bubble.subtitle }),
		...(bubble.header && { headerContent: bubble.header }),
		...(bubble.highlight && { itemHighlight: { title: bubble.highlight.title, description: bubble.highlight.description } }),
		...(bubble.items.length > 0 && { item: { list: bubble.items, ...(bubble.summary && { summary: bubble.summary }) } }),
		...(bubble.extra && { extraContent: bubble.extra }), content: bubble.text, securityFlag: bubble.secure,
		templateInspectionStatus: INSPECTION[template.status], templateStatus: template.status === 'approved' ? 'ACTIVE' : 'READY',
		buttons: bubble.buttons.map(wireButton),
	};
}

const wireComments = (template: Template) => template.comments.map((content, i) => ({
	id: i + 1, content, userName: '검수자', createTime: kstMillis(Date.parse(template.createdAt)), status: 'REJ',
}));

/**
 * `GET …/templates`. With `templateCode` it is the detail with review comments; whether the real answer is then an array
 * or an object is disputed (facts 3.6), the sandbox gives an array like the list.
 */
export function listTemplates(account: SensAccount, query: Query) {
	const known = ['channelId', 'templateCode', 'templateName', 'pageIndex', 'pageSize'];
	const unknown = Object.keys(query).find((name) => !known.includes(name));
	if (unknown) throw badRequest(`${unknown}: unknown parameter`);
	const { channelId, templateCode, templateName } = query;
	if (!channelId) throw badRequest('channelId: required');
	const channel = account.channel(channelId);
	if (!channel) throw new SensError(404, 'Not Found', ['channelId: not found']);
	const index = wholeNumber(query['pageIndex'], 0, 0, Number.MAX_SAFE_INTEGER);
	const size = wholeNumber(query['pageSize'], 20, 1, 100);
	if (index === null || size === null) throw badRequest('pageIndex: from 0; pageSize: 1 to 100');
	if (templateCode) {
		const template = account.world.templates.find(channel, templateCode);
		if (!template) throw new SensError(404, 'Not Found', ['templateCode: not found']);
		return [{ ...wireTemplate(channel, template), comments: wireComments(template) }];
	}
	return account.world.templates.of(channel)
		.filter((template) => !templateName || template.name.includes(templateName))
		.slice(index * size, index * size + size)
		.map((template) => wireTemplate(channel, template));
}
