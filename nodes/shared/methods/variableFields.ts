import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

/** A variable as the form shows it. */
export interface VariableField {
	name: string;
	label: string;
}

/** One required field per variable of the chosen template. */
export async function toVariableFields<T>(
	context: ILoadOptionsFunctions,
	read: (senderProfile: string, code: string) => Promise<T | null>,
	variablesOf: (template: T) => readonly VariableField[],
): Promise<ResourceMapperFields> {
	const senderProfile = String(context.getCurrentNodeParameter('senderProfile', { extractValue: true }) ?? '');
	const code = String(context.getCurrentNodeParameter('template', { extractValue: true }) ?? '');
	if (senderProfile === '' || code === '')
		return { fields: [], emptyFieldsNotice: 'Choose a sender profile and a template first.' };
	const template = await read(senderProfile, code);
	if (!template) return { fields: [], emptyFieldsNotice: `There is no template "${code}" at this sender profile.` };
	const variables = variablesOf(template);
	return {
		fields: variables.map(({ name, label }) => ({
			id: name,
			displayName: label,
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
