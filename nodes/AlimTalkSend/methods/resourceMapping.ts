import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { templateVariables } from '../../../kakao/message/readValues';
import { ask } from '../../shared/ask';
import { accountOf } from '../../shared/credential';
import { toVariableFields } from '../../shared/methods/variableFields';
import { wireOf } from '../../shared/wire';

/** One required field per variable of the chosen template, wherever in it the variable stands. */
export async function templateVariablesMapping(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return await toVariableFields(
		this,
		async (senderProfile, code) => {
			const account = await accountOf(this);
			return await ask(this, wireOf(this, account), account.dealer.alimTalk.template(senderProfile, code));
		},
		(template) =>
			templateVariables(template).map(({ name, places }) => ({
				name,
				label: places.every((place) => place === 'link') ? `${name} (in a link)` : name,
			})),
	);
}
