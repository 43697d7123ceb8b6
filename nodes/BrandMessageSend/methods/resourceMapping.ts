import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { variableNames } from '../../../kakao/message/brand/fill';
import { ask } from '../../shared/ask';
import { accountOf } from '../../shared/credential';
import { toVariableFields } from '../../shared/methods/variableFields';
import { wireOf } from '../../shared/wire';
import { brandOf } from '../desk';

/** One required field per variable of the chosen template; a carousel's cards each have their own. */
export async function brandVariablesMapping(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const account = await accountOf(this);
	const brand = brandOf(this, account);
	return await toVariableFields(
		this,
		async (senderProfile, code) => await ask(this, wireOf(this, account), brand.template(senderProfile, code)),
		({ content }) =>
			variableNames(content, brand.capabilities.valuesPerCard).map((name) => ({
				name,
				label: name.replace(/@(\d+)$/, ' (card $1)'),
			})),
	);
}
