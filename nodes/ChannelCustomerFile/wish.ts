import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { fileProblems, type Column } from '../../kakao/channel';
import type { Problem } from '../../kakao/message/limits';
import { flagOf, textOf } from '../shared/badInput';
import { channelReader } from '../shared/channel';
import type { DevelopersAccount } from '../shared/developersAccount';
import { orProblem } from '../shared/entries';
import type { Parameters } from '../shared/parameters';
import { columnsOf } from './columns';

/** A file to be made for one item, or what keeps it back. */
export interface Wish {
	subject: { itemIndex: number; messageKey: string };
	channelId: string;
	name: string;
	columns: readonly Column[];
	/** Whether a file that has the name already will do. */
	useExisting: boolean;
	problems: readonly Problem[];
}

const OTHER_TYPES = 'Allow Other Column Types';
const USE_EXISTING = 'Use File of the Same Name';

/** Reads every item's parameters. Asks nothing. */
export function wishesOf(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	account: DevelopersAccount,
	parameters: Parameters,
): Wish[] {
	const node = context.getNode();
	const channelAt = channelReader(parameters, account);
	const nameAt = parameters.column('fileName', 'File Name');
	const listed = parameters.stored('columnsFrom') === 'array';
	const columnsAt = parameters.tree(listed ? 'columnsArray' : 'columns', 'Columns');
	const lenientAt = parameters.column('options.otherTypes', OTHER_TYPES);
	const existingAt = parameters.column('options.useExisting', USE_EXISTING);
	return items.map((_, itemIndex): Wish => {
		const channel = orProblem(node, () => ({ id: channelAt(itemIndex) }));
		const name = orProblem(node, () => ({ text: textOf(nameAt(itemIndex), 'File Name').trim() }));
		const columns = orProblem(node, () => ({ list: columnsOf(columnsAt(itemIndex)) }));
		const options = orProblem(node, () => ({
			lenient: flagOf(lenientAt(itemIndex), OTHER_TYPES),
			useExisting: flagOf(existingAt(itemIndex), USE_EXISTING),
		}));
		const problems = [channel, name, columns, options].flatMap((each) => ('problem' in each ? [each.problem] : []));
		if ('text' in name && 'list' in columns && 'lenient' in options)
			problems.push(...fileProblems(name.text, columns.list, options.lenient));
		return {
			subject: { itemIndex, messageKey: `Item ${itemIndex}` },
			channelId: 'id' in channel ? channel.id : '',
			name: 'text' in name ? name.text : '',
			columns: 'list' in columns ? columns.list : [],
			useExisting: 'useExisting' in options && options.useExisting,
			problems,
		};
	});
}
