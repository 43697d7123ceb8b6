import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { searchTemplatesOf } from '../../shared/methods/listSearch';

export async function searchTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchTemplatesOf(
		this,
		({ dealer }) => dealer.alimTalk,
		({ code, name, status, content }) => ({
			code,
			name,
			usable: status === 'approved',
			body: content.text,
			more: content.title,
		}),
		{ filter, paginationToken },
	);
}
