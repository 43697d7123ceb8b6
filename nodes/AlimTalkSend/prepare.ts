import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Wire } from '../../kakao/delivery/wire';
import { composeAlimTalk, type AlimTalkInput, type Composition } from '../../kakao/message/compose';
import type { Problem } from '../../kakao/message/limits';
import type { AlimTalkMessage } from '../../kakao/message/message';
import { formatRecipient } from '../../kakao/message/phone';
import type { Template } from '../../kakao/message/template';
import type { Account } from '../shared/credential';
import { keySource } from '../shared/messageKey';
import type { Subject } from '../shared/outcomeItem';
import { Parameters } from '../shared/parameters';
import { TemplateStore } from '../shared/templateStore';

/** One recipient of one item: a message ready to go, or what keeps it back. */
export interface Entry {
	subject: Subject;
	/** Null when there are problems. */
	message: AlimTalkMessage | null;
	problems: readonly Problem[];
	/** For a preview only: 100,000 messages need not remember how they were measured. */
	composition?: Composition;
}

/** Reads every item's parameters and makes its messages. Asks the dealer for templates only; sends nothing. */
export async function prepare(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	account: Account,
	wire: Wire,
	options: { keepComposition: boolean },
): Promise<Entry[]> {
	const read = readers(context, items);
	const templates = new TemplateStore(context.getNode(), account, wire);
	const chosen = items.map((_, at) => ({
		senderProfile: textOf(read.senderProfile(at)),
		templateCode: textOf(read.template(at)),
	}));
	await templates.load(chosen);

	const keyOf = keySource(context, read.messageKey);
	const now = wire.now();
	const entries: Entry[] = [];
	chosen.forEach(({ senderProfile, templateCode }, itemIndex) => {
		const template = templates.get(senderProfile, templateCode);
		const composition =
			'problem' in template
				? blocked(template.problem)
				: composeAlimTalk(inputOf(read, itemIndex, senderProfile, template), account.dealer.capabilities, now);
		const recipients =
			composition.recipients.length > 0
				? composition.recipients
				: [{ given: textOf(read.to(itemIndex)), problem: undefined }];
		recipients.forEach((recipient, at) => {
			const key = keyOf(itemIndex, at);
			const number = 'recipient' in recipient ? formatRecipient(recipient.recipient) : recipient.given;
			const problems = [
				...('problem' in recipient && recipient.problem ? [recipient.problem] : []),
				...key.problems,
				...composition.problems,
			];
			const ready = problems.length === 0 && composition.draft && 'recipient' in recipient;
			entries.push({
				subject: {
					itemIndex,
					to: number,
					messageKey: key.key,
					provider: account.dealer.id,
					senderProfile,
					templateCode,
				},
				message: ready
					? { ...composition.draft!, to: recipient.recipient, index: entries.length, key: key.key, keyGiven: key.given }
					: null,
				problems,
				...(options.keepComposition && { composition }),
			});
		});
	});
	return entries;
}

const textOf = (value: unknown): string =>
	typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';

const blocked = (problem: Problem): Composition => ({
	recipients: [],
	problems: [problem],
	draft: null,
	usage: [],
	warnings: [],
});

function readers(context: IExecuteFunctions, items: readonly INodeExecutionData[]) {
	const parameters = new Parameters(context, items);
	const mapped = parameters.mapper('variables');
	const variables = mapped
		? (at: number) => Object.fromEntries([...mapped].map(([name, column]) => [name, column(at)]))
		: (at: number): IDataObject => items[at]!.json;
	return {
		senderProfile: parameters.locator('senderProfile'),
		template: parameters.locator('template'),
		to: parameters.column('to'),
		variables,
		smsFallback: parameters.column('smsFallback'),
		from: parameters.column('fallback.from'),
		type: parameters.column('fallback.type'),
		title: parameters.column('fallback.title'),
		text: parameters.column('fallback.text'),
		messageKey: parameters.has('options.messageKey') ? parameters.column('options.messageKey') : null,
		scheduleAt: parameters.column('options.scheduleAt'),
		allowEmpty: parameters.column('options.allowEmptyVariables'),
		requireHttps: parameters.column('options.requireHttpsLinks'),
	};
}

function inputOf(
	read: ReturnType<typeof readers>,
	at: number,
	senderProfile: string,
	template: Template,
): AlimTalkInput {
	const fallback = read.smsFallback(at) === true;
	const type = read.type(at);
	return {
		to: read.to(at),
		senderProfile,
		template,
		values: read.variables(at),
		fallback: fallback
			? {
					from: read.from(at),
					type: type === 'SMS' || type === 'LMS' ? type : 'auto',
					title: String(read.title(at) ?? ''),
					text: String(read.text(at) ?? ''),
				}
			: null,
		scheduleAt: read.scheduleAt(at),
		allowEmpty: read.allowEmpty(at) === true,
		requireHttps: read.requireHttps(at) === true,
	};
}
