import type { INodeProperties } from 'n8n-workflow';

import { senderProfile, template, to, variables } from '../shared/fields/message';

/** What an AlimTalk is made of, in the order in which a person fills it in. */
export const messageFields: INodeProperties[] = [
	senderProfile,
	{ ...template, description: 'An approved AlimTalk template of the sender profile' },
	to,
	variables,
];
