import type { CredentialData, WorkflowFile } from '../n8n/rest.mts';
import { httpRequest, type NodeOf, oneByOne, ours, oursForBrand, type Product } from './sendingNodes.mts';
import { workflowOf } from './workflow.mts';

/** One row of the table. */
export interface Case {
	way: string;
	/** Recipients the row is about. */
	recipients: number;
	/** Recipients really sent; fewer than `recipients` where the wait would be long. */
	measured: number;
	latencyMs: number;
	/** Rows of the same group are compared with each other. */
	kind: 'ours' | 'burst' | 'batched' | 'sequential';
	product: Product;
	node: NodeOf;
}

/** The row's workflow: its recipients, each with their own variables, go to the node in question. */
export function sendingWorkflow(row: Case, credentials: CredentialData[]): WorkflowFile {
	const jsCode = `return Array.from({ length: ${row.measured} }, (_, i) => ({ json: { to: '010' + String(20000000 + i), '이름': '고객' + i, '항목': '주문', '번호': 'A-' + i, consentAt: '2026-03-01', optedOutAt: '' } }));`;
	return workflowOf(`${row.way}, ${row.measured}`, jsCode, { id: 'send', name: 'Send', ...row.node(credentials) });
}

const row = (
	kind: Case['kind'],
	way: string,
	recipients: number,
	latencyMs: number,
	node: NodeOf,
	measured = recipients,
): Case => ({
	kind,
	product: 'AlimTalk',
	way,
	recipients,
	measured,
	latencyMs,
	node,
});

/** What is compared. @param quick the 1,000s only */
export function cases(quick: boolean): Case[] {
	const rows: Case[] = [];
	for (const latency of [0, 50]) {
		for (const recipients of quick ? [1_000] : [1_000, 10_000]) {
			rows.push(row('ours', 'this node, NHN Cloud', recipients, latency, ours('nhnCloud')));
			rows.push(row('ours', 'this node, SOLAPI', recipients, latency, ours('solapi')));
			rows.push(row('ours', 'this node, Naver SENS', recipients, latency, ours('naverSens')));
			rows.push(row('burst', 'HTTP Request, all at once (its default)', recipients, latency, httpRequest('AlimTalk')));
			if (recipients === 1_000) {
				const batch = { batchSize: 50, batchInterval: 100 };
				rows.push(
					row(
						'batched',
						'HTTP Request, batches of 50 every 100 ms',
						recipients,
						latency,
						httpRequest('AlimTalk', batch),
					),
				);
			}
			// Ten thousand at 50 ms take nine minutes and tell nothing that one thousand don't.
			rows.push(
				row(
					'sequential',
					'one request after the other',
					recipients,
					latency,
					oneByOne,
					latency > 0 ? 1_000 : recipients,
				),
			);
		}
	}
	if (!quick) rows.push(row('ours', 'this node, NHN Cloud', 100_000, 0, ours('nhnCloud')));
	return [...rows, ...brandCases(quick)];
}

/** Advertising to recipients with their own variables. */
function brandCases(quick: boolean): Case[] {
	const recipients = quick ? 1_000 : 10_000;
	const rows = [0, 50].flatMap((latency) => [
		row('ours', 'BrandMessage, NHN Cloud', recipients, latency, oursForBrand('nhnCloud')),
		row('ours', 'BrandMessage, SOLAPI', recipients, latency, oursForBrand('solapi')),
		row('ours', 'BrandMessage, Naver SENS', recipients, latency, oursForBrand('naverSens')),
		row('burst', 'BrandMessage by HTTP Request (its default)', recipients, latency, httpRequest('Brand Message')),
	]);
	return rows.map((each) => ({ ...each, product: 'Brand Message' }));
}
