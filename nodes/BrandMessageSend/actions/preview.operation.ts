import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { BrandContent } from '../../../kakao/message/brand/content';
import { drawBrand } from '../../../kakao/message/brand/draw';
import type { BrandMessage } from '../../../kakao/message/brand/message';
import { replacePictures } from '../../../kakao/message/brand/pictures';
import { kstIso } from '../../../kakao/message/kst';
import { isNear } from '../../../kakao/message/limits';
import { rejected, type Outcome } from '../../../kakao/message/outcome';
import { Parameters } from '../../shared/parameters';
import { inputReason } from '../../shared/refusals';
import { claimPlaces, keptBack } from '../caps';
import { deskOf } from '../desk';
import { count, hintAtManyTexts } from '../hints';
import { lawOf, type Law } from '../law';
import { PictureSources, shownPicture } from '../pictures';
import { prepare, type BrandEntry } from '../prepare';

const output: INodeProperties = {
	displayName: 'Output',
	name: 'previewOutput',
	type: 'options',
	noDataExpression: true,
	default: 'recipients',
	options: [
		{ name: 'One Item per Recipient', value: 'recipients', description: 'Each finished message with its problems' },
		{ name: 'One Summary', value: 'summary', description: 'Counts, reasons and a sample, for somebody to approve' },
	],
	displayOptions: { show: { operation: ['preview'] } },
};

export const description: INodeProperties[] = [output];

/** What would become of one recipient; null = the message would go out now or at its own time. */
interface Foreseen {
	entry: BrandEntry;
	outcome: Outcome | null;
	scheduledAt: number | null;
}

/** Shows what a send would do, for whom and for whom not. Uploads and sends nothing. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const desk = await deskOf(context);
	const law = lawOf(context, items, desk);
	const sources = new PictureSources(context, items);
	const entries = await prepare(context, items, desk, law, sources, { keepComposition: true });
	const foreseen = await foresee(context, entries, law, desk.wire.now());
	const summary = summaryOf(foreseen);
	hintAtManyTexts(
		context,
		entries.flatMap(({ message }) => message ?? []),
		desk,
	);
	context.addExecutionHints({
		type: summary.problems > 0 ? 'warning' : 'info',
		location: 'outputPane',
		message: `Nothing was sent. ${summary.text}`,
	});
	if (new Parameters(context, items).column('previewOutput', 'Output')(0) === 'summary')
		return [[{ json: summary as unknown as IDataObject, pairedItem: items.map((_, item) => ({ item })) }]];
	return [foreseen.map(toPreview)];
}

async function foresee(
	context: IExecuteFunctions,
	entries: readonly BrandEntry[],
	law: Law,
	now: number,
): Promise<Foreseen[]> {
	const first = entries.map((entry): Foreseen => {
		if (entry.settled) return { entry, outcome: entry.settled, scheduledAt: null };
		if (!entry.message) return { entry, outcome: rejected(inputReason(entry.problems)), scheduledAt: null };
		const admission = law.gate(entry.message, now);
		if ('outcome' in admission) return { entry, outcome: admission.outcome, scheduledAt: null };
		const { scheduleAt } = admission.message;
		if (!admission.held) return { entry, outcome: null, scheduledAt: scheduleAt };
		const held: Outcome = { outcome: 'held', messageId: null, scheduledAt: scheduleAt, reason: admission.held };
		return { entry, outcome: held, scheduledAt: scheduleAt };
	});
	if (law.caps.length === 0) return first;
	// By its real key a message that was sent earlier would find its place of then, and seem to go out once more.
	const run = context.getExecutionId();
	const going = new Map<BrandMessage, Foreseen>();
	first.forEach((each, at) => {
		const { message } = each.entry;
		if (message && (each.outcome === null || each.outcome.outcome === 'held'))
			going.set({ ...message, key: `preview ${run} ${at}` }, each);
	});
	// n8n's storage can only be asked by writing: the places are given back at once.
	const claims = await claimPlaces(
		context,
		[...going.keys()],
		law,
		(message) => going.get(message)!.scheduledAt ?? now,
	);
	await claims.settle(new Map());
	const refused = new Map([...claims.refused].map(([message, reason]) => [going.get(message)!, reason]));
	return first.map((each) => {
		const reason = refused.get(each);
		return reason ? { ...each, outcome: keptBack(reason), scheduledAt: null } : each;
	});
}

/** The content with its pictures as the user named them. */
const shown = (content: BrandContent): BrandContent => replacePictures(content, shownPicture);

function toPreview({ entry, outcome, scheduledAt }: Foreseen): INodeExecutionData {
	const { subject, problems, composition } = entry;
	const { draft = null, usage = [], warnings = [] } = composition ?? {};
	const json: IDataObject = {
		ready: outcome === null || outcome.outcome === 'held',
		wouldBe: outcome?.outcome ?? (scheduledAt === null ? 'sent' : 'scheduled'),
		to: subject.to,
		messageKey: subject.messageKey,
		provider: subject.provider,
		senderProfile: subject.senderProfile,
		templateCode: subject.templateCode,
		targeting: draft?.targeting ?? null,
		scheduledAt: scheduledAt === null ? null : kstIso(scheduledAt),
		reason: (outcome?.reason ?? null) as IDataObject | null,
		drawing: draft ? drawBrand(shown(draft.content)) : null,
		message: (draft ? shown(draft.content) : null) as unknown as IDataObject,
		fallback: (draft?.fallback ?? null) as unknown as IDataObject,
		limits: usage.map((each) => ({ ...each, near: isNear(each) })),
		problems: problems.map((problem) => ({ ...problem })),
		warnings,
	};
	return { json, pairedItem: { item: subject.itemIndex } };
}

/** A campaign at a glance. */
interface Summary {
	recipients: number;
	/** Would go out now or at their own scheduled time. */
	ready: number;
	held: number;
	skipped: number;
	problems: number;
	/** Why the others don't go out now, most frequent reason first, with the first of their numbers. */
	leftOut: { reason: string; count: number; to: string[] }[];
	/** The first message that would go out, drawn as text. */
	sample: string | null;
	text: string;
}

function summaryOf(foreseen: readonly Foreseen[]): Summary {
	const having = (...kinds: Outcome['outcome'][]) =>
		foreseen.filter(({ outcome }) => outcome !== null && kinds.includes(outcome.outcome)).length;
	const ready = foreseen.filter(({ outcome }) => outcome === null).length;
	const held = having('held');
	const left = having('skipped');
	const problems = having('rejected');
	const sample = foreseen.find(
		({ outcome, entry }) => (outcome === null || outcome.outcome === 'held') && entry.message,
	);
	return {
		recipients: foreseen.length,
		ready,
		held,
		skipped: left,
		problems,
		leftOut: leftOutOf(foreseen),
		sample: sample ? drawBrand(shown(sample.entry.message!.content)) : null,
		text: `${count(ready)} of ${count(foreseen.length)} messages would go out, ${count(held)} would be held until morning, ${count(left)} are left out, ${count(problems)} cannot be sent as they are.`,
	};
}

/** Numbers named for each reason: enough to look somebody up, no second list of customers. */
const NAMED = 10;

function leftOutOf(foreseen: readonly Foreseen[]): Summary['leftOut'] {
	const left = foreseen.filter(({ outcome }) => outcome?.reason);
	return [...Map.groupBy(left, ({ outcome }) => outcome!.reason!.text)]
		.map(([reason, those]) => ({
			reason,
			count: those.length,
			to: those.slice(0, NAMED).map(({ entry }) => entry.subject.to),
		}))
		.sort((one, other) => other.count - one.count);
}
