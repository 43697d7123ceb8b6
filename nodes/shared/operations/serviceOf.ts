import type { IExecuteFunctions } from 'n8n-workflow';

import type { Service } from '../../../kakao/delivery/service';
import type { Account } from '../credential';

/** The part of a dealer's service that is the same for every kind of message. */
export type AfterSending = Pick<Service<never>, 'results' | 'resultsPerCall' | 'cancel'>;

/** Which service a node asks. @throws NodeOperationError where the dealer has none. */
export type ServiceOf = (context: IExecuteFunctions, account: Account) => AfterSending;
