import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { webhookKeyOf } from '../../kakao/channel';
import { developersAccountOf } from '../shared/developersAccount';
import { refuseOddIps } from '../shared/incoming';
import { channelProblems } from './filter';

/** Says what would keep every call out. There is no API to give Kakao the address with (facts kakao-developers §3.1). */
export async function create(this: IHookFunctions): Promise<boolean> {
	refuseOddIps(this);
	const [problem] = channelProblems(this);
	if (problem) {
		throw new NodeOperationError(this.getNode(), `Channels: ${problem.text}`, { description: problem.cure });
	}
	const { stored } = await developersAccountOf(this);
	if (webhookKeyOf(stored) !== '') return true;
	throw new NodeOperationError(
		this.getNode(),
		'The credential has no admin key, so no call of Kakao can be told from a forged one',
		{
			description:
				'Kakao sends the primary admin key (대표 어드민 키) with each call. Copy it into the credential: Kakao Developers → your app → Platform key → Admin key.',
		},
	);
}
