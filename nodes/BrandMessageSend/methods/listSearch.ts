import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { textsIn } from '../../../kakao/message/brand/fill';
import { searchTemplatesOf } from '../../shared/methods/listSearch';
import { brandOf } from '../desk';

export async function searchBrandTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchTemplatesOf(
		this,
		(account) => brandOf(this, account),
		({ code, name, status, content }) => ({
			code,
			name: `${name} (${content.kind})`,
			usable: status === 'approved',
			body: content.text ?? content.header ?? content.commerce?.title ?? '',
			more: [...textsIn(content)].join(' '),
		}),
		{ filter, paginationToken },
	);
}
