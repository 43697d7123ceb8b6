import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readAppUserId } from '../../kakao/message/appUserId';
import type { Problem } from '../../kakao/message/limits';
import { BadInput } from '../shared/badInput';
import { channelReader } from '../shared/channel';
import type { DevelopersAccount } from '../shared/developersAccount';
import { orProblem, plainText } from '../shared/entries';
import { Parameters } from '../shared/parameters';

/** One item: about whom and which channel it asks, or what keeps it back. */
export interface Question {
	subject: { itemIndex: number };
	/** As it was given, where it is no user ID; empty for the person who has signed in. */
	userId: string;
	/** Public ID; empty where it could not be read. */
	channelId: string;
	problems: readonly Problem[];
}

/** Reads every item's parameters. Asks nothing. */
export function prepare(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	account: DevelopersAccount,
	byId: boolean,
): Question[] {
	const node = context.getNode();
	const parameters = new Parameters(context, items);
	const channelAt = channelReader(parameters, account);
	const userAt = parameters.column('userId', 'User ID');
	return items.map((_, itemIndex): Question => {
		const channel = orProblem(node, () => ({ id: channelAt(itemIndex) }));
		const user = byId ? orProblem(node, () => userOf(userAt(itemIndex))) : { id: '' };
		return {
			subject: { itemIndex },
			userId: 'id' in user ? user.id : shown(context, userAt, itemIndex),
			channelId: 'id' in channel ? channel.id : '',
			problems: [user, channel].flatMap((each) => ('problem' in each ? [each.problem] : [])),
		};
	});
}

/** @throws BadInput for what is no user ID */
function userOf(given: unknown): { id: string } {
	const read = readAppUserId(given);
	if ('id' in read) return read;
	throw new BadInput({ field: 'User ID', text: read.why, cure: read.cure });
}

function shown(context: IExecuteFunctions, userAt: (itemIndex: number) => unknown, itemIndex: number): string {
	const given = orProblem(context.getNode(), () => ({ text: plainText(userAt(itemIndex)) }));
	return 'text' in given ? given.text : '';
}
