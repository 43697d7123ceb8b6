import type { INodeProperties } from 'n8n-workflow';

import { parts } from './parts';
import { forForm } from './show';

const contexts: INodeProperties = {
	displayName: 'Context Values',
	name: 'contexts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Context',
	default: {},
	description: 'What the bot is to remember of this customer for the next answers',
	options: [
		{
			displayName: 'Context',
			name: 'context',
			values: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '' },
				{
					displayName: 'Life Span',
					name: 'lifeSpan',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 5,
					description: 'For how many answers; 0 forgets it',
				},
				{
					displayName: 'Seconds to Live',
					name: 'ttl',
					type: 'string',
					default: '',
					description: 'Forgotten after that, however many answers there were. Leave empty for no limit.',
				},
				{
					displayName: 'Values (JSON)',
					name: 'params',
					type: 'string',
					default: '',
					placeholder: 'e.g. { "order": "A-100" }',
				},
			],
		},
	],
};

/** Form of the operation that answers a skill call. */
export const respond: INodeProperties[] = [
	{
		displayName:
			'Answers the call with which Kakao Chatbot Skill Trigger began, once, wherever this node stands behind it. Needs no credential.',
		name: 'respondNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['respond'] } },
	},
	{
		displayName: 'Respond With',
		name: 'respondWith',
		type: 'options',
		noDataExpression: true,
		default: 'form',
		options: [
			{ name: 'Fields Below', value: 'form', description: 'Lengths and numbers are checked before anything is sent' },
			{
				name: 'Own JSON',
				value: 'json',
				description:
					'A whole answer in the form of Kakao (version 2.0), also for parameter checks and group chats. Not checked.',
			},
		],
		displayOptions: { show: { operation: ['respond'] } },
	},
	...parts,
	{
		displayName: 'Answer',
		name: 'json',
		type: 'json',
		default: '{\n  "version": "2.0",\n  "template": { "outputs": [{ "simpleText": { "text": "안녕하세요" } }] }\n}',
		description: 'For a check of a parameter: { "status": "SUCCESS" or "FAIL", "value": "…", "message": "…" }',
		displayOptions: { show: { operation: ['respond'], respondWith: ['json'] } },
	},
	{
		displayName: 'Options',
		name: 'answerOptions',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: forForm },
		options: [
			contexts,
			{
				displayName: 'Bubble Data (JSON)',
				name: 'data',
				type: 'string',
				default: '',
				placeholder: 'e.g. { "name": "홍길동" }',
				description: 'Fills {{#webhook.name}} in bubbles that are set in the chatbot admin center',
			},
			{
				displayName: 'Say Nothing',
				name: 'silent',
				type: 'boolean',
				default: false,
				description: 'Whether to answer without any bubble, as blocks for events may',
			},
		],
	},
];
