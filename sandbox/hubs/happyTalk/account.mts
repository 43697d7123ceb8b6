import type { ConsultChannel } from '../../consult/types.mts';
import type { HubTools } from '../contract.mts';
import { KakaoDesk } from '../kakao/desk.mts';
import type { KakaoRefusal } from '../kakao/refusals.mts';

/** The demo customer's account at HappyTalk. */
export class HappyTalkAccount {
	readonly tools: HubTools;
	readonly desk: KakaoDesk;
	/** By sender key: where Kakao's callbacks go (수신도메인). */
	readonly domains = new Map<string, string>();

	constructor(tools: HubTools) {
		this.tools = tools;
		this.desk = new KakaoDesk('happyTalk', tools.world.consult);
	}
}

/** How v1 and v3 say no. */
export const refusalBody = ({ code, message }: KakaoRefusal) => ({ code, message });

/** A query about a channel that is not there (Channel/Chatting/deactivate shows 515; for the other queries it is a guess). */
export const NO_PROFILE = { code: '515', message: '상담톡 프로필을 찾을 수 없습니다.' } as const;

/** F7; v3 has more fields (facts 2.3). */
export function senderInfo(account: HappyTalkAccount, { channel, channelName, senderKey }: ConsultChannel) {
	const known = account.desk.consult.channels.channel(channel);
	const active = known?.status === 'active';
	return {
		senderKey, uuid: channel, name: channelName, status: 'A', block: known?.status === 'blocked', dormant: known?.status === 'dormant',
		profileStatus: active ? 'A' : 'B', categoryCode: '00100020001', bizchat: true, committalCompanyName: '카카오상점',
		businessProfile: true, businessType: 'BUSINESS',
	};
}

export const senderInfoV3 = (account: HappyTalkAccount, channel: ConsultChannel) => ({
	...senderInfo(account, channel), createdAt: '2026-01-05 10:00:00', modifiedAt: '2026-01-05 10:00:00', brandtalk: false, brandMessage: true,
	channelKey: channel.senderKey.slice(0, 8), unsubscribePhoneNumber: account.desk.consult.channels.channel(channel.channel)?.unsubscribeNumber ?? null,
	unsubscribeAuthNumber: null, profileSpamLevel: '0', profileMessageSpamLevel: '0',
});

/** Any absolute address; https but for this machine, where the sandbox lives. What Kakao itself checks is not public. */
export function isDomain(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, search, hash } = new URL(text);
	const local = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
	return search === '' && hash === '' && (protocol === 'https:' || (protocol === 'http:' && local));
}

/** Registers or replaces (Receive/Domain/save). The failure's code is a text, the success's a number. */
export function saveDomain(account: HappyTalkAccount, senderKey: string, domain: unknown) {
	const { channel } = account.desk.channel(senderKey);
	if (typeof domain !== 'string' || !isDomain(domain)) {
		return { code: '405', message: '유효하지 않은 허브파트너 수신도메인입니다.' };
	}
	account.domains.set(senderKey, domain);
	account.tools.world.consult.connect(channel, {});
	return { code: 200 };
}
