import type { CredentialData, N8nRest } from '../n8n/rest.mts';
import { residentMemory, watchMemory } from '../n8n/memory.mts';
import { type Case, sendingWorkflow } from './cases.mts';

/** What one row cost. */
export interface Result {
	row: Case;
	/** Time of the sending node, and of the whole run, in ms; scaled up where fewer were measured. */
	nodeMs: number;
	runMs: number;
	requests: number;
	largestBatch: number;
	/** Memory of n8n just before, and at its highest. */
	startMb: number | null;
	peakMb: number | null;
	/** What went wrong, in n8n's words. */
	error: string | null;
}

interface Stats {
	accepted: number;
	dealers: Record<string, { requests: number; largestBatch: number }>;
}

/** Runs one row in the n8n that is up, against the local Kakao that is up. */
export async function measure(
	row: Case,
	rest: N8nRest,
	credentials: CredentialData[],
	phoneUrl: string,
	pid: number,
): Promise<Result> {
	await call(phoneUrl, 'POST', '/api/reset', {});
	await call(phoneUrl, 'POST', '/api/latency', { ms: row.latencyMs });
	const workflow = await rest.importWorkflow(sendingWorkflow(row, credentials));
	const startMb = residentMemory(pid);
	const peak = watchMemory(pid);
	const run = await rest.run(workflow, 'Start');
	await rest.untilOver(run, 900_000);
	const peakMb = peak();
	const execution = await rest.execution(run);
	const stats = await call<Stats>(phoneUrl, 'GET', '/api/stats');
	await rest.removeWorkflow(workflow);
	const scale = row.recipients / row.measured;
	const asked = Object.values(stats.dealers);
	const send = execution.runData['Send']?.at(-1);
	const lost = stats.accepted === row.measured ? null : `${stats.accepted} of ${row.measured} accepted`;
	return {
		row,
		nodeMs: (send?.executionTime ?? 0) * scale,
		runMs: (Date.parse(execution.stoppedAt ?? '') - Date.parse(execution.startedAt)) * scale,
		requests: asked.reduce((sum, { requests }) => sum + requests, 0) * scale,
		largestBatch: Math.max(0, ...asked.map(({ largestBatch }) => largestBatch)),
		startMb,
		peakMb,
		error: execution.error?.message ?? send?.error?.message ?? lost,
	};
}

async function call<T>(base: string, method: string, path: string, body?: unknown): Promise<T> {
	const response = await fetch(base + path, {
		method,
		headers: { 'content-type': 'application/json' },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	if (!response.ok)
		throw new Error(`The local Kakao answered ${response.status} to ${method} ${path}: ${await response.text()}`);
	return (await response.json()) as T;
}
