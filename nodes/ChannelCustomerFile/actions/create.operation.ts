import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { createFile, listFiles, type Column } from '../../../kakao/channel';
import type { Conversation } from '../../../kakao/delivery/conversation';
import { converse } from '../../../kakao/delivery/converse';
import type { Wire } from '../../../kakao/delivery/wire';
import type { Reason } from '../../../kakao/message/outcome';
import { failureReason } from '../../../kakao/partner/failure';
import { developersAccountOf } from '../../shared/developersAccount';
import { emitAs } from '../../shared/emit';
import { Parameters } from '../../shared/parameters';
import { inputReason, refuseBadInput } from '../../shared/refusals';
import { wireOf } from '../../shared/wire';
import { wishesOf, type Wish } from '../wish';

const WORDING = {
	unusable: 'files cannot be made as they are, so none was',
	nothing: 'Nothing was made.',
	others: 'To make the others anyway',
};
const WORDS = { failed: 'files were not made', none: 'files was made' };
/** Code of a name that is taken, or not allowed. */
const NAME_TAKEN = '-817';

interface Made {
	/** `existing`: somebody had made it before. */
	outcome: 'created' | 'existing' | 'rejected' | 'unknown';
	fileId: string | null;
	columns: readonly Column[] | null;
	reason: Reason | null;
}

/** Makes one file per item, one after another. */
export async function createFiles(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const { account } = await developersAccountOf(context);
	const parameters = new Parameters(context, items);
	const wishes = wishesOf(context, items, account, parameters);
	if (!context.continueOnFail()) refuseBadInput(context, wishes, WORDING);
	const wire = wireOf(context, account);
	const settled: { subject: Wish['subject']; wish: Wish; outcome: Made }[] = [];
	for (const wish of wishes) settled.push({ subject: wish.subject, wish, outcome: await make(wish, wire) });
	return emitAs(context, settled, { toItem: ({ wish, outcome }) => toItem(wish, outcome), words: WORDS });
}

/** Never throws: others may have been made already. */
async function make(wish: Wish, wire: Wire): Promise<Made> {
	if (wish.problems.length > 0) return notMade(inputReason(wish.problems));
	try {
		return await converse(makeOrFind(wish), wire);
	} catch (error) {
		return notMade(failureReason(error));
	}
}

/** @throws DealerFailure */
function* makeOrFind(wish: Wish): Conversation<Made> {
	try {
		return { outcome: 'created', fileId: yield* createFile(wish), columns: wish.columns, reason: null };
	} catch (error) {
		const reason = failureReason(error);
		if (!wish.useExisting || reason.code !== NAME_TAKEN) return notMade(reason);
		const { files } = yield* listFiles(wish.channelId);
		const found = files.find(({ name }) => name === wish.name);
		if (found === undefined) return notMade(reason);
		return { outcome: 'existing', fileId: found.id, columns: found.columns, reason: null };
	}
}

const notMade = (reason: Reason): Made => ({
	outcome: reason.kind === 'unknown' ? 'unknown' : 'rejected',
	fileId: null,
	columns: null,
	reason,
});

function toItem({ subject, channelId, name }: Wish, made: Made): INodeExecutionData {
	const json = {
		outcome: made.outcome,
		fileId: made.fileId,
		fileName: name,
		channelId,
		columns: made.columns as unknown as IDataObject[] | null,
		reason: made.reason as IDataObject | null,
	};
	return { json, pairedItem: { item: subject.itemIndex } };
}
