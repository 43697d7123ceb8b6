import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** Pieces of form rows. Their names are the keys that a row of an array may have, too. */

/** Rows show what nearly everybody fills in; the rest is behind a button. */
export const fewFields = { hideOptionalFields: true, addOptionalFieldButtonText: 'Add PC or App Link' };

/** A field of such a row that is always there. */
export const always = (field: INodeProperties): INodeProperties => ({
	...field,
	typeOptions: { ...field.typeOptions, showEvenWhenOptional: true },
});

const link = (displayName: string, name: string, placeholder: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
});

export const appLinks: INodeProperties[] = [
	link('Android App Link', 'linkAndroid', 'e.g. exampleapp://sale'),
	link('iOS App Link', 'linkIos', 'e.g. exampleapp://sale'),
];

export const pcLink = link('PC Link', 'linkPc', 'e.g. https://example.com/sale');

export const mobileLink = always(link('Link', 'link', 'e.g. https://m.example.com/sale'));

/** Form rows that an array can replace: where they come from, the rows, and the array. */
export function rowsOrArray(
	rows: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder' | 'options' | 'description' | 'typeOptions'>,
	array: { singular: string; example: string },
	show: NonNullable<IDisplayOptions['show']>,
): INodeProperties[] {
	const source = `${rows.name}From`;
	return [
		{
			displayName: `${rows.displayName} From`,
			name: source,
			type: 'options',
			default: 'form',
			options: [
				{ name: 'Fields Below', value: 'form', description: 'Fill them in here' },
				{
					name: 'List From an Expression',
					value: 'array',
					description: 'For lists that another node makes, say from a product feed',
				},
			],
			displayOptions: { show },
		},
		{
			...rows,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true, ...rows.typeOptions },
			default: {},
			displayOptions: { show: { ...show, [source]: ['form'] } },
		},
		{
			displayName: `${rows.displayName} (Array)`,
			name: `${rows.name}Array`,
			type: 'json',
			default: '[]',
			description: `One object per ${array.singular}, with the names of the form's fields: ${array.example}`,
			displayOptions: { show: { ...show, [source]: ['array'] } },
		},
	];
}
