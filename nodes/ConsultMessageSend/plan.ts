import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { ConsultOutcome, Desk, Hub } from '../../kakao/consult/contract';
import type { ReplyTarget } from '../../kakao/consult/event';
import type { Conversation } from '../../kakao/delivery/conversation';

/** What became of one item, and what was found out for it. */
export type Done = ConsultOutcome & { found?: IDataObject };

/** What is to be done for one item, ready but not begun. */
export interface Plan {
	/** The conversation as far as it can be told without loading files: what it refuses before its first request is bad input. */
	rehearse?(): Conversation<Done>;
	/** @throws BadInput for a file that cannot be loaded */
	begin(): Promise<Conversation<Done>>;
}

/** Who it is for, and the name of the message once and for all. */
export type Deed = (target: ReplyTarget, serial: string) => Plan;

/** Everything that an operation is made of reads its parameters once and its items one by one. */
export interface Workbench {
	context: IExecuteFunctions;
	items: readonly INodeExecutionData[];
	hub: Hub;
	desk: Desk;
}

/** One thing that can be said or done. */
export interface Operation {
	/** Completes "… cannot": what a hub may not be able to do. */
	ability: string;
	can(hub: Hub, desk: Desk): boolean;
	/** `open`: somebody in a consult that goes on; `customer`: somebody; `channel`: nobody in particular. */
	addresses: 'open' | 'customer' | 'channel';
	/** A reader that throws BadInput for an item that cannot be used. */
	reader(bench: Workbench): (itemIndex: number) => Deed;
}

/** A plan that needs no files. */
export const planOf = (conversation: () => Conversation<Done>): Plan => ({
	rehearse: conversation,
	begin: async () => conversation(),
});

/** What was asked for, beside an outcome; the hub's own answer apart. */
export function* foundOut<T extends object>(key: string, conversation: Conversation<T>): Conversation<Done> {
	const { raw, ...value } = (yield* conversation) as T & { raw?: unknown };
	return {
		outcome: 'done',
		messageId: null,
		sessionId: null,
		reason: null,
		found: { [key]: value as unknown as IDataObject },
		raw,
	};
}
