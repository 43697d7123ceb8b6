import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { BrandMessage } from '../../../kakao/message/brand/message';
import type { Outcome } from '../../../kakao/message/outcome';
import { deliverAll, emitEntries, sendable } from '../../shared/operations/send';
import { Parameters } from '../../shared/parameters';
import { claimPlaces, keptBack } from '../caps';
import { deskOf } from '../desk';
import { hintAtLeftOut, hintAtManyTexts } from '../hints';
import { lawOf, type Law } from '../law';
import { PictureSources } from '../pictures';
import { prepare } from '../prepare';
import { uploadPictures } from '../uploads';

/** Sends one Brand Message per recipient: whoever may get it, in the hours in which it may be sent. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const desk = await deskOf(context);
	const parameters = new Parameters(context, items);
	const law = lawOf(context, items, desk);
	const sources = new PictureSources(context, items);

	const entries = await prepare(context, items, desk, law, sources, { keepComposition: false });
	const messages = sendable(context, entries, parameters);
	hintAtManyTexts(context, messages, desk);
	const { ready, failed } = await uploadPictures(context, messages, sources, desk.brand, desk.wire);

	const sent = await withinCaps(
		[...ready.values()],
		law,
		context,
		desk.wire.now(),
		async (allowed) => await deliverAll(context, allowed, desk.brand, { ...desk, parameters, gate: law.gate }),
	);
	const outcomes = new Map(messages.map((message) => [message, failed.get(message) ?? sent.get(ready.get(message)!)!]));
	hintAtLeftOut(context, entries, outcomes);
	return emitEntries(context, entries, outcomes);
}

/** Takes places under the frequency caps before sending, and gives back those of messages that did not go out. */
async function withinCaps(
	messages: readonly BrandMessage[],
	law: Law,
	context: IExecuteFunctions,
	now: number,
	send: (allowed: readonly BrandMessage[]) => Promise<Map<BrandMessage, Outcome>>,
): Promise<Map<BrandMessage, Outcome>> {
	if (law.caps.length === 0) return await send(messages);
	const goesOutAt = (message: BrandMessage): number => {
		const admission = law.gate(message, now);
		return ('message' in admission ? admission.message.scheduleAt : null) ?? now;
	};
	const claims = await claimPlaces(context, messages, law, goesOutAt);
	const outcomes = await send(messages.filter((message) => !claims.refused.has(message)));
	for (const [message, reason] of claims.refused) outcomes.set(message, keptBack(reason));
	await claims.settle(outcomes);
	return outcomes;
}
