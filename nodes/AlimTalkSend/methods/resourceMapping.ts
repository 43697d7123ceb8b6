import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { templateVariables } from '../../../kakao/message/readValues';
import { ask } from '../../shared/ask';
import { accountOf } from '../../shared/credential';
import { wireOf } from '../../shared/wire';

/** One required field per variable of the chosen template, wherever in it the variable stands. */
export async function templateVariablesMapping(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const senderProfile = String(this.getCurrentNodeParameter('senderProfile', { extractValue: true }) ?? '');
	const code = String(this.getCurrentNodeParameter('template', { extractValue: true }) ?? '');
	if (senderProfile === '' || code === '')
		return { fields: [], emptyFieldsNotice: 'Choose a sender profile and a template first.' };
	const account = await accountOf(this);
	const template = await ask(this, wireOf(this, account), account.dealer.alimTalk.template(senderProfile, code));
	if (!template) return { fields: [], emptyFieldsNotice: `There is no template "${code}" at this sender profile.` };
	const variables = templateVariables(template);
	return {
		fields: variables.map(({ name, places }) => ({
			id: name,
			displayName: places.every((place) => place === 'link') ? `${name} (in a link)` : name,
			required: true,
			defaultMatch: false,
			display: true,
			type: 'string',
			canBeUsedToMatch: false,
		})),
		// n8n shows the notice whenever it is there, also beside fields.
		...(variables.length === 0 && {
			emptyFieldsNotice: 'This template has no variables: every recipient gets the same text.',
		}),
	};
}
