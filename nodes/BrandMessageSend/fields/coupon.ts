import type { INodeProperties } from 'n8n-workflow';

import { always, appLinks, fewFields, mobileLink, pcLink } from '../../shared/fields/rows';
import { forKinds } from './show';

/** The five titles that Kakao allows, as choices. */
export const couponRow: INodeProperties = {
	displayName: 'Coupon',
	name: 'coupon',
	type: 'fixedCollection',
	typeOptions: fewFields,
	placeholder: 'Add Coupon',
	default: {},
	options: [
		{
			displayName: 'Coupon',
			name: 'value',
			values: [
				always({
					displayName: 'Kind',
					name: 'kind',
					type: 'options',
					default: 'percent',
					options: [
						{ name: 'Amount Off (N원 할인 쿠폰)', value: 'won' },
						{ name: 'Free Item (… 무료 쿠폰)', value: 'free' },
						{ name: 'Free Shipping (배송비 할인 쿠폰)', value: 'shipping' },
						{ name: 'Percent Off (N% 할인 쿠폰)', value: 'percent' },
						{ name: 'Upgrade (… UP 쿠폰)', value: 'up' },
					],
					description: 'Kakao allows these five titles only',
				}),
				always({
					displayName: 'Amount',
					name: 'amount',
					type: 'string',
					default: '',
					placeholder: 'e.g. 20',
					description: 'Won (1 to 99,999,999) or percent (1 to 100), digits only',
					displayOptions: { show: { kind: ['won', 'percent'] } },
				}),
				always({
					displayName: 'What For',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. 신규가입',
					description: 'Up to 7 characters without a blank',
					displayOptions: { show: { kind: ['free', 'up'] } },
				}),
				always({
					displayName: 'Description',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. 주말 한정',
					description: 'Up to 12 characters, in wide kinds up to 18',
				}),
				mobileLink,
				pcLink,
				...appLinks.map((field) => ({
					...field,
					description: 'For a coupon of the channel: an address that begins with alimtalk=coupon://',
				})),
			],
		},
	],
};

export const coupon: INodeProperties = {
	...couponRow,
	displayOptions: forKinds('TEXT', 'IMAGE', 'WIDE', 'WIDE_ITEM_LIST', 'COMMERCE', 'PREMIUM_VIDEO'),
};
