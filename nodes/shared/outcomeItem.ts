import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { kstIso } from '../../kakao/message/kst';
import type { Outcome, Reason } from '../../kakao/message/outcome';

/** What an outcome is about, as shown. */
export interface Subject {
	itemIndex: number;
	to: string;
	messageKey: string;
	provider: string;
	senderProfile: string;
	templateCode: string;
}

export interface Settled {
	subject: Subject;
	outcome: Outcome;
}

/** One output item per recipient, the same shape for every dealer. */
export function toItem({ subject, outcome }: Settled): INodeExecutionData {
	const json: IDataObject = {
		outcome: outcome.outcome,
		to: subject.to,
		messageId: outcome.messageId,
		messageKey: subject.messageKey,
		provider: subject.provider,
		senderProfile: subject.senderProfile,
		templateCode: subject.templateCode,
		scheduledAt: outcome.scheduledAt === null ? null : kstIso(outcome.scheduledAt),
		reason: outcome.reason as IDataObject | null,
	};
	if (outcome.raw !== undefined) json.raw = outcome.raw as IDataObject;
	return { json, pairedItem: { item: subject.itemIndex } };
}

/** Leaves through the error output when the node has one. */
export const isFailure = ({ outcome }: { outcome: { outcome: string } }): boolean =>
	outcome.outcome === 'rejected' || outcome.outcome === 'unknown';

/** What happened and what to do. A partner's own words often come without their full stop. */
export const sentence = ({ text, advice }: Pick<Reason, 'text' | 'advice'>): string =>
	`${/[\p{L}\p{N})]$/u.test(text) ? `${text}.` : text} ${advice}`;
