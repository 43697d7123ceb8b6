import type { BrandCapabilities, Capabilities } from '../capabilities';
import { buildFallback, fallbackLeftOvers, fillFallback, type FallbackInput } from '../fallback';
import { isNear, overLimit, type Problem, type Usage } from '../limits';
import { readNamed } from '../readValues';
import { refuseOverseasLms, resolveRecipients, type ResolvedRecipient } from '../recipients';
import { scheduleProblems, toScheduleTime } from '../schedule';
import { leftOvers } from '../variables';
import { brandLinkProblems, silenceProblems, templateProblems } from './checks';
import type { BrandContent, BrandTemplate } from './content';
import { fillBrand, namesIn, variableNames } from './fill';
import { filledProblems } from './filled';
import { brandUsage } from './lengths';
import type { BrandMessage, Targeting } from './message';
import { ruledTexts } from './parts';
import { structureProblems } from './structure';
import { resolveUnsubscribe } from './unsubscribe';

/** One item's parameters, as a person or an expression gives them. */
export interface BrandInput {
	to: unknown;
	senderProfile: string;
	/** Null = free-form. */
	template: BrandTemplate | null;
	/** The template's content or the form's, with `#{names}` inside. */
	content: BrandContent;
	/** Values by name, in whatever spelling (`name`, `#{name}`, `name@2`). */
	values: Readonly<Record<string, unknown>>;
	targeting: Targeting;
	adult: boolean;
	pushAlarm: boolean;
	unsubscribe: { number: unknown; authNumber: unknown };
	/** Null = fallback off. Texts may hold `#{names}`. */
	fallback: FallbackInput | null;
	scheduleAt: unknown;
	allowEmpty: boolean;
	requireHttps: boolean;
}

/** A message ready to be sent, but for its place in the run, its key and its recipient. */
export type BrandDraft = Omit<BrandMessage, 'index' | 'key' | 'keyGiven' | 'to'>;

/** What one item comes to: messages, or the problems that keep them from being sent. */
export interface BrandComposition {
	recipients: ResolvedRecipient[];
	/** What concerns every recipient of the item. Nothing is sent while there is one. */
	problems: Problem[];
	/** Present unless values are missing: a preview shows it with its problems. */
	draft: BrandDraft | null;
	usage: Usage[];
	/** What is allowed but worth knowing. */
	warnings: string[];
}

/** Makes an item's message and checks it against everything the dealer and Kakao would refuse. Sends nothing. */
export function composeBrand(
	input: BrandInput,
	capabilities: Capabilities,
	brand: BrandCapabilities,
	now: number,
): BrandComposition {
	const recipients = resolveRecipients(input.to, capabilities);
	const { template } = input;
	const rules = template ? brand.template : brand.freeForm;
	const problems = templateProblems(template);
	// What is written here may name any column of the row, in the text of its SMS as well.
	const ofFallback = template === null && input.fallback ? namesIn([input.fallback.title, input.fallback.text]) : [];
	const own = variableNames(input.content, template !== null && brand.valuesPerCard);
	const names = ofFallback.length > 0 ? [...new Set([...own, ...ofFallback])] : own;
	const read = readNamed(names, input, rules.variable);
	const scheduleAt = toScheduleTime(input.scheduleAt, capabilities.schedule.wholeMinutes);
	const unsubscribe = resolveUnsubscribe(input.unsubscribe, brand.unsubscribe);
	problems.push(
		...read.problems,
		...scheduleProblems(input.scheduleAt, scheduleAt, capabilities.schedule, now),
		...unsubscribe.problems,
		...silenceProblems(input.pushAlarm || brand.silent),
	);
	if (problems.length > 0) return { recipients, problems, draft: null, usage: [], warnings: [] };

	const content = fillBrand(input.content, read.values);
	const texts = ruledTexts(content, rules);
	const { usage, problems: breaks } = brandUsage(texts);
	if (template) problems.push(...filledProblems(content, input.content, rules));
	else
		problems.push(...structureProblems(content, rules), ...texts.flatMap(({ field, text }) => leftOvers(field, text)));
	problems.push(...breaks, ...brandLinkProblems(content, input, rules));
	const built = fallbackOf(input, content, read.values, capabilities, brand);
	if (built) {
		usage.push(...built.usage);
		problems.push(...built.problems);
	}
	problems.push(...overLimit(usage));
	const draft: BrandDraft = {
		senderProfile: input.senderProfile,
		scheduleAt,
		fallback: built?.fallback ?? null,
		template,
		variables: read.values,
		content,
		targeting: input.targeting,
		adult: input.adult,
		pushAlarm: input.pushAlarm,
		unsubscribe: unsubscribe.unsubscribe,
	};
	return {
		recipients: built?.fallback.type === 'LMS' ? recipients.map(refuseOverseasLms) : recipients,
		problems,
		draft,
		usage,
		warnings: usage.filter(isNear).map(({ field, used, limit, unit }) => `${field}: ${used} of ${limit} ${unit}`),
	};
}

function fallbackOf(
	{ fallback, template }: BrandInput,
	content: BrandContent,
	values: Readonly<Record<string, string>>,
	capabilities: Capabilities,
	brand: BrandCapabilities,
): ReturnType<typeof buildFallback> | null {
	if (!fallback) return null;
	const built = buildFallback(fillFallback(fallback, values), content.text ?? '', capabilities.fallback);
	const possible = template ? brand.fallback.template : brand.fallback.freeForm;
	if (!possible)
		built.problems.push({
			field: 'SMS fallback',
			text: `is not offered by this dealer for ${template ? 'template' : 'free-form'} Brand Messages`,
			cure: 'Switch it off, and send to those who got nothing with a node of its own after Get Result.',
		});
	if (built.fallback.text === '')
		built.problems.push({
			field: 'fallback text',
			text: 'is empty, and this kind of message has no text of its own',
			cure: 'Write one, or switch the SMS fallback off.',
		});
	built.problems.push(...fallbackLeftOvers(built.fallback));
	return built;
}
