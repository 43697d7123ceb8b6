import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { PRESET_COLUMNS } from '../../../kakao/channel';

/** What stands for a column that is none of Kakao's. */
export const OWN = 'own';

const ENGLISH: Readonly<Record<string, string>> = {
	생년월일: 'Date of birth',
	국가: 'Country',
	지역: 'Region',
	성별: 'Gender',
	연령: 'Age',
	구매금액: 'Amount spent',
	포인트: 'Points',
	가입일: 'Joined on',
	'최근 구매일': 'Last bought on',
	응모일: 'Entered a draw on',
};

const forOwn = { show: { preset: [OWN] } };

/** Kakao's columns in Kakao's order, behind the one that asks for more. */
const preset: INodeProperties = {
	displayName: 'Column',
	name: 'preset',
	type: 'options',
	default: OWN,
	options: [
		{ name: 'A Column of My Own', value: OWN, description: 'Kakao can filter by it if it is a number' },
		...PRESET_COLUMNS.map(({ name }) => ({ name: `${name} (${ENGLISH[name] ?? name})`, value: name })),
	],
};

/** The rows of a form that says which columns a file has. */
export const columnRows: INodePropertyCollection = {
	displayName: 'Column',
	name: 'column',
	values: [
		preset,
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. visits',
			displayOptions: forOwn,
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			default: 'number',
			options: [
				{ name: 'Number', value: 'number' },
				{ name: 'Text', value: 'string', description: 'Kakao is reported to refuse texts other than its own columns' },
			],
			displayOptions: forOwn,
		},
	],
};
