import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { composeBrand, type BrandComposition } from '../../kakao/message/brand/compose';
import type { BrandTemplate } from '../../kakao/message/brand/content';
import type { BrandMessage } from '../../kakao/message/brand/message';
import type { Problem } from '../../kakao/message/limits';
import { skipped } from '../../kakao/message/outcome';
import { advertisingTextProblems } from '../../kakao/policy/adLabel';
import { optedOutReason } from '../../kakao/policy/optOut';
import { blocked, orProblem, plainText, toEntries, type Choice, type Entry } from '../shared/entries';
import { keySource } from '../shared/messageKey';
import { noSenderProfile, TemplateStore } from '../shared/templateStore';
import type { Desk } from './desk';
import { brandInput, brandReaders, type BrandReaders } from './input';
import type { Law } from './law';
import type { PictureSources } from './pictures';
import { checkPictures } from './uploads';

export type BrandEntry = Entry<BrandMessage, BrandComposition>;

/**
 * Reads every item's parameters, makes its messages and settles those that the law keeps back. Asks the dealer for
 * templates only and loads pictures; uploads and sends nothing.
 */
export async function prepare(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	desk: Desk,
	law: Law,
	sources: PictureSources,
	options: { keepComposition: boolean },
): Promise<BrandEntry[]> {
	const read = brandReaders(context, items, sources);
	const now = desk.wire.now();
	const compose = await composer(context, items, desk, law, read, now);
	const entries = toEntries<BrandMessage, BrandComposition>(context, desk.account.dealer.id, compose.choices, {
		composeItem: compose.item,
		keyOf: keySource(context, read.messageKey),
		keepComposition: options.keepComposition,
	});
	const settled = entries.map((entry) => settle(context, entry, law, now));
	return await withPictureProblems(settled, sources);
}

/** Makes an item's message: the template's or the form's, with what the law wants of it. */
async function composer(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ account, brand, wire }: Desk,
	law: Law,
	read: BrandReaders,
	now: number,
) {
	const node = context.getNode();
	const templates = new TemplateStore<BrandTemplate>(node, brand, wire);
	const choices = items.map((_, at) =>
		orProblem(node, (): Choice => ({
			senderProfile: plainText(read.senderProfile(at)),
			templateCode: read.freeForm ? '' : plainText(read.template(at)),
		})),
	);
	if (!read.freeForm) await templates.load(choices.filter((choice) => 'templateCode' in choice));
	const templateOf = ({ senderProfile, templateCode }: Choice): BrandTemplate | null | { problem: Problem } => {
		if (senderProfile === '') return { problem: noSenderProfile };
		return read.freeForm ? null : templates.get(senderProfile, templateCode);
	};
	const item = (at: number): BrandComposition => {
		const choice = choices[at]!;
		const stopped = (problem: Problem) => blocked(node, () => read.to(at), problem);
		if ('problem' in choice) return stopped(choice.problem);
		const template = templateOf(choice);
		if (template && 'problem' in template) return stopped(template.problem);
		const input = orProblem(node, () => brandInput(read, at, choice.senderProfile, template));
		if ('problem' in input) return stopped(input.problem);
		const composition = composeBrand(input, account.dealer.capabilities, brand.capabilities, now);
		const { draft } = composition;
		composition.problems.push(...law.consentProblems(input.targeting));
		if (draft?.fallback)
			composition.problems.push(
				...advertisingTextProblems(draft.fallback.text, draft.unsubscribe, brand.capabilities.fallback.optOutLine),
			);
		return composition;
	};
	return { choices, item };
}

/** Opt-out, consent and, where it stops the run, the night. */
function settle(context: IExecuteFunctions, entry: BrandEntry, law: Law, now: number): BrandEntry {
	const { message, subject } = entry;
	const left = orProblem(context.getNode(), () => ({ reason: law.leavesOut(subject.itemIndex, now) }));
	if ('problem' in left) return { ...entry, message: null, problems: [...entry.problems, left.problem] };
	const reason = left.reason ?? (message && law.optOuts.has(message.to) ? optedOutReason : null);
	if (reason) return { ...entry, settled: skipped(reason) };
	const admission = message && law.gate(message, now);
	if (!admission || !('outcome' in admission)) return entry;
	const { outcome } = admission;
	if (outcome.outcome !== 'rejected' || outcome.reason === null) return entry;
	const { text, advice } = outcome.reason;
	const problem = { field: 'At Night', text: `keeps it back: ${text.replace(/\.$/, '')}`, cure: advice };
	return { ...entry, message: null, problems: [problem] };
}

/** Pictures are looked at only for messages that would go out. */
async function withPictureProblems(entries: BrandEntry[], sources: PictureSources): Promise<BrandEntry[]> {
	const going = entries.flatMap(({ message, settled }) => (message && !settled ? message.content : []));
	const problems = await checkPictures(going, sources);
	return entries.map((entry) => {
		const found = entry.message && !entry.settled ? problems.get(entry.message.content)! : [];
		return found.length === 0 ? entry : { ...entry, message: null, problems: found };
	});
}
