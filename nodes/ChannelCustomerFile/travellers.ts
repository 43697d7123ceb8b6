import type { IExecuteFunctions } from 'n8n-workflow';

import type { FileTarget } from '../../kakao/channel';
import type { Problem } from '../../kakao/message/limits';
import type { Made } from '../../kakao/message/made';
import type { Reason } from '../../kakao/message/outcome';
import { orProblem, plainText } from '../shared/entries';
import type { Parameters } from '../shared/parameters';
import { userTypeOf } from './target';

/** One user on the way into or out of a file. */
export interface Traveller<T extends { id: string }> {
	subject: { itemIndex: number; messageKey: string };
	/** Null where it could not be read. */
	target: FileTarget | null;
	/** As Kakao wants it; null where there are problems. */
	load: T | null;
	/** As the output shows it. */
	user: string;
	problems: readonly Problem[];
	/** Why nobody can be taken to this file at all. */
	refused?: Reason;
}

/** What an item names as its file, or why it cannot be read. */
export type TargetRead = { target: FileTarget; refused?: Reason } | { problem: Problem };

/** Reads whom each item means and what is to be said of them. Asks nothing. */
export function travellersOf<T extends { id: string }>(
	context: IExecuteFunctions,
	parameters: Parameters,
	targets: readonly TargetRead[],
	read: (given: unknown, itemIndex: number, target: FileTarget) => Made<T>,
): Traveller<T>[] {
	const node = context.getNode();
	const userAt = parameters.column('user', userTypeOf(parameters) === 'app' ? 'User ID' : 'Phone Number');
	return targets.map((each, itemIndex): Traveller<T> => {
		const subject = { itemIndex, messageKey: `Item ${itemIndex}` };
		const user = orProblem(node, () => ({ given: userAt(itemIndex) }));
		const shown = 'problem' in user ? '' : plainText(user.given);
		const stopped = [each, user].flatMap((part) => ('problem' in part ? [part.problem] : []));
		if ('problem' in each || 'problem' in user)
			return { subject, target: 'target' in each ? each.target : null, load: null, user: shown, problems: stopped };
		const { target, refused } = each;
		if (refused) return { subject, target, load: null, user: shown, problems: [], refused };
		const made = orProblem(node, () => read(user.given, itemIndex, target));
		if ('value' in made) return { subject, target, load: made.value, user: made.value.id, problems: [] };
		return { subject, target, load: null, user: shown, problems: 'problem' in made ? [made.problem] : made.problems };
	});
}
