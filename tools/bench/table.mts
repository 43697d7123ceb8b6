import type { Result } from './measure.mts';

const number = (value: number) => Math.round(value).toLocaleString('en-US');
const seconds = (ms: number) => (ms < 995 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 9_950 ? 1 : 0)} s`);

/** How many times longer it took than our node did at NHN Cloud with as many recipients and the same latency. */
function ratio(result: Result, all: Result[]): string {
	const { recipients, latencyMs, kind, product } = result.row;
	const ours = all.find(
		({ row }) =>
			row.kind === 'ours' && row.product === product && row.recipients === recipients && row.latencyMs === latencyMs,
	);
	if (kind === 'ours' || !ours || ours.error !== null || ours.nodeMs === 0 || result.error !== null) return '';
	return `${(result.nodeMs / ours.nodeMs).toFixed(1)} ×`;
}

/** The results as a markdown table. */
export function table(results: Result[]): string {
	const head = [
		'recipients',
		'latency',
		'way',
		'node',
		'per second',
		'whole run',
		'requests',
		'largest batch',
		'peak memory',
		'against this node',
	];
	const lines = results.map((result) => {
		const { row, nodeMs, runMs, requests, largestBatch, startMb, peakMb, error } = result;
		const way = row.measured === row.recipients ? row.way : `${row.way} (${number(row.measured)} measured, scaled up)`;
		const cells = [number(row.recipients), `${row.latencyMs} ms`, way];
		if (error !== null) return [...cells, `did not finish: ${error.replaceAll('|', '/')}`, '', '', '', '', '', ''];
		const rate = nodeMs > 0 ? number((row.recipients / nodeMs) * 1000) : '';
		const memory = peakMb === null ? '' : `${number(peakMb)} MB (from ${number(startMb ?? 0)})`;
		return [
			...cells,
			seconds(nodeMs),
			rate,
			seconds(runMs),
			number(requests),
			number(largestBatch),
			memory,
			ratio(result, results),
		];
	});
	return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Cost per recipient from the smallest to the largest run of our node: 1.0 is a straight line. */
export function linearity(results: Result[]): string {
	const rows = results.filter(
		({ row, error }) => row.way === 'this node, NHN Cloud' && row.latencyMs === 0 && error === null,
	);
	const base = rows.find(({ row }) => row.recipients === 10_000);
	const large = rows.find(({ row }) => row.recipients === 100_000);
	if (!base || !large) return '';
	const perItem = (large.nodeMs / large.row.recipients / (base.nodeMs / base.row.recipients)).toFixed(2);
	return `One recipient among 100,000 costs ${perItem} times one among 10,000 (1.00 would be exactly linear).`;
}
