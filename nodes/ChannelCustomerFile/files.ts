import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { listFiles, type Column, type CustomerFile } from '../../kakao/channel';
import { ask } from '../shared/ask';
import { channelIdOf } from '../shared/channel';
import { developersAccountOf } from '../shared/developersAccount';
import { orStop } from '../shared/entries';
import { wireOf } from '../shared/wire';

/**
 * Columns by which a user's values are found: the file's own, else what a person says they are. Null where nobody knows:
 * taking the presets instead would drop values without a word.
 */
export function columnsFor(file: CustomerFile | undefined, said: readonly Column[]): readonly Column[] | null {
	if (file?.columns) return file.columns;
	return said.length > 0 ? said : null;
}

/** The files of the channel that is chosen in the editor. */
export async function filesInEditor(context: ILoadOptionsFunctions): Promise<CustomerFile[]> {
	const { account } = await developersAccountOf(context);
	const given = String(context.getCurrentNodeParameter('channel') ?? '').trim();
	const channelId = orStop(context.getNode(), () => channelIdOf(given || account.channel));
	return (await ask(context, wireOf(context, account), listFiles(channelId))).files;
}
