import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readCustomerId, REMOVE_FORMAT, removeUsers } from '../../../kakao/channel';
import { developersAccountOf } from '../../shared/developersAccount';
import { orProblem } from '../../shared/entries';
import { Parameters } from '../../shared/parameters';
import { wireOf } from '../../shared/wire';
import { inGroups } from '../inGroups';
import { targetReader, userTypeOf } from '../target';
import { travellersOf } from '../travellers';

const WORDING = {
	unusable: 'users cannot be removed as they are, so nobody was',
	nothing: 'Nobody was removed.',
	others: 'To remove the others anyway',
};
const WORDS = { failed: 'users were not removed for sure', none: 'users was removed' };

/** Takes each item's user out of a file, 2,000 a call. */
export async function removeFromFile(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const { account } = await developersAccountOf(context);
	const parameters = new Parameters(context, items);
	const targetAt = targetReader(parameters, account);
	const targets = items.map((_, at) => orProblem(context.getNode(), () => ({ target: targetAt(at) })));
	const userType = userTypeOf(parameters);
	const travellers = travellersOf(context, parameters, targets, (given) => {
		const id = readCustomerId(given, userType);
		return 'value' in id ? { value: { id: id.value } } : id;
	});
	const given = parameters.column('options.removeFormat', 'Format of Removed Users')(0);
	const format = given === 'ids' || given === 'objects' ? given : REMOVE_FORMAT;
	return await inGroups(context, travellers, wireOf(context, account), {
		travel: (target, users) =>
			removeUsers(
				target,
				users.map(({ id }) => id),
				format,
			),
		wording: WORDING,
		words: WORDS,
		includeRaw: parameters.column('options.includeRaw', 'Include Raw Answer')(0) === true,
	});
}
