import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { FallbackInput } from '../../kakao/message/fallback';
import { BadInput, flagOf, textOf } from './badInput';
import type { Column } from './columns';
import type { Parameters } from './parameters';

/** Readers of the parameters that both senders have. */
export type CommonReaders = ReturnType<typeof commonReaders>;

/** Prepares reading once per run; what is read per item is as cheap as the parameter allows. */
export function commonReaders(parameters: Parameters, items: readonly INodeExecutionData[]) {
	const mapped = parameters.mapper('variables');
	const optional = (path: string, field: string) => (parameters.has(path) ? parameters.column(path, field) : null);
	return {
		senderProfile: parameters.locator('senderProfile', 'Sender Profile'),
		template: parameters.locator('template', 'Template'),
		to: parameters.column('to', 'To'),
		variables: mapped
			? (at: number) => Object.fromEntries([...mapped].map(([name, column]) => [name, column(at)]))
			: (at: number): IDataObject => items[at]!.json,
		smsFallback: parameters.column('smsFallback', 'Send SMS If Undeliverable'),
		from: parameters.column('fallback.from', 'Sender Number'),
		type: parameters.column('fallback.type', 'Type'),
		title: parameters.column('fallback.title', 'Title'),
		text: parameters.column('fallback.text', 'Text'),
		messageKey: optional('options.messageKey', 'Message Key'),
		scheduleAt: optional('options.scheduleAt', 'Send At'),
		allowEmpty: parameters.column('options.allowEmptyVariables', 'Allow Empty Variables'),
		requireHttps: parameters.column('options.requireHttpsLinks', 'Require HTTPS Links'),
	};
}

/** What both senders take from one item, besides what the message says. */
export interface CommonInput {
	to: unknown;
	values: Readonly<Record<string, unknown>>;
	/** Null = fallback off. */
	fallback: FallbackInput | null;
	scheduleAt: unknown;
	allowEmpty: boolean;
	requireHttps: boolean;
}

/** @throws BadInput naming the parameter that cannot be used. */
export function commonInput(read: CommonReaders, at: number): CommonInput {
	return {
		to: read.to(at),
		values: read.variables(at),
		fallback: flagOf(read.smsFallback(at), 'Send SMS If Undeliverable') ? fallbackOf(read, at) : null,
		scheduleAt: scheduleOf(read.scheduleAt, at),
		allowEmpty: flagOf(read.allowEmpty(at), 'Allow Empty Variables'),
		requireHttps: flagOf(read.requireHttps(at), 'Require HTTPS Links'),
	};
}

function fallbackOf(read: CommonReaders, at: number): FallbackInput {
	const type = read.type(at);
	return {
		from: read.from(at),
		type: type === 'SMS' || type === 'LMS' ? type : 'auto',
		title: textOf(read.title(at), 'SMS fallback title'),
		text: textOf(read.text(at), 'SMS fallback text'),
	};
}

/** Empty and null mean "now". A column that does not exist must not: a reminder would go out months early. */
function scheduleOf(column: Column | null, at: number): unknown {
	if (column === null) return null;
	const value = column(at);
	if (value !== undefined) return value;
	throw new BadInput({
		field: 'Send At',
		text: 'is missing for this item: its expression gives nothing',
		cure: 'Correct the expression, or give an empty text where the message should go out at once.',
	});
}
