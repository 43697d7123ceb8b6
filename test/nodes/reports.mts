import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';
import { onTestFinished } from 'vitest';

import type { DealerId } from '../../sandbox/world/types.mts';
import type { Call } from '../harness/nodeMethods.mts';
import { type Listening, startTrigger } from '../harness/schedule.mts';
import { webhook } from '../harness/triggerCalls.mts';
import { TRIGGER } from './helpers.mts';
import { jsonOf, type Stage, THREE } from './kakao.mts';
import { proxy, type Proxy, type Verdict } from './proxy.mts';

let made = 0;

/** A report trigger with these parameters. The node remembers by workflow and node in the process: each has a workflow of its own. */
export const trigger = (kakao: Stage, dealer: DealerId, parameters: IDataObject, more: Partial<Call> = {}): Call => ({
	credentials: kakao.credentials(dealer),
	workflowId: `reports-${process.pid}-${++made}`,
	...more,
	node: { type: TRIGGER, webhookId: 'n8n-hook', parameters: parameters as Call['node']['parameters'] & object },
});

/** One that polls, switched on. */
export const startPolling = async (
	kakao: Stage,
	dealer: DealerId,
	parameters: IDataObject = {},
	more: Partial<Call> = {},
): Promise<Listening> =>
	await startTrigger(kakao.host, trigger(kakao, dealer, { receive: 'polling', everyMinutes: 5, ...parameters }, more));

/** Ids of all reports with which the workflow was started. */
export const startedWith = ({ emitted }: Listening) => emitted.flat().map(({ json }) => json.messageId);

/** What a trigger that has polled up to then has stored. */
export const polledUntil = (until: number): { staticData: IDataObject } => ({
	staticData: { 'node:Node': { alimTalkPolled: { until, seen: '' }, brandPolled: { until, seen: '' } } },
});

/** A dealer behind a proxy, for one test, and what leads a trigger there. */
export async function behind(
	kakao: Stage,
	dealer: DealerId,
	judge: Parameters<typeof proxy>[1],
): Promise<{ between: Proxy; there: Pick<Call, 'credentials'> }> {
	const between = await proxy(() => kakao.sandbox.urls[dealer], judge);
	onTestFinished(async () => await between.close());
	const fields = { ...kakao.credentials(dealer).kakaoBizMessageApi!, baseUrl: between.url };
	return { between, there: { credentials: { kakaoBizMessageApi: fields } } };
}

/** How any of the dealers refuses to answer. */
export const refusal = (text: string): Verdict => ({
	status: 400,
	body: {
		status: 400,
		errorCode: 'Broken',
		errorMessage: text,
		header: { isSuccessful: false, resultCode: -9990, resultMessage: text },
	},
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
