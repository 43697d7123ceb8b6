import type { INodeProperties } from 'n8n-workflow';

import { buttons } from './fields/buttons';
import { ending, file, notice, options, picture, texts } from './fields/content';
import { entryLink } from './fields/entryLink';
import { layout } from './fields/layout';
import { operation } from './fields/operation';
import { question } from './fields/question';
import { target } from './fields/target';

/** The node's form, in the order in which a person fills it in. */
export const fields: INodeProperties[] = [
	operation,
	...target,
	...texts,
	...picture,
	...buttons,
	layout,
	...file,
	notice,
	...ending,
	...question,
	...entryLink,
	options,
];
