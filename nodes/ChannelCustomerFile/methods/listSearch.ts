import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { filesInEditor } from '../files';

/** At most 30, so that all are at hand. */
export async function searchFiles(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	const plain = (text: string) => text.normalize('NFC').toLowerCase();
	const wanted = plain(filter?.trim() ?? '');
	const files = await filesInEditor(this);
	return {
		results: files
			.filter(({ id, name }) => plain(name).includes(wanted) || id.includes(wanted))
			.map(({ id, name, status }) => ({ name: status ? `${name} (${status})` : name, value: id })),
	};
}
