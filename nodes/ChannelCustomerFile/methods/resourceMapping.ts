import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { PRESET_COLUMNS } from '../../../kakao/channel';
import { orStop } from '../../shared/entries';
import { columnsOf } from '../columns';
import { columnsFor, filesInEditor } from '../files';

/** One field per column of the chosen file. Kakao tells the columns of files with users only. */
export async function fileColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const fileId = String(this.getCurrentNodeParameter('file', { extractValue: true }) ?? '');
	if (fileId === '') return { fields: [], emptyFieldsNotice: 'Choose a file first.' };
	const file = (await filesInEditor(this)).find(({ id }) => id === fileId);
	if (file === undefined) return { fields: [], emptyFieldsNotice: `The channel has no customer file "${fileId}".` };
	const said = orStop(this.getNode(), () => columnsOf(this.getCurrentNodeParameter('options.fileColumns')));
	return {
		fields: (columnsFor(file, said) ?? PRESET_COLUMNS).map(({ name, type }) => ({
			id: name,
			displayName: name,
			required: false,
			defaultMatch: false,
			display: true,
			type,
			canBeUsedToMatch: false,
		})),
		...(file.columns === null && {
			emptyFieldsNotice:
				said.length > 0
					? 'Kakao does not tell the columns of this file yet; these are the ones under Options.'
					: 'Kakao does not tell the columns of this file yet, so the ten preset ones are shown. Name the file’s own under Options → Columns of the File.',
		}),
	};
}
