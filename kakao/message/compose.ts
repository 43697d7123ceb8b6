import type { Capabilities } from './capabilities';
import { buildFallback } from './fallback';
import { alimTalkUsage, isNear, overLimit, type Problem, type Usage } from './limits';
import { linkProblems } from './links';
import type { AlimTalkMessage } from './message';
import { formatRecipient, normalisePhone, splitNumbers, type Recipient } from './phone';
import { scheduleProblems, toScheduleTime } from './schedule';
import type { Template } from './template';
import { collectVariables, comparableName, fill, fillContent, type Variable } from './variables';
import { valueToText } from './values';

/** One item's parameters, as a person or an expression gives them. */
export interface AlimTalkInput {
	to: unknown;
	senderProfile: string;
	template: Template;
	/** Values by name, in whatever spelling (`name`, `#{name}`). */
	values: Readonly<Record<string, unknown>>;
	/** Null = fallback off. Texts may hold `#{names}`. */
	fallback: { from: unknown; type: 'auto' | 'SMS' | 'LMS'; title: string; text: string } | null;
	scheduleAt: unknown;
	allowEmpty: boolean;
	requireHttps: boolean;
}

/** A message ready to be sent, but for its place in the run and its key. */
export type Draft = Omit<AlimTalkMessage, 'index' | 'key' | 'keyGiven'>;

/** What one item comes to: messages, or the problems that keep them from being sent. */
export interface Composition {
	recipients: ({ recipient: Recipient } | { given: string; problem: Problem })[];
	/** What concerns every recipient of the item. Nothing is sent while there is one. */
	problems: Problem[];
	/** Present when there are no problems, or only limits are exceeded: then a preview can still show it. */
	draft: Omit<Draft, 'to'> | null;
	usage: Usage[];
	/** What is allowed but worth knowing. */
	warnings: string[];
}

const variablesOf = new WeakMap<Template, readonly Variable[]>();

/** A template's variables, collected once per template. */
export function templateVariables(template: Template): readonly Variable[] {
	const known = variablesOf.get(template) ?? collectVariables(template.content);
	variablesOf.set(template, known);
	return known;
}

/** Makes an item's message and checks it against everything the dealer and Kakao would refuse. Sends nothing. */
export function composeAlimTalk(input: AlimTalkInput, capabilities: Capabilities, now: number): Composition {
	const recipients = splitNumbers(input.to).map((given) => toRecipient(given, capabilities));
	const { template } = input;
	const blocked = templateProblems(template);
	if (blocked.length > 0) return { recipients, problems: blocked, draft: null, usage: [], warnings: [] };

	const { values, problems } = readValues(template, input, capabilities.alimTalkLimits.variable);
	const scheduleAt = toScheduleTime(input.scheduleAt, capabilities.schedule.wholeMinutes);
	problems.push(...scheduleProblems(input.scheduleAt, scheduleAt, capabilities.schedule, now));
	if (problems.length > 0) return { recipients, problems, draft: null, usage: [], warnings: [] };

	const content = fillContent(template.content, values);
	const usage = alimTalkUsage(template, content, capabilities.alimTalkLimits);
	problems.push(...linkProblems(content, input));
	const built =
		input.fallback &&
		buildFallback(
			{ ...input.fallback, title: fill(input.fallback.title, values), text: fill(input.fallback.text, values) },
			content.text,
			capabilities.fallback,
		);
	if (built) {
		usage.push(...built.usage);
		problems.push(
			...built.problems,
			...leftOvers('fallback text', built.fallback.text),
			...leftOvers('fallback title', built.fallback.title),
		);
	}
	problems.push(...overLimit(usage));
	const reachable = built?.fallback.type === 'LMS' ? recipients.map(refuseOverseasLms) : recipients;
	const draft = {
		senderProfile: input.senderProfile,
		scheduleAt,
		fallback: built?.fallback ?? null,
		template,
		variables: values,
		content,
	};
	return {
		recipients: reachable,
		problems,
		draft,
		usage,
		warnings: warningsOf(usage, capabilities, input.fallback !== null),
	};
}

function toRecipient(given: unknown, { overseas }: Capabilities): Composition['recipients'][number] {
	const result = normalisePhone(given);
	if ('why' in result) return { given: result.given, problem: { field: 'To', text: result.why, cure: result.cure } };
	if (result.recipient.country !== '82' && !overseas) {
		return {
			given: formatRecipient(result.recipient),
			problem: {
				field: 'To',
				text: 'is an overseas number, which this dealer does not send to',
				cure: 'Use a dealer that does, or leave the row out.',
			},
		};
	}
	return result;
}

/** Outside Korea only SMS can replace a message (NHN guide; the others offer no more). */
function refuseOverseasLms(entry: Composition['recipients'][number]): Composition['recipients'][number] {
	if (!('recipient' in entry) || entry.recipient.country === '82') return entry;
	return {
		given: formatRecipient(entry.recipient),
		problem: {
			field: 'fallback text',
			text: 'is an LMS, and overseas numbers take SMS only',
			cure: 'Shorten it to 90 bytes, or switch the fallback off for this recipient.',
		},
	};
}

function templateProblems(template: Template): Problem[] {
	if (template.status === 'approved') return [];
	const state = {
		inReview: 'still in review',
		rejected: 'rejected by the review',
		stopped: 'stopped or dormant',
		approved: '',
	}[template.status];
	return [
		{
			field: 'Template',
			text: `"${template.code}" is ${state}`,
			cure: "Choose an approved template, or finish this one in the dealer's console.",
		},
	];
}

/** The template's variables as text; values for names that the template doesn't have are ignored (a row has more columns). */
function readValues(
	template: Template,
	input: AlimTalkInput,
	limit: number,
): { values: Record<string, string>; problems: Problem[] } {
	const values: Record<string, string> = {};
	const problems: Problem[] = [];
	let byComparableName: Map<string, unknown> | undefined;
	for (const { name } of templateVariables(template)) {
		let value: unknown = Object.hasOwn(input.values, name) ? input.values[name] : undefined;
		if (value === undefined) {
			byComparableName ??= new Map(Object.entries(input.values).map(([key, each]) => [comparableName(key), each]));
			value = byComparableName.get(comparableName(name));
		}
		const result = valueToText(value, input);
		const field = `variable #{${name}}`;
		if ('why' in result) problems.push({ field, text: result.why, cure: cureFor(value) });
		else if (result.text.length > limit)
			problems.push({
				field,
				text: `has ${result.text.length} characters, the limit is ${limit}`,
				cure: 'Shorten the value.',
			});
		else values[name] = result.text;
	}
	return { values, problems };
}

function cureFor(value: unknown): string {
	if (value === undefined) return 'Map the variable to a field, or name a column like it.';
	if (value === '') return 'Fill it in, or allow empty values under Options.';
	if (typeof value === 'string') return 'Turn the field into an expression so that n8n fills it in.';
	return 'Give a text, number or date, say with an expression that has a default.';
}

const leftOvers = (field: string, text: string): Problem[] =>
	/#\{|\{\{/.test(text)
		? [
				{
					field,
					text: 'still holds a placeholder after filling in',
					cure: 'Use only variables that the template has, written #{name}.',
				},
			]
		: [];

function warningsOf(usage: readonly Usage[], { alimTalkLimits }: Capabilities, fallback: boolean): string[] {
	const text = usage.find(({ field }) => field === 'text');
	const warnings = usage.filter(isNear).map(({ field, used, limit, unit }) => `${field}: ${used} of ${limit} ${unit}`);
	if (text && text.used > alimTalkLimits.textAdvised && text.used <= text.limit) {
		warnings.push(`text: ${text.used} characters; Kakao's guide promises only ${alimTalkLimits.textAdvised}`);
	}
	if (!fallback) warnings.push('SMS fallback is off: people without KakaoTalk get nothing');
	return warnings;
}
