import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { kstIso } from '../../../kakao/message/kst';
import { isNear } from '../../../kakao/message/limits';
import { accountOf } from '../../shared/credential';
import { wireOf } from '../../shared/wire';
import { advertisingWarning } from '../advertising';
import { prepare, type AlimTalkEntry } from '../prepare';

/** Shows each finished message with its lengths and problems. Asks the dealer for the template only; sends nothing. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const account = await accountOf(context);
	const entries = await prepare(context, items, account, wireOf(context, account), { keepComposition: true });
	const bad = entries.filter(({ message }) => message === null).length;
	context.addExecutionHints({
		type: bad > 0 ? 'warning' : 'info',
		location: 'outputPane',
		message: `Nothing was sent. ${entries.length - bad} of ${entries.length} messages are ready${bad > 0 ? `, ${bad} are not: see "problems"` : ''}.`,
	});
	return [entries.map(toPreview)];
}

function toPreview({ subject, message, problems, composition }: AlimTalkEntry): INodeExecutionData {
	const { draft = null, usage = [], warnings = [] } = composition ?? {};
	const advertising = draft ? advertisingWarning(draft.variables) : undefined;
	const json: IDataObject = {
		ready: message !== null,
		to: subject.to,
		messageKey: subject.messageKey,
		provider: subject.provider,
		senderProfile: subject.senderProfile,
		templateCode: subject.templateCode,
		templateName: draft?.template.name ?? null,
		scheduledAt: draft?.scheduleAt ? kstIso(draft.scheduleAt) : null,
		message: (draft?.content ?? null) as unknown as IDataObject,
		fallback: (draft?.fallback ?? null) as unknown as IDataObject,
		limits: usage.map((each) => ({ ...each, near: isNear(each) })),
		problems: problems.map((problem) => ({ ...problem })),
		warnings: [...warnings, ...(advertising ? [advertising] : [])],
	};
	return { json, pairedItem: { item: subject.itemIndex } };
}
