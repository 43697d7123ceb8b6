import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import {
	ASKED_SINGLY,
	ownRelationship,
	relationshipsAtOnce,
	type Allowance,
	type UserRelationship,
} from '../../kakao/channel';
import type { Wire } from '../../kakao/delivery/wire';
import type { Reason } from '../../kakao/message/outcome';
import { ask } from '../shared/ask';
import { developersAccountOf, signedInAccountOf, type DevelopersAccount } from '../shared/developersAccount';
import { Parameters } from '../shared/parameters';
import { inputReason, refuseBadInput } from '../shared/refusals';
import { wireOf } from '../shared/wire';
import { emitAnswers, type Settled } from './emit';
import { prepare, type Question } from './prepare';

const WORDING = {
	unusable: 'users cannot be asked about as they are, so nobody was',
	nothing: 'Nobody was asked about.',
	others: 'To ask about the others anyway',
};

/** Finds out how each item's user stands to the channel, in as few calls as Kakao takes. */
export async function check(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	try {
		return emitAnswers(context, items, await answered(context, items));
	} catch (error) {
		if (!context.continueOnFail()) throw new NodeOperationError(context.getNode(), error as Error);
		// n8n would hand the items on through the first output, as friends.
		return emitAnswers(context, items, items.map(unanswered(error as Error)));
	}
}

async function answered(context: IExecuteFunctions, items: readonly INodeExecutionData[]): Promise<Settled[]> {
	const byId = context.getNodeParameter('askAbout', 0) === 'userIds';
	const account = byId ? (await developersAccountOf(context)).account : await signedInAccountOf(context);
	const questions = prepare(context, items, account, byId);
	if (!context.continueOnFail()) refuseBadInput(context, questions, WORDING);
	const wire = wireOf(context, account);
	const allowance = { left: singleCalls(context, items) };
	const answers = new Map<Question, UserRelationship>();
	const usable = questions.filter(({ problems }) => problems.length === 0);
	for (const [channelId, members] of Map.groupBy(usable, (question) => question.channelId)) {
		const found = byId
			? await askAll(members, channelId, { account, wire, allowance })
			: await askSelf(context, members, channelId, wire);
		members.forEach((question, place) => answers.set(question, found[place]!));
	}
	return questions.map((question) => ({
		question,
		answer: answers.get(question) ?? rejected(question.userId, inputReason(question.problems)),
	}));
}

const askAll = async (
	members: readonly Question[],
	channelId: string,
	{ account, wire, allowance }: { account: DevelopersAccount; wire: Wire; allowance: Allowance },
): Promise<UserRelationship[]> =>
	await relationshipsAtOnce(
		members.map(({ userId }) => userId),
		[channelId],
		wire,
		{ parallel: account.parallelRequests, allowance },
	);

async function askSelf(context: IExecuteFunctions, members: readonly Question[], channelId: string, wire: Wire) {
	const found = await ask(context, wire, ownRelationship([channelId]));
	return members.map(() => found);
}

const rejected = (userId: string, reason: Reason): UserRelationship => ({
	userId,
	outcome: 'rejected',
	channels: [],
	reason,
});

/** What keeps everybody from being asked about: the sign-in is over, say, or the base URL is none. */
const unanswered =
	({ message, description }: Error & { description?: string | null }) =>
	(_: INodeExecutionData, itemIndex: number): Settled => ({
		question: { subject: { itemIndex }, userId: '', channelId: '', problems: [] },
		answer: rejected('', {
			code: 'credential',
			codeSpace: 'input',
			kind: 'credential',
			text: message,
			advice: description ?? 'Check the credential.',
			retryable: false,
		}),
	});

/** How many calls may go into users about whom the common answer says nothing. */
function singleCalls(context: IExecuteFunctions, items: readonly INodeExecutionData[]): number {
	const given = new Parameters(context, items).column('options.maxSingleCalls', 'Max Single Calls')(0);
	const calls = given === undefined || given === null || given === '' ? ASKED_SINGLY : Number(given);
	return calls >= 0 ? calls : ASKED_SINGLY;
}
