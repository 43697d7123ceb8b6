import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { addUsers, readCustomer } from '../../../kakao/channel';
import { developersAccountOf } from '../../shared/developersAccount';
import { orProblem, orStop } from '../../shared/entries';
import { Parameters } from '../../shared/parameters';
import { wireOf } from '../../shared/wire';
import { columnsOf } from '../columns';
import { inGroups } from '../inGroups';
import { knownColumns, SAID, type Mapped } from '../knownColumns';
import { targetReader, userTypeOf } from '../target';
import { travellersOf, type TargetRead } from '../travellers';

const WORDING = {
	unusable: 'users cannot be added as they are, so nobody was',
	nothing: 'Nobody was added.',
	others: 'To add the others anyway',
};
const WORDS = { failed: 'users were not added for sure', none: 'users was added' };

/** Puts each item's user into a file, 2,000 a call. */
export async function addToFile(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const node = context.getNode();
	const { account } = await developersAccountOf(context);
	const wire = wireOf(context, account);
	const parameters = new Parameters(context, items);
	const said = orStop(node, () => columnsOf(parameters.tree('options.fileColumns', SAID)(0), SAID));
	const mapped = parameters.mapper('values', (column) => `column ${column}`);
	const targetAt = targetReader(parameters, account);
	const read = items.map((_, at): TargetRead => orProblem(node, () => ({ target: targetAt(at) })));
	const { targets, columnsIn } = await knownColumns(read, { said, mapped }, wire);
	const valuesAt = valuesReader(mapped, items);
	const userType = userTypeOf(parameters);
	const travellers = travellersOf(context, parameters, targets, (given, at, target) =>
		readCustomer(given, valuesAt(at), userType, columnsIn(target)),
	);
	return await inGroups(context, travellers, wire, {
		travel: addUsers,
		wording: WORDING,
		words: WORDS,
		includeRaw: parameters.column('options.includeRaw', 'Include Raw Answer')(0) === true,
	});
}

/** What is known of an item's user, by column: the mapped values, or all of the item's own fields. */
function valuesReader(
	mapped: Mapped,
	items: readonly INodeExecutionData[],
): (itemIndex: number) => Readonly<Record<string, unknown>> {
	if (mapped === null) return (at) => items[at]!.json;
	return (at) => Object.fromEntries([...mapped].map(([name, column]) => [name, column(at)]));
}
