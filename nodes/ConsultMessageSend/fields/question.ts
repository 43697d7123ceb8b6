import type { INodeProperties } from 'n8n-workflow';
import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';

import { hubsThat } from '../hubs';
import { forOperations } from './operation';

const { show } = forOperations(SEND_AND_WAIT_OPERATION);
const forType = (...types: string[]) => ({ show: { ...show, responseType: types } });
const forLimit = (type: string) => ({ show: { ...show, limitType: [type] } });

const label = (displayName: string, name: string, preset: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: preset,
	description: 'Up to 14 characters',
	displayOptions: forType('approval'),
});

/** The longest that a consult lives without a word of the customer (facts consulttalk §2.1). */
export const MOST_DAYS = 30;

/**
 * What is asked and for how long. `message`, `responseType` and its value `approval` are the names that n8n fills in when
 * it makes a human-review tool for agents of this operation.
 */
export const question: INodeProperties[] = [
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. 환불과 교환 중 무엇을 원하세요?',
		description: 'The question, up to 1,000 characters',
		displayOptions: { show },
	},
	{
		displayName: 'Response Type',
		name: 'responseType',
		type: 'options',
		default: 'text',
		options: [
			{ name: 'Approval', value: 'approval', description: 'Yes or no, under labels of your choice' },
			{ name: 'Choice', value: 'choice', description: 'One of several answers' },
			{ name: 'Free Text', value: 'text', description: 'Whatever the customer writes next' },
		],
		displayOptions: { show },
	},
	{
		displayName: 'Choices',
		name: 'choices',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Choice',
		default: {},
		description: `Up to 10. Quick replies at ${hubsThat(({ capabilities }) => capabilities.sends.quickReplies)}; at other hubs numbered lines below the text.`,
		displayOptions: forType('choice'),
		options: [
			{
				displayName: 'Choice',
				name: 'reply',
				values: [
					{
						displayName: 'Label',
						name: 'label',
						type: 'string',
						default: '',
						placeholder: 'e.g. 환불',
						description: 'What the customer sees, up to 14 characters',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. refund',
						description: 'What the flow gets; empty = the label',
					},
				],
			},
		],
	},
	label('Approve Label', 'approveLabel', '네'),
	label('Decline Label', 'declineLabel', '아니요'),
	{
		displayName: 'Other Words',
		name: 'otherWords',
		type: 'options',
		default: 'answer',
		options: [
			{
				name: 'Are an Answer Too',
				value: 'answer',
				description: 'The flow goes on with the text and without a choice',
			},
			{
				name: 'Start the Workflow as Usual',
				value: 'start',
				description: 'The question stays open until one of the choices is made',
			},
		],
		description: 'What becomes of a message that is none of the choices',
		displayOptions: forType('choice', 'approval'),
	},
	{
		displayName: 'Wait',
		name: 'limitType',
		type: 'options',
		default: 'afterTimeInterval',
		options: [
			{ name: 'For a Time', value: 'afterTimeInterval' },
			{ name: 'Until a Date and Time', value: 'atSpecifiedTime' },
		],
		description: `Afterwards the flow goes on without an answer. At most ${MOST_DAYS} days: by then every consult has ended.`,
		displayOptions: { show },
	},
	{
		displayName: 'Amount',
		name: 'resumeAmount',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 45,
		displayOptions: forLimit('afterTimeInterval'),
	},
	{
		displayName: 'Unit',
		name: 'resumeUnit',
		type: 'options',
		default: 'minutes',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Hours', value: 'hours' },
			{ name: 'Minutes', value: 'minutes' },
		],
		displayOptions: forLimit('afterTimeInterval'),
	},
	{
		displayName: 'Until',
		name: 'maxDateAndTime',
		type: 'dateTime',
		default: '',
		description: 'A time without a time zone is Korean time, wherever n8n runs',
		displayOptions: forLimit('atSpecifiedTime'),
	},
];
