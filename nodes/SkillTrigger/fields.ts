import type { INodeProperties } from 'n8n-workflow';

/** The trigger's form. */
export const fields: INodeProperties[] = [
	{
		displayName:
			'Copy the production URL above, open the <a href="https://chatbot.kakao.com" target="_blank">chatbot admin center (챗봇 관리자센터)</a> → your bot → Skill (스킬) → Skill list → create, and paste it as the URL. Choose the skill in a block, set the block\'s answer to "Use skill data" (스킬데이터 사용), save, deploy the bot (배포) and publish the workflow. Keep the URL secret: Kakao signs nothing. End the flow with Kakao Chatbot Skill Respond.',
		name: 'addressNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Answer',
		name: 'answerMode',
		type: 'options',
		noDataExpression: true,
		default: 'respond',
		options: [
			{
				name: 'With the Respond Node Within 5 Seconds',
				value: 'respond',
				description:
					'If the flow needs longer, the customer is told to wait, and gets the answer by callback if the block has one',
			},
			{
				name: 'Later, by Callback',
				value: 'callback',
				description:
					'Says "wait" at once and gives the flow a minute, say for an AI model. The bot must be an AI chatbot (AI 챗봇 전환) with callback switched on in the block; other calls are answered as above.',
			},
		],
	},
	{
		displayName: 'Waiting Text',
		name: 'waitingText',
		type: 'string',
		default: '',
		placeholder: 'e.g. 답변을 준비하고 있어요. 잠시만 기다려 주세요.',
		description:
			"What the customer reads when the flow needs longer. Empty: the block's own waiting message, or without callback a friendly request to ask again in a moment.",
	},
	{
		displayName: 'Secret Header',
		name: 'headerName',
		type: 'string',
		default: 'X-Skill-Secret',
		description: 'Name of the header (헤더값 입력) that the skill is given in the chatbot admin center',
	},
	{
		displayName: 'Secret',
		name: 'secret',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'The value of that header: calls without it are turned away. Leave empty to rely on the secret URL alone.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Allowed IPs',
				name: 'allowedIps',
				type: 'string',
				default: '',
				placeholder: 'e.g. 203.0.113.7, 203.0.113.0/24',
				description:
					"Only calls from these addresses or ranges. Kakao's own change. Behind a proxy set N8N_PROXY_HOPS.",
			},
			{
				displayName: 'Include Raw Call',
				name: 'includeRaw',
				type: 'boolean',
				default: false,
				description: "Whether to add Kakao's own body",
			},
			{
				displayName: 'Say "Wait" After (Seconds)',
				name: 'patience',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 4.8, numberPrecision: 1 },
				default: 4.3,
				description:
					'When the customer is told to wait. Kakao gives up after 5 seconds, counted on its side: leave room for the way there and back.',
			},
		],
	},
];
