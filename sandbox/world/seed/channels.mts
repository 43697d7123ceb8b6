import type { Channel, HubId } from '../types.mts';

/** The demo account's channels: the shop's main one, one for each of the other desks, and one that Kakao has blocked. */
export const DEMO_CHANNELS: readonly Channel[] = [
	{
		searchId: '@kakaoshop',
		publicId: '_xkShop',
		name: '카카오상점',
		senderKey: '5a1dbc00c0ffee00c0ffee00c0ffee00c0ffee01',
		pfId: 'PF01ID2601010000000001SANDBOXSHOP',
		status: 'active',
		marketingApproved: true,
		unsubscribeNumber: '080-123-4567',
	},
	{
		searchId: '@kakaoshop_cs',
		publicId: '_xkHelp',
		name: '카카오상점 고객센터',
		senderKey: '5a1dbc00c0ffee00c0ffee00c0ffee00c0ffee02',
		pfId: 'PF01ID2601010000000002SANDBOXHELP',
		status: 'active',
		marketingApproved: false,
		unsubscribeNumber: null,
	},
	{
		searchId: '@oldshop',
		publicId: '_xkOldS',
		name: '옛날상점',
		senderKey: '5a1dbc00c0ffee00c0ffee00c0ffee00c0ffee03',
		pfId: 'PF01ID2601010000000003SANDBOXOLD0',
		status: 'blocked',
		marketingApproved: false,
		unsubscribeNumber: null,
	},
	{
		searchId: '@kakaoshop_talk',
		publicId: '_xkTalk',
		name: '카카오상점 톡상담',
		senderKey: '5a1dbc00c0ffee00c0ffee00c0ffee00c0ffee04',
		pfId: 'PF01ID2601010000000004SANDBOXTALK',
		status: 'active',
		marketingApproved: false,
		unsubscribeNumber: null,
	},
];

/** Where the demo channels' ConsultTalk goes. */
export const DEMO_CONSULT: readonly (readonly [string, HubId])[] = [
	['@kakaoshop', 'happyTalk'], ['@kakaoshop_cs', 'talkBridge'], ['@kakaoshop_talk', 'channelTalk'],
];
