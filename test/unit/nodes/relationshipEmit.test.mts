import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { expect, test } from 'vitest';

import type { RelationshipOutcome } from '../../../kakao/channel';
import { unknownReason } from '../../../kakao/delivery/reasons';
import { emitAnswers } from '../../../nodes/ChannelRelationshipCheck/emit';

const OUTCOMES: RelationshipOutcome[] = [
	'added',
	'blocked',
	'none',
	'unknownUser',
	'notConsented',
	'rejected',
	'unknown',
];

function outputs(outcomes: readonly RelationshipOutcome[], node: Partial<INode> = {}): unknown[][] {
	const context = {
		getNode: () =>
			({ type: 'check', parameters: { options: {} }, onError: 'stopWorkflow', ...node }) as unknown as INode,
		continueOnFail: () => false,
		addExecutionHints: () => undefined,
	} as unknown as IExecuteFunctions;
	const items: INodeExecutionData[] = outcomes.map(() => ({ json: {} }));
	const settled = outcomes.map((outcome, itemIndex) => ({
		question: { subject: { itemIndex }, userId: '1', channelId: '_x', problems: [] },
		answer: { userId: '1', outcome, channels: [], reason: unknownReason('why') },
	}));
	return emitAnswers(context, items, settled).map((output) => output.map(({ json }) => json.outcome));
}

test('only what is sure counts as a friend or as none', () => {
	expect(outputs(OUTCOMES)).toEqual([
		['added'],
		['blocked', 'none'],
		['unknownUser', 'notConsented', 'rejected', 'unknown'],
	]);
});

test('an agent sees everything through the one output that its tool has', () => {
	expect(outputs(OUTCOMES, { type: 'checkTool' })).toEqual([OUTCOMES]);
});

test('users of whom Kakao says that they are not linked or have not consented are an answer, no failure', () => {
	expect(outputs(['unknownUser', 'notConsented'])).toEqual([[], [], ['unknownUser', 'notConsented']]);
});

test('when nobody could be asked about, the node is red', () => {
	expect(() => outputs(['rejected', 'unknown'])).toThrow(/^None of 2 users could be checked/);
});
