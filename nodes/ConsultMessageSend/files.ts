import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { FileUpload } from '../../kakao/consult/contract';
import { FILE_LIMITS } from '../../kakao/consult/limits';
import { BadInput, textOf } from '../shared/badInput';
import type { Column } from '../shared/columns';
import { Parameters } from '../shared/parameters';

type Kind = FileUpload['kind'];

const KINDS: readonly Kind[] = ['image', 'file', 'video', 'audio'];

/** Pictures that KakaoTalk shows (facts consulttalk §2.1); others go out as files. */
const SHOWN = new Set(['image/jpeg', 'image/jpg', 'image/png', 'image/gif']);

/** A file of an item, not loaded yet. */
export interface FileSource {
	kind: Kind;
	/** Equal for the same file in several items. */
	id: string;
	/** @throws BadInput when n8n cannot give it */
	load(): Promise<FileUpload>;
}

export function kindOf(mimeType: string): Kind {
	const [family] = mimeType.split('/');
	if (SHOWN.has(mimeType)) return 'image';
	return family === 'video' || family === 'audio' ? family : 'file';
}

/** A reader of the file that a binary field holds, of the chosen kind or the one its MIME type tells. */
export function fileReader(context: IExecuteFunctions, items: readonly INodeExecutionData[]) {
	const parameters = new Parameters(context, items);
	const field = parameters.column('binaryField', 'Binary Field');
	const chosen = parameters.column('fileKind', 'Kind');
	return (at: number): FileSource => fileOf(context, items, at, field, chosen(at));
}

/** @throws BadInput for a field that the item does not have, or a file that KakaoTalk would not take */
export function fileOf(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	at: number,
	column: Column,
	chosen: unknown,
	limit?: keyof typeof FILE_LIMITS,
): FileSource {
	const name = textOf(column(at), 'Binary Field').trim();
	const binary = items[at]!.binary?.[name];
	if (!binary)
		throw new BadInput({
			field: 'Binary Field',
			text: `"${name}" is not in this item`,
			cure: 'Name the field as the earlier node shows it under Binary.',
		});
	// Binary data that a Code node has put together may lack it.
	const type = binary.mimeType || 'application/octet-stream';
	const kind = KINDS.find((each) => each === chosen) ?? kindOf(type);
	const most = FILE_LIMITS[limit ?? kind];
	if (binary.bytes !== undefined && binary.bytes > most)
		throw new BadInput({
			field: 'Binary Field',
			text: `"${name}" has ${Math.ceil(binary.bytes / 1024).toLocaleString('en')} KB, and ${(most / 1024).toLocaleString('en')} KB are allowed here`,
			cure: 'Make it smaller, or send a link to it.',
		});
	return {
		kind,
		id: binary.id ?? binary.data,
		load: async () => ({
			kind,
			name: fileName(binary, name),
			type,
			bytes: await context.helpers.getBinaryDataBuffer(at, name).catch((error: Error) => {
				throw new BadInput({
					field: 'Binary Field',
					text: `"${name}" could not be loaded: ${error.message}`,
					cure: 'Run the node that made the file again.',
				});
			}),
		}),
	};
}

const fileName = ({ fileName: given, fileExtension }: IBinaryData, field: string): string =>
	given || (fileExtension ? `${field}.${fileExtension}` : field);
