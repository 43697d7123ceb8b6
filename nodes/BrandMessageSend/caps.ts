import type { IExecuteFunctions } from 'n8n-workflow';

import type { BrandMessage } from '../../kakao/message/brand/message';
import { rejected, skipped, type Outcome, type Reason } from '../../kakao/message/outcome';
import { claim, uncheckedReason, type Claims } from '../../kakao/policy/frequency';
import { n8nLedger } from '../shared/ledger';
import type { Law } from './law';

/** The cap's marks of all Brand Message nodes of a workflow share one row: about 5 MB at most. */
const CAP_MARKS = 200_000;

/** Takes places under the frequency caps, counted for the whole workflow in n8n's storage. */
export const claimPlaces = async (
	context: IExecuteFunctions,
	messages: readonly BrandMessage[],
	{ caps }: Law,
	goesOutAt: (message: BrandMessage) => number,
): Promise<Claims<BrandMessage>> => await claim(messages, caps, n8nLedger(context, 'workflow', CAP_MARKS), goesOutAt);

/** Who had enough is left out. Where nobody could count, the sending failed, and is told as a failure. */
export const keptBack = (reason: Reason): Outcome => (reason === uncheckedReason ? rejected(reason) : skipped(reason));
