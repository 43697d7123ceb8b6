import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { drawBrand } from '../../../kakao/message/brand/draw';
import { kstIso } from '../../../kakao/message/kst';
import { isNear } from '../../../kakao/message/limits';
import { Parameters } from '../../shared/parameters';
import { deskOf } from '../desk';
import { foresee, goesOut, type Foreseen } from '../foresee';
import { hintAtManyTexts } from '../hints';
import { lawOf } from '../law';
import { PictureSources, shownContent } from '../pictures';
import { prepare } from '../prepare';
import { summaryOf } from '../summary';

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
		entries.flatMap(({ message, settled }) => (message && !settled ? message : [])),
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

function toPreview(foreseen: Foreseen): INodeExecutionData {
	const { outcome, scheduledAt } = foreseen;
	const { subject, problems, composition } = foreseen.entry;
	const { draft = null, usage = [], warnings = [] } = composition ?? {};
	const json: IDataObject = {
		ready: goesOut(foreseen),
		wouldBe: outcome?.outcome ?? (scheduledAt === null ? 'sent' : 'scheduled'),
		to: subject.to,
		messageKey: subject.messageKey,
		provider: subject.provider,
		senderProfile: subject.senderProfile,
		templateCode: subject.templateCode,
		targeting: draft?.targeting ?? null,
		scheduledAt: scheduledAt === null ? null : kstIso(scheduledAt),
		reason: (outcome?.reason ?? null) as IDataObject | null,
		drawing: draft ? drawBrand(shownContent(draft.content)) : null,
		message: (draft ? shownContent(draft.content) : null) as unknown as IDataObject,
		fallback: (draft?.fallback ?? null) as unknown as IDataObject,
		limits: usage.map((each) => ({ ...each, near: isNear(each) })),
		problems: problems.map((problem) => ({ ...problem })),
		warnings,
	};
	return { json, pairedItem: { item: subject.itemIndex } };
}
