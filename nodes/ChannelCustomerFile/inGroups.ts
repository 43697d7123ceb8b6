import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { FileTarget, GroupResult } from '../../kakao/channel';
import type { Conversation } from '../../kakao/delivery/conversation';
import { converse } from '../../kakao/delivery/converse';
import type { Wire } from '../../kakao/delivery/wire';
import type { Reason } from '../../kakao/message/outcome';
import { emitAs, type Words } from '../shared/emit';
import { inputReason, refuseBadInput, type Wording } from '../shared/refusals';
import type { Traveller } from './travellers';

/** What became of one user: what became of the group, as Kakao counts and doesn't say who is missing. */
interface Done {
	outcome: GroupResult['outcome'];
	reason: Reason | null;
	group: { number: number; of: number; asked: number; succeeded: number | null } | null;
	raw?: unknown;
}

interface Settled {
	subject: Traveller<{ id: string }>['subject'];
	traveller: Traveller<{ id: string }>;
	outcome: Done;
}

export interface Way<T> {
	travel(target: FileTarget, loads: readonly T[]): Conversation<GroupResult[]>;
	wording: Wording;
	words: Words;
	includeRaw: boolean;
}

/** Takes everybody there in groups, file by file, and puts out one item per user, in input order. */
export async function inGroups<T extends { id: string }>(
	context: IExecuteFunctions,
	travellers: readonly Traveller<T>[],
	wire: Wire,
	{ travel, wording, words, includeRaw }: Way<T>,
): Promise<INodeExecutionData[][]> {
	if (!context.continueOnFail()) refuseBadInput(context, travellers, wording);
	const ready = travellers.filter(({ load }) => load !== null);
	const done = new Map<Traveller<T>, Done>();
	for (const members of Map.groupBy(ready, ({ target }) => `${target!.channelId}/${target!.fileId}`).values()) {
		const loads = members.map(({ load }) => load!);
		const results = await converse(travel(members[0]!.target!, loads), wire);
		results.forEach(({ outcome, reason, asked, succeeded, raw, members: places }, at) => {
			const group = { number: at + 1, of: results.length, asked, succeeded };
			for (const place of places) done.set(members[place]!, { outcome, reason, group, raw });
		});
	}
	const settled = travellers.map((traveller): Settled => ({
		subject: traveller.subject,
		traveller,
		outcome: done.get(traveller) ?? notTaken(traveller),
	}));
	return emitAs(context, settled, {
		toItem: (each) => toItem(each, includeRaw),
		isFailure: ({ outcome }) => outcome.outcome !== 'done',
		words,
	});
}

const notTaken = ({ refused, problems }: Traveller<{ id: string }>): Done => ({
	outcome: 'rejected',
	reason: refused ?? inputReason(problems),
	group: null,
});

function toItem({ traveller, outcome }: Settled, includeRaw: boolean): INodeExecutionData {
	const { subject, target, user } = traveller;
	const json: IDataObject = {
		outcome: outcome.outcome,
		user,
		userType: target?.userType ?? null,
		fileId: target?.fileId ?? null,
		channelId: target?.channelId ?? null,
		group: outcome.group,
		reason: outcome.reason as IDataObject | null,
	};
	if (includeRaw && outcome.raw !== undefined) json.raw = outcome.raw as IDataObject;
	return { json, pairedItem: { item: subject.itemIndex } };
}
