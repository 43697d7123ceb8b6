import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { deliver } from '../../../kakao/delivery/deliver';
import type { Gate } from '../../../kakao/delivery/gate';
import type { Service } from '../../../kakao/delivery/service';
import type { Wire } from '../../../kakao/delivery/wire';
import type { Message } from '../../../kakao/message/message';
import { rejected, type Outcome } from '../../../kakao/message/outcome';
import type { Account } from '../credential';
import { emit } from '../emit';
import type { Entry } from '../entries';
import { n8nLedger } from '../ledger';
import type { Parameters } from '../parameters';
import { inputReason, refuseBadInput, withinCeiling } from '../refusals';

/**
 * The messages that may go out: bad input and too many recipients stop the node here, before the first request.
 * @throws NodeOperationError
 */
export function sendable<M extends Message, C>(
	context: IExecuteFunctions,
	entries: readonly Entry<M, C>[],
	parameters: Parameters,
): readonly M[] {
	if (!context.continueOnFail()) refuseBadInput(context, entries);
	return withinCeiling(
		context,
		entries.flatMap(({ message, settled }) => (message && !settled ? message : [])),
		Number(parameters.column('options.maxRecipients', 'Max Recipients')(0) ?? 0),
	);
}

/** Delivers messages through n8n's storage and logger; what became of each. */
export async function deliverAll<M extends Message>(
	context: IExecuteFunctions,
	messages: readonly M[],
	service: Service<M>,
	{ account, wire, parameters, gate }: { account: Account; wire: Wire; parameters: Parameters; gate?: Gate<M> },
): Promise<Map<M, Outcome>> {
	const outcomes = await deliver(messages, service, wire, {
		includeRaw: parameters.column('options.includeRaw', 'Include Raw Answer')(0) === true,
		parallel: account.dealer.capabilities.parallelRequests,
		ledger: n8nLedger(context, 'node'),
		...(gate && { gate }),
		onUnexpected: (error) =>
			context.logger.error('A batch ended in an unexpected error', { error: (error as Error).message }),
	});
	return new Map(messages.map((message, at) => [message, outcomes[at]!]));
}

/** The node's output: one item per recipient, in input order. */
export function emitEntries<M extends Message, C>(
	context: IExecuteFunctions,
	entries: readonly Entry<M, C>[],
	outcomeOf: ReadonlyMap<M, Outcome>,
): INodeExecutionData[][] {
	return emit(
		context,
		entries.map(({ subject, message, problems, settled }) => ({
			subject,
			outcome: settled ?? (message ? outcomeOf.get(message)! : rejected(inputReason(problems))),
		})),
	);
}
