import type { DeliveredBy } from '../../message/report';

const DAY = 24 * 60 * 60_000;

/** One of NHN's two product lines: the same calls under another path, with small differences (facts §1.1, §1.5). */
export interface Lane {
	/** What its paths begin with. */
	base: string;
	deliveredBy: DeliveredBy;
	/** What `kakaoMessageType` begins with in its webhook rows. */
	webhookType: string;
	/** The date by which its message list is searched: of creation, or the one at which a message is to go out. */
	searchedBy: 'Create' | 'Request';
	/** How far ahead of now that date may lie, milliseconds. */
	ahead: number;
	/** Whether its message list says CANCEL of what was cancelled. */
	showsCancelled: boolean;
}

export const ALIMTALK: Lane = {
	base: '/alimtalk/v2.3/appkeys/{appKey}',
	deliveredBy: 'alimtalk',
	webhookType: 'ALIMTALK',
	searchedBy: 'Create',
	ahead: 0,
	showsCancelled: true,
};

/** Its guide has no search by creation, and no state CANCEL (friendtalkupgrade-api-guide, list of messages). */
export const BRAND: Lane = {
	base: '/brand-message/v1.0/appkeys/{appKey}',
	deliveredBy: 'brandMessage',
	webhookType: 'BRAND_MESSAGE',
	searchedBy: 'Request',
	// 60 days can be scheduled.
	ahead: 61 * DAY,
	showsCancelled: false,
};

export const LANES: readonly Lane[] = [ALIMTALK, BRAND];

export const messagesOf = (lane: Lane): string => `${lane.base}/messages`;
