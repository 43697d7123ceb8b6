import type { IDataObject } from 'n8n-workflow';

import type { ReplyTarget } from '../../kakao/consult/event.ts';
import type { ConsultMessage } from '../../sandbox/consult/types.mts';
import { makeHubBench, type HubBench } from '../contract/hubs/bench.mts';
import type { NodeRun, NodeUnderTest, RunOptions } from '../harness/n8nCore.mts';
import { NO_QUESTIONS, UNDER, type AnswerableHub } from './consultHubs.mts';
import { stage, type Stage } from './kakao.mts';

export { HUBS, type AnswerableHub } from './consultHubs.mts';

export const SEND = 'n8n-nodes-kakao-business.kakaoConsultMessageSend';
export const CREDENTIAL = 'kakaoConsultTalkApi';
export const SHOP = '@kakaoshop';

export interface RunSend extends RunOptions {
	parameters?: IDataObject;
	node?: Partial<NodeUnderTest>;
}

/** A customer at the shop's channel, the hub behind it, and the node that answers. */
export interface Desk {
	kakao: Stage;
	bench(hub: AnswerableHub): HubBench;
	credentials(hub: AnswerableHub): RunOptions['credentials'] & object;
	/** The channel moves to a hub and its customer writes: what the trigger would hand on. */
	begin(hub: AnswerableHub): Promise<ReplyTarget>;
	/** Runs the node; items are the trigger's unless the test wants others. */
	run(hub: AnswerableHub, operation: string, items: readonly IDataObject[], options?: RunSend): Promise<NodeRun>;
	/** Everything that a customer got, oldest first. */
	got(number?: string): Promise<ConsultMessage[]>;
	control<T>(method: string, path: string, body?: unknown): Promise<T>;
}

let executions = 0;

export function desk(): Desk {
	const kakao = stage();
	const benches = new Map<AnswerableHub, HubBench>();
	const bench = (id: AnswerableHub) => {
		const known = benches.get(id) ?? makeHubBench({ ...UNDER[id], keys: [], tells: NO_QUESTIONS }, () => kakao.sandbox);
		benches.set(id, known);
		return known;
	};
	const control: Desk['control'] = async (method, path, body) => await bench('happyTalk').control(method, path, body);
	const credentials: Desk['credentials'] = (id) => ({
		[CREDENTIAL]: {
			provider: id,
			baseUrl: `${kakao.sandbox.urls[id]}${UNDER[id].basePath}`,
			...UNDER[id].credential,
		},
	});
	return {
		kakao,
		bench,
		credentials,
		control,
		begin: async (id) => {
			await bench(id).renew();
			return await bench(id).begin();
		},
		run: async (id, operation, items, { parameters, node, ...options } = {}) =>
			await kakao.host.execute({
				credentials: credentials(id),
				executionId: `consult-${++executions}`,
				items: [...items],
				...options,
				node: {
					type: SEND,
					parameters: {
						operation,
						targetFrom: 'reply',
						reply: '={{ $json.reply }}',
						options: {},
						...parameters,
					} as NonNullable<NodeUnderTest['parameters']>,
					...node,
				},
			}),
		got: async (number = '01012345678') => {
			const chats = await control<{ channel: string; messages: ConsultMessage[] }[]>(
				'GET',
				`/api/consult/chats?number=${number}`,
			);
			const chat = chats.find((each) => each.channel === SHOP);
			return (chat?.messages ?? []).filter(({ from }) => from === 'agent' || from === 'bot');
		},
	};
}

export const itemOf = (reply: ReplyTarget, more: IDataObject = {}): IDataObject => ({
	reply: reply as unknown as IDataObject,
	...more,
});
