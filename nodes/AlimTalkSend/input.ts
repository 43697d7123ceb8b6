import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { AlimTalkInput } from '../../kakao/message/compose';
import type { Template } from '../../kakao/message/template';
import { BadInput, flagOf, textOf } from '../shared/badInput';
import { Parameters } from '../shared/parameters';

/** Readers of every parameter that makes a message. */
export type InputReaders = ReturnType<typeof inputReaders>;

/** Prepares reading once per run; what is read per item is as cheap as the parameter allows. */
export function inputReaders(context: IExecuteFunctions, items: readonly INodeExecutionData[]) {
	const parameters = new Parameters(context, items);
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

/**
 * What one item gives for its message.
 * @throws BadInput naming the parameter that cannot be used.
 */
export function inputOf(read: InputReaders, at: number, senderProfile: string, template: Template): AlimTalkInput {
	return {
		to: read.to(at),
		senderProfile,
		template,
		values: read.variables(at),
		fallback: flagOf(read.smsFallback(at), 'Send SMS If Undeliverable') ? fallbackOf(read, at) : null,
		scheduleAt: scheduleOf(read, at),
		allowEmpty: flagOf(read.allowEmpty(at), 'Allow Empty Variables'),
		requireHttps: flagOf(read.requireHttps(at), 'Require HTTPS Links'),
	};
}

function fallbackOf(read: InputReaders, at: number): NonNullable<AlimTalkInput['fallback']> {
	const type = read.type(at);
	return {
		from: read.from(at),
		type: type === 'SMS' || type === 'LMS' ? type : 'auto',
		title: textOf(read.title(at), 'SMS fallback title'),
		text: textOf(read.text(at), 'SMS fallback text'),
	};
}

/** Empty and null mean "now". A column that does not exist must not: a reminder would go out months early. */
function scheduleOf(read: InputReaders, at: number): unknown {
	if (read.scheduleAt === null) return null;
	const value = read.scheduleAt(at);
	if (value !== undefined) return value;
	throw new BadInput({
		field: 'Send At',
		text: 'is missing for this item: its expression gives nothing',
		cure: 'Correct the expression, or give an empty text where the message should go out at once.',
	});
}
