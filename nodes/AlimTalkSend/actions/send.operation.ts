import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { deliver } from '../../../kakao/delivery/deliver';
import { rejected } from '../../../kakao/message/outcome';
import { accountOf } from '../../shared/credential';
import { emit } from '../../shared/emit';
import { n8nLedger } from '../../shared/ledger';
import { Parameters } from '../../shared/parameters';
import { inputReason, refuseBadInput, withinCeiling } from '../../shared/refusals';
import { wireOf } from '../../shared/wire';
import { hintAtAdvertising } from '../advertising';
import { prepare } from '../prepare';

/** Sends one AlimTalk per recipient, in as few requests as the dealer takes. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const account = await accountOf(this);
	const wire = wireOf(this, account);
	const parameters = new Parameters(this, items);

	const entries = await prepare(this, items, account, wire, { keepComposition: false });
	if (!this.continueOnFail()) refuseBadInput(this, entries);
	const messages = withinCeiling(
		this,
		entries.flatMap(({ message }) => message ?? []),
		Number(parameters.column('options.maxRecipients', 'Max Recipients')(0) ?? 0),
	);

	hintAtAdvertising(this, messages);
	const outcomes = await deliver(messages, account.dealer.alimTalk, wire, {
		includeRaw: parameters.column('options.includeRaw', 'Include Raw Answer')(0) === true,
		parallel: account.dealer.capabilities.parallelRequests,
		ledger: n8nLedger(this),
		onUnexpected: (error) =>
			this.logger.error('A batch ended in an unexpected error', { error: (error as Error).message }),
	});
	const outcomeOf = new Map(messages.map((message, at) => [message, outcomes[at]!]));
	return emit(
		this,
		entries.map(({ subject, message, problems }) => ({
			subject,
			outcome: message ? outcomeOf.get(message)! : rejected(inputReason(problems)),
		})),
	);
}
