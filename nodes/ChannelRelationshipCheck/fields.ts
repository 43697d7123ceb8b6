import type { INodeProperties } from 'n8n-workflow';

import { ASKED_SINGLY } from '../../kakao/channel';
import { channel } from '../shared/fields/channel';

/** The node's form, in the order in which a person fills it in. */
export const fields: INodeProperties[] = [
	{
		displayName: 'Ask About',
		name: 'askAbout',
		type: 'options',
		noDataExpression: true,
		default: 'userIds',
		options: [
			{
				name: 'Users by ID',
				value: 'userIds',
				description: 'Your customers, one per item or a hundred thousand, with the admin key of your app',
			},
			{
				name: 'The Signed-In User',
				value: 'signedIn',
				description: 'The one person who has signed in with Kakao in the OAuth2 credential',
			},
		],
	},
	{
		displayName: 'User ID',
		name: 'userId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.userId }}',
		description:
			'The user ID (회원번호) that Kakao Login gave your app for this person. Keep it as a text from the database on: as a number its last digits are lost. Phone numbers cannot be asked about.',
		displayOptions: { show: { askAbout: ['userIds'] } },
	},
	channel,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Keep Input Fields',
				name: 'keepInput',
				type: 'boolean',
				default: false,
				description:
					"Whether to keep each item's own fields and files beside the answer. Where names are equal, the answer's fields win.",
			},
			{
				displayName: 'Max Single Calls',
				name: 'maxSingleCalls',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: ASKED_SINGLY,
				description:
					'Users are asked about 200 a call. Where that answer leaves somebody out, the node asks about that user alone to learn why, so many times in one run at most.',
			},
		],
	},
];
