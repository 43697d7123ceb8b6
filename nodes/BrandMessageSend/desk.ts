import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { BrandService } from '../../kakao/dealers/contract';
import type { Wire } from '../../kakao/delivery/wire';
import { accountOf, type Account } from '../shared/credential';
import { wireOf } from '../shared/wire';

/** The dealer and its Brand Messages. */
export interface Desk {
	account: Account;
	brand: BrandService;
	wire: Wire;
}

/** The dealer's Brand Messages. @throws NodeOperationError where it sells none. */
export function brandOf(context: IExecuteFunctions | ILoadOptionsFunctions, { dealer }: Account): BrandService {
	if (dealer.brand) return dealer.brand;
	throw new NodeOperationError(context.getNode(), `${dealer.name} has no Brand Messages in this version`, {
		description: 'Choose a credential of another dealer.',
	});
}

export async function deskOf(context: IExecuteFunctions): Promise<Desk> {
	const account = await accountOf(context);
	return { account, brand: brandOf(context, account), wire: wireOf(context, account) };
}
