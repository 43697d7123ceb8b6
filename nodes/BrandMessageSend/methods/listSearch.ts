import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { BrandContent } from '../../../kakao/message/brand/content';
import { textsIn } from '../../../kakao/message/brand/fill';
import { searchTemplatesOf } from '../../shared/methods/listSearch';
import { brandOf } from '../desk';
import { kindName } from '../fields/content';

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
			name: `${name} (${kindName(content.kind)})`,
			usable: status === 'approved',
			body: bodyOf(content),
			more: [...textsIn(content)].join(' '),
		}),
		{ filter, paginationToken },
	);
}

/** The words by which people know a template. */
function bodyOf({ text, header, commerce, carousel }: BrandContent): string {
	const [card] = carousel?.cards ?? [];
	return text ?? header ?? commerce?.title ?? carousel?.intro?.header ?? card?.header ?? card?.commerce?.title ?? '';
}
