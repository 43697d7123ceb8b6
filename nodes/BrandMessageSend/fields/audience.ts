import type { INodeProperties } from 'n8n-workflow';

import { forMessage } from '../../shared/fields/show';
import { nightHours } from './dealers';

const targeting: INodeProperties = {
	displayName: 'Targeting',
	name: 'targeting',
	type: 'options',
	default: 'I',
	options: [
		{
			name: 'I: Friends of the Channel',
			value: 'I',
			description: 'Those of your list who have added the channel. Every channel may use it.',
		},
		{
			name: 'M: Everyone Who Consented',
			value: 'M',
			description:
				'Friends or not. Only channels that Kakao has approved: business channel, 50,000 friends, 080 number.',
		},
		{
			name: 'N: Consented, Not Yet Friends',
			value: 'N',
			description: 'M without the friends of the channel, on the same conditions. A way to win new friends.',
		},
	],
	description:
		'Who of the list is reached. M and N need: a business channel with business number and customer service phone, 50,000 friends, an AlimTalk delivered within 3 months, proof of consent, a 080 opt-out number. You apply for it at your dealer.',
	displayOptions: forMessage,
};

const consent: INodeProperties = {
	displayName: 'Consent to Advertising',
	name: 'consent',
	type: 'options',
	noDataExpression: true,
	default: 'field',
	options: [
		{
			name: 'From a Field',
			value: 'field',
			description: 'Each row says when consent was given; rows without are skipped',
		},
		{
			name: 'Given by Adding the Channel',
			value: 'friends',
			description: 'For Targeting I: friends have agreed to messages of the channel in KakaoTalk',
		},
	],
	description: 'Korean law allows advertising only to people who agreed to it beforehand',
	displayOptions: forMessage,
};

const consentAt: INodeProperties = {
	displayName: 'Consent Given At',
	name: 'consentAt',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.consentAt }}',
	description:
		'When this person agreed. Rows where it is empty, no date or in the future leave as "skipped" with the reason.',
	displayOptions: { show: { ...forMessage.show, consent: ['field'] } },
};

const night: INodeProperties = {
	displayName: 'At Night',
	name: 'night',
	type: 'options',
	noDataExpression: true,
	default: 'hold',
	options: [
		{ name: 'Hold Until Morning', value: 'hold', description: 'Schedule it at the dealer for 08:00' },
		{ name: 'Skip', value: 'skip', description: 'Leave the message out' },
		{ name: 'Stop', value: 'fail', description: 'Refuse it, and stop the node when nothing was sent yet' },
	],
	description: `What happens to messages that would go out when advertising is forbidden, ${nightHours()}: now, at their scheduled time, or because a long run reaches the night`,
	displayOptions: forMessage,
};

/** Who gets nothing although the list has them. */
const protection: INodeProperties = {
	displayName: 'Leave Out',
	name: 'leaveOut',
	type: 'collection',
	placeholder: 'Add Rule',
	default: {},
	displayOptions: forMessage,
	options: [
		{
			displayName: 'Consent Older Than (Days)',
			name: 'consentDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 730,
			description: 'The law wants consent confirmed every two years; older ones are skipped',
		},
		{
			displayName: 'Frequency Cap',
			name: 'frequencyCaps',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Cap',
			default: { cap: [{ most: 1, period: 'day' }] },
			description:
				"At most so many advertisements per number from this workflow. Kept in n8n's storage: it survives restarts and holds across workers, but two executions at the same instant can miss each other, and other workflows are not counted.",
			options: [
				{
					displayName: 'Cap',
					name: 'cap',
					values: [
						{
							displayName: 'At Most',
							name: 'most',
							type: 'number',
							typeOptions: { minValue: 1, maxValue: 100 },
							default: 1,
						},
						{
							displayName: 'Per',
							name: 'period',
							type: 'options',
							default: 'day',
							options: [
								{ name: 'Day', value: 'day' },
								{ name: 'Month', value: 'month' },
								{ name: 'Week', value: 'week' },
							],
							description: 'By the Korean calendar; weeks begin on Monday',
						},
					],
				},
			],
		},
		{
			displayName: 'Opt-Out Field',
			name: 'optedOut',
			type: 'string',
			default: '',
			placeholder: 'e.g. {{ $json.optedOutAt }}',
			description: 'Rows in which it holds anything (a time, true, yes) are skipped; empty, false, no and 0 are not',
		},
		{
			displayName: 'Opt-Out List',
			name: 'optOutList',
			type: 'string',
			default: '',
			placeholder: "e.g. {{ $('Opt-outs').all() }}",
			description:
				'Numbers that get nothing: the rows of a node (say a Data Table with a column "phone"), a list, or a text with commas. Read once for the whole run.',
		},
	],
};

/** Whom it reaches, and what the law asks for. */
export const audience: INodeProperties[] = [targeting, consent, consentAt, night, protection];
