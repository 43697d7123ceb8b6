import type { INodeProperties } from 'n8n-workflow';

import { description as cancelFields } from './actions/cancel.operation';
import { description as resultFields } from './actions/getResult.operation';
import { fallback, smsFallback } from './fallbackFields';
import { messageFields } from './messageFields';
import { messageId } from './messageIdField';
import { options } from './optionFields';

/** The node's form, in the order in which a person fills it in. */
export const fields: INodeProperties[] = [
	...messageFields,
	smsFallback,
	fallback,
	messageId,
	...cancelFields,
	options,
	...resultFields,
];
