import { kstSeconds } from '../../../world/kst.mts';
import type { BrandTemplate, Channel } from '../../../world/types.mts';
import type { NhnAccount } from '../account.mts';
import { Refusal, SUCCESS } from '../codes.mts';
import { channelOf } from '../lists.mts';
import { page, refuseUnknown } from '../queries.mts';
import { TEMPLATE_BUTTON, wireContent } from './wire.mts';

/** Registered (등록) and stopped (차단); there is no review. */
const STATUS = { usable: 'A', stopped: 'S' } as const;

function wireTemplate(channel: Channel, template: BrandTemplate) {
	const date = kstSeconds(Date.parse(template.createdAt));
	return {
		plusFriendId: channel.searchId, plusFriendType: 'NORMAL', templateCode: template.code, templateName: template.name,
		chatBubbleType: template.bubble.layout, ...wireContent(template.bubble, TEMPLATE_BUTTON), status: STATUS[template.status],
		createDate: date, updateDate: date,
	};
}

/** `GET …/senders/{senderKey}/templates` */
export function listBrandTemplates(account: NhnAccount, senderKey: string, query: Record<string, string>) {
	refuseUnknown(query, ['templateCode', 'templateName', 'status', 'pageNum', 'pageSize']);
	const channel = channelOf(account, senderKey);
	const { templateCode, templateName, status } = query;
	const found = account.world.brandTemplates.of(channel).filter((template) =>
		(!templateCode || template.code === templateCode) && (!templateName || template.name.includes(templateName)) &&
		(!status || STATUS[template.status] === status));
	const { from, size } = page(query);
	const templates = found.slice(from, from + size).map((template) => wireTemplate(channel, template));
	return { header: SUCCESS, templateListResponse: { templates, totalCount: found.length } };
}

/** `GET …/senders/{senderKey}/templates/{templateCode}`: the key is `template`, where AlimTalk says `templates`. */
export function oneBrandTemplate(account: NhnAccount, senderKey: string, code: string) {
	const channel = channelOf(account, senderKey);
	const template = account.world.brandTemplates.find(channel, code);
	if (!template) throw new Refusal('-3003');
	return { header: SUCCESS, template: wireTemplate(channel, template) };
}
