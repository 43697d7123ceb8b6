import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { inputReason } from '../../kakao/consult/limits';
import type { Conversation } from '../../kakao/delivery/conversation';
import type { Problem } from '../../kakao/message/limits';
import type { Reason } from '../../kakao/message/outcome';
import { DealerFailure } from '../../kakao/partner/failure';
import { orProblem } from '../shared/entries';
import { Parameters } from '../shared/parameters';
import type { ConsultSubject } from './emit';
import type { Done, Operation, Plan, Workbench } from './plan';
import { serialSource } from './serial';
import { targetReader } from './target';

/** One item: what is to be done, or what keeps it back. */
export interface ConsultEntry {
	subject: ConsultSubject;
	/** Null when there are problems. */
	plan: Plan | null;
	problems: readonly Problem[];
	/** The hub's rules in their own words, where it is they that keep it back. */
	reason?: Reason;
	/** Over before anything was asked. */
	settled?: Done;
}

/** Reads every item's parameters, and lets the hub's own rules look at what would be asked. Asks nothing. */
export function prepare(bench: Workbench, name: string, operation: Operation): ConsultEntry[] {
	const { context, items, hub } = bench;
	const node = context.getNode();
	const targetAt = targetReader(new Parameters(context, items), hub, operation.addresses);
	const deedAt = operation.reader(bench);
	const serialOf = serialSource(context);
	return items.map((_, itemIndex): ConsultEntry => {
		const target = orProblem(node, () => targetAt(itemIndex));
		const deed = orProblem(node, () => ({ plan: deedAt(itemIndex) }));
		const messageKey = serialOf(itemIndex);
		const known = 'problem' in target ? null : target;
		const subject = { itemIndex, messageKey, operation: name, provider: hub.id, target: known };
		const problems = [target, deed].flatMap((each) => ('problem' in each ? [each.problem] : []));
		if (!known || 'problem' in deed) return { subject, plan: null, problems };
		if (!known.canReply && operation.addresses === 'open')
			return { subject, plan: null, problems, settled: SESSION_ENDED };
		const plan = deed.plan(known, messageKey);
		const reason = plan.rehearse ? refusalOf(node, plan.rehearse()) : null;
		return reason ? { subject, plan: null, problems: [problemOf(reason)], reason } : { subject, plan, problems };
	});
}

const SESSION_ENDED: Done = {
	outcome: 'sessionEnded',
	messageId: null,
	sessionId: null,
	reason: {
		...inputReason(
			'sessionEnded',
			'The consult had ended already, so nothing was sent.',
			'Only the customer can open it again. If it must arrive, send an AlimTalk to the phone number.',
		),
		kind: 'time',
	},
};

/** Why a conversation ends before its first request; null for one that has something to ask. */
function refusalOf(node: INode, conversation: Conversation<Done>): Reason | null {
	try {
		const step = conversation.next();
		return step.done ? step.value.reason : null;
	} catch (error) {
		if (error instanceof DealerFailure) return error.reason;
		throw new NodeOperationError(node, error as Error);
	}
}

/** A problem is a sentence without its end, parted behind its first word. */
function problemOf({ text, advice }: Reason): Problem {
	const [field = '', ...rest] = text.replace(/\.$/, '').split(' ');
	return { field, text: rest.join(' '), cure: advice };
}
