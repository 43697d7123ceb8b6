import type { INodeProperties } from 'n8n-workflow';

import { channel } from '../shared/fields/channel';
import { columns, fileName } from './fields/create';
import { operation } from './fields/operation';
import { options } from './fields/options';
import { file, users, values } from './fields/users';

/** The node's form, in the order in which a person fills it in. */
export const fields: INodeProperties[] = [operation, channel, fileName, ...columns, file, ...users, values, ...options];
