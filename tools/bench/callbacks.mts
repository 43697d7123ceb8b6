import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { CredentialData, N8nRest, WorkflowFile } from '../n8n/rest.mts';
import type { CallbackCase } from './callbackCases.mts';

/** Callers at a time: a hub sends the messages of different customers side by side. */
const CALLERS = 10;

/** What one row cost. */
export interface CallbackResult {
	row: CallbackCase;
	perSecond: number;
	/** Milliseconds from the call to its answer. */
	p50: number;
	p99: number;
	error: string | null;
}

function workflowOf({ way, node: { credential, ...node } }: CallbackCase, webhookId: string): WorkflowFile {
	const credentials =
		credential === undefined ? {} : { credentials: { kakaoConsultTalkApi: { id: null, name: credential } } };
	const parameters = node.type.endsWith('.webhook') ? { ...node.parameters, path: webhookId } : node.parameters;
	return {
		name: way,
		nodes: [
			{ id: webhookId, name: 'Trigger', position: [0, 0], webhookId, ...node, parameters, ...credentials },
			{ id: 'end', name: 'End', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0], parameters: {} },
		],
		connections: { Trigger: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

/** Runs one row in the n8n that is up. */
export async function measureCallbacks(
	row: CallbackCase,
	rest: N8nRest,
	credentials: CredentialData[],
	n8nUrl: string,
): Promise<CallbackResult> {
	for (const credential of credentials) await rest.saveCredential(credential);
	const webhookId = randomUUID();
	const id = await rest.importWorkflow(workflowOf(row, webhookId));
	await rest.activate(id);
	const url = `${n8nUrl}/webhook/${webhookId}${row.suffix}`;
	await untilListening(url, row);
	await calls(url, { ...row, calls: 50 }, 1_000_000);
	const began = performance.now();
	const times = await calls(url, row, 0);
	const seconds = (performance.now() - began) / 1000;
	await rest.removeWorkflow(id);
	const at = (share: number) => times.good.toSorted((a, b) => a - b)[Math.floor(times.good.length * share)] ?? NaN;
	const odd = row.calls - times.good.length;
	return {
		row,
		perSecond: row.calls / seconds,
		p50: at(0.5),
		p99: at(0.99),
		error: odd > 0 ? `${odd} other answers, say ${times.odd}` : null,
	};
}

async function calls(url: string, row: CallbackCase, first: number): Promise<{ good: number[]; odd: number | null }> {
	const good: number[] = [];
	let [next, odd]: [number, number | null] = [0, null];
	const caller = async () => {
		while (next < row.calls) {
			const body = row.body(first + next++);
			const began = performance.now();
			const status = await call(url, body);
			if (status === row.status) good.push(performance.now() - began);
			else odd = status;
		}
	};
	await Promise.all(Array.from({ length: CALLERS }, caller));
	return { good, odd };
}

async function call(url: string, body: string): Promise<number> {
	const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
	await response.arrayBuffer();
	return response.status;
}

/** Activation ends in the background. */
async function untilListening(url: string, row: CallbackCase): Promise<void> {
	for (let tries = 0; tries < 100; tries++) {
		if ((await call(url, row.body(2_000_000))) === row.status) return;
		await delay(100);
	}
	throw new Error(`${row.way}: nobody listens at ${url}.`);
}

/** The results as a markdown table. */
export function callbackTable(results: readonly CallbackResult[]): string {
	const lines = results.map(({ row, perSecond, p50, p99, error }) => [
		row.way,
		row.calls.toLocaleString('en-US'),
		row.starts ? 'yes' : 'no',
		error ?? perSecond.toFixed(0),
		`${p50.toFixed(0)} ms`,
		`${p99.toFixed(0)} ms`,
	]);
	const head = ['callbacks to', 'calls', 'starts a workflow', 'per second', 'answer, median', 'p99'];
	return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
