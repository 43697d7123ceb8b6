import { kstSeconds } from '../../world/kst.mts';
import type { Channel, Template } from '../../world/types.mts';
import type { NhnAccount } from './account.mts';
import { Refusal, SUCCESS } from './codes.mts';
import { page, refuseUnknown } from './queries.mts';
import { wireButton } from './rows.mts';

type Query = Record<string, string>;

/** When the demo channels were registered. */
const CHANNEL_CREATED = '2026-01-02 10:00:00';

/** What AlimTalk and Brand Message tell alike about a channel. */
export function senderState(channel: Channel) {
	const waiting = channel.status === 'pending';
	const blocked = channel.status === 'blocked';
	return {
		plusFriendId: channel.searchId, senderKey: channel.senderKey, categoryCode: '00200020001',
		status: waiting ? 'YSC02' : 'YSC03', statusName: waiting ? '등록 대기 중' : '정상 등록',
		kakaoStatus: waiting ? null : blocked ? 'S' : 'A', kakaoStatusName: waiting ? null : blocked ? '차단' : '정상',
		kakaoProfileStatus: waiting ? null : blocked ? 'B' : 'A', kakaoProfileStatusName: waiting ? null : blocked ? '차단' : '활성화',
		profileSpamLevel: blocked ? '영구제한' : '정상', profileMessageSpamLevel: blocked ? '활동제한' : '정상',
		dormant: channel.status === 'dormant', block: blocked, createDate: CHANNEL_CREATED, initialUserRestriction: false,
	};
}

function wireSender(account: NhnAccount, channel: Channel) {
	const setting = account.failback.get(channel.senderKey);
	const fallback = {
		resendAppKey: setting ? account.resendAppKey : null, isResend: setting?.isResend ?? false,
		resendSendNo: setting?.resendSendNo ?? null, dailyMaxCount: 0, sentCount: 0,
	};
	return { ...senderState(channel), alimtalk: fallback, friendtalk: { ...fallback, resendUnsubscribeNo: null } };
}

/** `GET …/senders` */
export function listSenders(account: NhnAccount, query: Query) {
	refuseUnknown(query, ['plusFriendId', 'senderKey', 'status', 'pageNum', 'pageSize']);
	const senders = account.world.channels
		.map((channel) => wireSender(account, channel))
		.filter((sender) =>
			(['plusFriendId', 'senderKey', 'status'] as const).every((name) => query[name] === undefined || query[name] === sender[name]));
	const { from, size } = page(query);
	return { header: SUCCESS, senders: senders.slice(from, from + size), totalCount: senders.length };
}

/** `GET …/senders/{senderKey}` */
export const oneSender = (account: NhnAccount, senderKey: string) => ({
	header: SUCCESS, sender: wireSender(account, channelOf(account, senderKey)),
});

/** @throws Refusal -2017 */
export function channelOf(account: NhnAccount, senderKey: string): Channel {
	const channel = account.channel(senderKey);
	if (!channel) throw new Refusal('-2017');
	return channel;
}

const STATUS = {
	requested: ['TSC01', '요청'], inReview: ['TSC02', '검수 중'], approved: ['TSC03', '승인'], rejected: ['TSC04', '반려'],
	dormant: ['TSC03', '승인'],
} as const;

function wireTemplate(channel: Channel, template: Template) {
	const { bubble } = template;
	const [status, statusName] = STATUS[template.status];
	const date = kstSeconds(Date.parse(template.createdAt));
	return {
		plusFriendId: channel.searchId, senderKey: channel.senderKey, plusFriendType: 'NORMAL', templateCode: template.code,
		kakaoTemplateCode: template.code, templateName: template.name, templateMessageType: template.messageType,
		templateEmphasizeType: template.emphasis, templateContent: bubble.text, templateExtra: bubble.extra, templateAd: null,
		templateTitle: bubble.title, templateSubtitle: bubble.subtitle, templateHeader: bubble.header,
		templateItem: bubble.items.length > 0 ? { list: bubble.items, summary: bubble.summary } : null,
		templateItemHighlight: bubble.highlight, templateRepresentLink: null, templateImageName: null,
		templateImageUrl: bubble.imageUrl, buttons: bubble.buttons.map(wireButton), quickReplies: bubble.quickReplies.map(wireButton),
		comments: template.comments.map((content, i) => ({
			id: i + 1, content, userName: '검수자', createdAt: date, attachment: [], status: 'REJ',
		})),
		status, statusName, securityFlag: bubble.secure, categoryCode: '001001', createDate: date, updateDate: date,
	};
}

/** `GET …/senders/{senderKey}/templates` */
export function listTemplates(account: NhnAccount, senderKey: string, query: Query) {
	refuseUnknown(query, ['templateCode', 'templateName', 'templateStatus', 'pageNum', 'pageSize']);
	const channel = channelOf(account, senderKey);
	const { templateCode, templateName, templateStatus } = query;
	const found = account.world.templates.of(channel).filter((template) =>
		(!templateCode || template.code === templateCode) && (!templateName || template.name.includes(templateName)) &&
		(!templateStatus || STATUS[template.status][0] === templateStatus));
	const { from, size } = page(query);
	const templates = found.slice(from, from + size).map((template) => wireTemplate(channel, template));
	return { header: SUCCESS, templateListResponse: { templates, totalCount: found.length } };
}

/** `GET …/senders/{senderKey}/templates/{templateCode}`: the key says `templates` and holds one object. */
export function oneTemplate(account: NhnAccount, senderKey: string, code: string) {
	const channel = channelOf(account, senderKey);
	const template = account.world.templates.find(channel, code);
	if (!template) throw new Refusal('-3003');
	const flags = { block: false, dormant: template.status === 'dormant' };
	return { header: SUCCESS, templates: { ...wireTemplate(channel, template), ...flags } };
}

/** `GET …/sender/categories`, cut down to what a connection test needs. */
export const senderCategories = () => {
	const leaf = { parentCode: '00200020', depth: 3, code: '00200020001', name: '종합쇼핑몰' };
	const middle = { parentCode: '002', depth: 2, code: '00200020', name: '쇼핑', subCategories: [leaf] };
	return { header: SUCCESS, categories: [{ parentCode: null, depth: 1, code: '002', name: '쇼핑/유통', subCategories: [middle] }] };
};

/** `GET …/template/categories` */
export const templateCategories = () => ({
	header: SUCCESS,
	categories: [{
		name: '구매',
		subCategories: [{ code: '002001', name: '구매완료', groupName: '구매', inclusion: '상품 구매 완료 안내', exclusion: '' }],
	}],
});
