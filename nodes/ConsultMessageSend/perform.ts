import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Desk, Hub } from '../../kakao/consult/contract';
import { converse } from '../../kakao/delivery/converse';
import { inParallel } from '../../kakao/delivery/inParallel';
import { unknownReason } from '../../kakao/delivery/reasons';
import type { Wire } from '../../kakao/delivery/wire';
import type { Reason } from '../../kakao/message/outcome';
import { DealerFailure, failureReason } from '../../kakao/partner/failure';
import { BadInput } from '../shared/badInput';
import { consultAccountOf } from '../shared/consultAccount';
import { orStop } from '../shared/entries';
import { Parameters } from '../shared/parameters';
import { inputReason, refuseBadInput } from '../shared/refusals';
import { wireOf } from '../shared/wire';
import { emitConsult, type Settled } from './emit';
import type { Done, Operation, Workbench } from './plan';
import { prepare, type ConsultEntry } from './prepare';
import { speechOf } from './words';

/** Does one thing for every item: each customer's in the order of the items, those of different customers side by side. */
export async function perform(
	context: IExecuteFunctions,
	name: string,
	operation: Operation,
): Promise<INodeExecutionData[][]> {
	const { account } = await consultAccountOf(context);
	const bench = workbench(context, account.hub, operation);
	const includeRaw = wantsRaw(bench);
	const entries = prepare(bench, name, operation);
	if (!context.continueOnFail()) refuseBadInput(context, entries, speechOf(name).wording);
	const outcomes = await deliver(entries, wireOf(context, account), bench, operation);
	const settled = entries.map((entry): Settled => ({ subject: entry.subject, outcome: outcomes.get(entry)! }));
	return emitConsult(context, name, settled, includeRaw);
}

/** @throws NodeOperationError where the hub cannot do this at all: nothing has been asked yet. */
export function workbench(context: IExecuteFunctions, hub: Hub, { ability, can }: Operation): Workbench {
	const desk: Desk | undefined = hub.desk;
	if (desk && can(hub, desk)) return { context, items: context.getInputData(), hub, desk };
	throw new NodeOperationError(context.getNode(), `${hub.name} cannot ${desk ? ability : 'be answered from here'}`, {
		description: desk
			? 'Choose another operation, or a hub that can.'
			: 'It only reports what happens. Answer in its own screen, or choose the credential of another hub.',
	});
}

/**
 * Read before anything is asked: an expression that fails afterwards would turn the node red with messages sent.
 * @throws NodeOperationError
 */
export const wantsRaw = ({ context, items }: Pick<Workbench, 'context' | 'items'>): boolean =>
	orStop(
		context.getNode(),
		() => new Parameters(context, items).column('options.includeRaw', 'Include Raw Answer')(0) === true,
	);

async function deliver(
	entries: readonly ConsultEntry[],
	wire: Wire,
	{ context, hub }: Workbench,
	{ addresses }: Operation,
): Promise<Map<ConsultEntry, Done>> {
	const outcomes = new Map<ConsultEntry, Done>();
	const going: ConsultEntry[] = [];
	for (const entry of entries) {
		const known = entry.settled ?? (entry.plan ? undefined : refused(entry.reason ?? inputReason(entry.problems)));
		if (known) outcomes.set(entry, known);
		else going.push(entry);
	}
	const queues = Map.groupBy(going, ({ subject: { target, itemIndex } }) =>
		addresses === 'channel' ? itemIndex : JSON.stringify([target?.senderKey, target?.userKey, target?.chatId]),
	);
	await inParallel(queues.values(), hub.capabilities.parallelRequests, async (queue) => {
		for (const entry of queue) outcomes.set(entry, await carryOut(context, entry, wire));
	});
	return outcomes;
}

/** Never throws: others may have been sent to already. */
export async function carryOut(
	context: IExecuteFunctions,
	{ plan }: Pick<ConsultEntry, 'plan'>,
	wire: Wire,
): Promise<Done> {
	let conversation;
	try {
		conversation = await plan!.begin();
	} catch (error) {
		return refused(error instanceof BadInput ? inputReason([error.problem]) : failureReason(error));
	}
	try {
		return await converse(conversation, wire);
	} catch (error) {
		// An upload or a look-up: by itself it says nothing to the customer.
		if (error instanceof DealerFailure) return refused(error.reason);
		context.logger.error('A conversation ended in an unexpected error', { error: (error as Error).message });
		const reason = unknownReason('an unexpected error');
		return { outcome: 'unknown', messageId: null, sessionId: null, reason };
	}
}

export const refused = (reason: Reason): Done => ({ outcome: 'rejected', messageId: null, sessionId: null, reason });
