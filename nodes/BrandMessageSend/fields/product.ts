import type { INodeProperties } from 'n8n-workflow';

const price = (displayName: string, name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. 29000',
	description: 'Won, digits only',
	...more,
});

/** Title and prices of a product: regular, or discounted by a rate or an amount. */
export const productFields: INodeProperties[] = [
	{
		displayName: 'Product Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. 스마트 공기청정기',
		description: 'Up to 30 characters',
	},
	price('Regular Price', 'regularPrice'),
	{
		displayName: 'Discount',
		name: 'discount',
		type: 'options',
		default: 'none',
		options: [
			{ name: 'By Amount', value: 'amount', description: 'Shows the won taken off' },
			{ name: 'By Rate', value: 'rate', description: 'Shows the percent taken off' },
			{ name: 'None', value: 'none' },
		],
	},
	price('Discounted Price', 'discountPrice', {
		placeholder: 'e.g. 20300',
		displayOptions: { show: { discount: ['rate', 'amount'] } },
	}),
	price('Discount Rate', 'discountRate', {
		placeholder: 'e.g. 30',
		description: 'Percent, 0 to 100',
		displayOptions: { show: { discount: ['rate'] } },
	}),
	price('Discount Amount', 'discountFixed', {
		placeholder: 'e.g. 8700',
		displayOptions: { show: { discount: ['amount'] } },
	}),
	{
		displayName: 'Additional Text',
		name: 'additional',
		type: 'string',
		default: '',
		placeholder: 'e.g. 오늘 주문 시 내일 도착',
		description: 'A line under the price, up to 34 characters',
	},
];
