import { listFiles, type Column, type CustomerFile, type FileTarget } from '../../kakao/channel';
import { converse } from '../../kakao/delivery/converse';
import type { Wire } from '../../kakao/delivery/wire';
import type { Problem } from '../../kakao/message/limits';
import type { Reason } from '../../kakao/message/outcome';
import { failureReason } from '../../kakao/partner/failure';
import type { Column as ValueColumn } from '../shared/columns';
import { usualType } from './columns';
import { columnsFor } from './files';
import type { TargetRead } from './travellers';

/** The option under which a person names the columns. */
export const SAID = 'Columns of the File';

/** Values that are filled in one by one, by column; null where they are taken by name. */
export type Mapped = ReadonlyMap<string, ValueColumn> | null;

/** What a person has said about the columns. */
interface Said {
	said: readonly Column[];
	mapped: Mapped;
}

/** Which columns each file has, and the targets without those of whose columns nobody knows. */
export async function knownColumns(
	read: readonly TargetRead[],
	{ said, mapped }: Said,
	wire: Wire,
): Promise<{ targets: TargetRead[]; columnsIn(target: FileTarget): readonly Column[] }> {
	const lists = await listsOf(read, wire);
	const columns = new Map<string, readonly Column[] | null>();
	const keyOf = ({ channelId, fileId }: FileTarget) => `${channelId}/${fileId}`;
	const targets = read.map((each): TargetRead => {
		if ('problem' in each) return each;
		const { target } = each;
		const { files, refused } = lists.get(target.channelId)!;
		if (refused) return { target, refused };
		const key = keyOf(target);
		if (!columns.has(key)) {
			const file = files?.find(({ id }) => id === target.fileId);
			columns.set(key, columnsFor(file, said) ?? columnsMapped(mapped));
		}
		const problem = columnProblem(target, columns.get(key)!, mapped);
		return problem ? { problem } : each;
	});
	return { targets, columnsIn: (target) => columns.get(keyOf(target)) ?? [] };
}

/** Columns that are filled in one by one say themselves what they are called. */
const columnsMapped = (mapped: Mapped): readonly Column[] | null =>
	mapped === null || mapped.size === 0 ? null : [...mapped.keys()].map((name) => ({ name, type: usualType(name) }));

function columnProblem({ fileId }: FileTarget, columns: readonly Column[] | null, mapped: Mapped): Problem | undefined {
	if (columns === null)
		return {
			field: 'File',
			text: `"${fileId}" is not among the channel's files, or has no users yet, and until then Kakao does not tell its columns`,
			cure: `Choose the file again, or name its columns under Options → ${SAID}.`,
		};
	const stray = [...(mapped?.keys() ?? [])].find((name) => !columns.some((column) => column.name === name));
	if (stray === undefined) return undefined;
	return {
		field: 'Values',
		text: `hold "${stray}", which is no column of the file`,
		cure: `The file has ${columns.map(({ name }) => name).join(', ')}. Load the columns again in the node.`,
	};
}

/** The files of a channel with their columns, or why they cannot be had. */
interface Listed {
	files?: readonly CustomerFile[];
	refused?: Reason;
}

/** Asks once about each channel that items mean. */
async function listsOf(targets: readonly TargetRead[], wire: Wire): Promise<ReadonlyMap<string, Listed>> {
	const lists = new Map<string, Listed>();
	for (const channelId of new Set(targets.flatMap((each) => ('target' in each ? [each.target.channelId] : [])))) {
		try {
			lists.set(channelId, await converse(listFiles(channelId), wire));
		} catch (error) {
			lists.set(channelId, { refused: failureReason(error) });
		}
	}
	return lists;
}
