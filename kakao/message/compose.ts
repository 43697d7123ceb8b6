import type { Capabilities } from './capabilities';
import { buildFallback, fallbackLeftOvers, fillFallback, type FallbackInput } from './fallback';
import { alimTalkUsage, isNear, overLimit, type Problem, type Usage } from './limits';
import { linkProblems } from './links';
import type { AlimTalkMessage } from './message';
import { readValues } from './readValues';
import { refuseOverseasLms, resolveRecipients, type ResolvedRecipient } from './recipients';
import { scheduleProblems, toScheduleTime } from './schedule';
import type { Template } from './template';
import { fillContent } from './variables';

/** One item's parameters, as a person or an expression gives them. */
export interface AlimTalkInput {
	to: unknown;
	senderProfile: string;
	template: Template;
	/** Values by name, in whatever spelling (`name`, `#{name}`). */
	values: Readonly<Record<string, unknown>>;
	/** Null = fallback off. Texts may hold `#{names}`. */
	fallback: FallbackInput | null;
	scheduleAt: unknown;
	allowEmpty: boolean;
	requireHttps: boolean;
}

/** A message ready to be sent, but for its place in the run and its key. */
export type Draft = Omit<AlimTalkMessage, 'index' | 'key' | 'keyGiven'>;

/** What one item comes to: messages, or the problems that keep them from being sent. */
export interface Composition {
	recipients: ResolvedRecipient[];
	/** What concerns every recipient of the item. Nothing is sent while there is one. */
	problems: Problem[];
	/** Present when there are no problems, or only limits are exceeded: then a preview can still show it. */
	draft: Omit<Draft, 'to'> | null;
	usage: Usage[];
	/** What is allowed but worth knowing. */
	warnings: string[];
}

/** Makes an item's message and checks it against everything the dealer and Kakao would refuse. Sends nothing. */
export function composeAlimTalk(input: AlimTalkInput, capabilities: Capabilities, now: number): Composition {
	const recipients = resolveRecipients(input.to, capabilities);
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
		input.fallback && buildFallback(fillFallback(input.fallback, values), content.text, capabilities.fallback);
	if (built) {
		usage.push(...built.usage);
		problems.push(...built.problems, ...fallbackLeftOvers(built.fallback));
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

function warningsOf(usage: readonly Usage[], { alimTalkLimits }: Capabilities, fallback: boolean): string[] {
	const text = usage.find(({ field }) => field === 'text');
	const warnings = usage.filter(isNear).map(({ field, used, limit, unit }) => `${field}: ${used} of ${limit} ${unit}`);
	if (text && text.used > alimTalkLimits.textAdvised && text.used <= text.limit) {
		warnings.push(`text: ${text.used} characters; Kakao's guide promises only ${alimTalkLimits.textAdvised}`);
	}
	if (!fallback) warnings.push('SMS fallback is off: people without KakaoTalk get nothing');
	return warnings;
}
