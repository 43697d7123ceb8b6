import type { INodeProperties } from 'n8n-workflow';

import { dealersThat } from './dealers';

/** Options that only advertising has. */
export const brandOptions: INodeProperties[] = [
	{
		displayName: 'For Adults Only',
		name: 'adult',
		type: 'boolean',
		default: false,
		description:
			'Whether KakaoTalk hides the message until the person has proven to be an adult. A template brings its own setting.',
		displayOptions: { show: { '/messageForm': ['freeForm'] } },
	},
	{
		displayName: 'Opt-Out Code',
		name: 'unsubscribeCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1234',
		description: 'What callers of the 080 number type in, up to 9 digits, if it needs one',
	},
	{
		displayName: 'Opt-Out Number (080)',
		name: 'unsubscribeNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 080-123-4567',
		description: `Replaces the free number registered for the channel (${dealersThat(({ unsubscribe }) => unsubscribe)}). Shown to people who are no friends.`,
	},
	{
		displayName: 'Silent',
		name: 'silent',
		type: 'boolean',
		default: false,
		description: `Whether the message arrives without sound or notification (${dealersThat(({ silent }) => silent)})`,
	},
];
