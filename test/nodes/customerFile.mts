import type { IDataObject } from 'n8n-workflow';

import { control } from './helpers.mts';
import { developers, type Developers, type RunDevelopers } from './developers.mts';
import { jsonOf } from './kakao.mts';

/** A file at the local Kakao, as it lies there. */
export interface Stored {
	id: number;
	name: string;
	schema: Record<string, string>;
	count: number;
	users: { number: string; fields: Record<string, string | number> }[];
}

export const COLUMNS = {
	column: [{ preset: '지역' }, { preset: '최근 구매일' }, { preset: 'own', name: 'visits', type: 'number' }],
};

export interface CustomerFiles extends Developers {
	/** Makes a file with the columns above, or others. @returns its ID */
	make(name?: string, columns?: IDataObject): Promise<string>;
	add(fileId: string, items: IDataObject[], options?: RunDevelopers): ReturnType<Developers['files']>;
	remove(fileId: string, items: IDataObject[], options?: RunDevelopers): ReturnType<Developers['files']>;
	stored(): Promise<Stored[]>;
}

export function customerFiles(): CustomerFiles {
	const kakao = developers();
	const onFile =
		(operation: string): CustomerFiles['add'] =>
		async (fileId, items, options = {}) =>
			await kakao.files(operation, items, {
				...options,
				parameters: {
					file: { __rl: true, mode: 'list', value: fileId },
					userType: 'phone',
					user: '={{ $json.phone }}',
					values: { mappingMode: 'autoMapInputData', value: null },
					...options.parameters,
				},
			});
	return {
		...kakao,
		add: onFile('addUsers'),
		remove: onFile('removeUsers'),
		make: async (name = 'regulars', columns = COLUMNS) => {
			const { outputs, error } = await kakao.files('create', [{}], { parameters: { fileName: name, columns } });
			const [json] = jsonOf(outputs[0]);
			if (typeof json?.fileId !== 'string') throw new Error(error?.message ?? JSON.stringify(json));
			return json.fileId;
		},
		stored: async () => await control<Stored[]>(kakao.kakao, '/api/developers/files'),
	};
}
