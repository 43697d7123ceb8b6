import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import type { DealerId } from '../../sandbox/world/types.mts';
import type { Call } from '../harness/nodeMethods.mts';
import { webhook } from '../harness/triggerCalls.mts';
import { TRIGGER } from './helpers.mts';
import { jsonOf, type Stage, THREE } from './kakao.mts';

/** The report trigger with these parameters. */
export const trigger = (kakao: Stage, dealer: DealerId, parameters: IDataObject, more: Partial<Call> = {}): Call => ({
	credentials: kakao.credentials(dealer),
	...more,
	node: { type: TRIGGER, webhookId: 'n8n-hook', parameters: parameters as Call['node']['parameters'] & object },
});

/** n8n as dealers see it: a real server that hands every call to the node, one after another, and keeps its static data. */
export interface Doorbell {
	url: string;
	/** What each started execution got. */
	executions: IDataObject[][];
	/** The status of each answer. */
	answers: number[];
	staticData: IDataObject;
	close(): Promise<void>;
}

export async function doorbell(kakao: Stage, call: () => Call): Promise<Doorbell> {
	let before: Promise<unknown> = Promise.resolve();
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			before = before.then(async () => {
				const headers = Object.fromEntries(
					Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
				);
				const answer = await webhook(kakao.host, {
					...call(),
					staticData: bell.staticData,
					body: Buffer.concat(chunks),
					headers,
				});
				bell.staticData = answer.staticData;
				const items = answer.result.workflowData?.[0];
				if (items) bell.executions.push(jsonOf(items));
				bell.answers.push(answer.answered?.status ?? 200);
				response.writeHead(answer.answered?.status ?? 200).end();
			});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const bell: Doorbell = {
		url: `http://127.0.0.1:${port}/webhook`,
		executions: [],
		answers: [],
		staticData: {},
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	return bell;
}

/** Sends to these numbers through the AlimTalk node, an SMS behind each; ids in order. */
export async function sendTo(
	kakao: Stage,
	dealer: DealerId,
	numbers: string[],
	options: IDataObject = {},
): Promise<string[]> {
	const parameters = {
		smsFallback: true,
		fallback: { from: '0212345678', text: '완료' },
		options: { maxRecipients: 10_000, ...options },
	};
	const rows = numbers.map((to) => ({ to, ...THREE }));
	const { outputs } = await kakao.run(rows, { dealer, parameters });
	return jsonOf(outputs[0]).map(({ messageId }) => String(messageId));
}
