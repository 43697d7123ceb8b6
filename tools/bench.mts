/** `npm run bench`: this node, n8n's HTTP Request node and a one-by-one node, side by side in one real n8n. `-- --quick` for the 1,000s only, `-- --brand` for advertising only, `-- --callbacks` for the consult trigger only, `-- --relations` for the relationship check only. */
import { cpSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { callbackCases } from './bench/callbackCases.mts';
import { type CallbackResult, callbackTable, measureCallbacks } from './bench/callbacks.mts';
import { type Case, cases } from './bench/cases.mts';
import { measure, type Result } from './bench/measure.mts';
import { measureRelations, relationCases, type RelationResult, relationTable } from './bench/relations.mts';
import { linearity, table } from './bench/table.mts';
import { removeHome } from './n8n/home.mts';
import { installPackage } from './n8n/installPackage.mts';
import { type LocalKakao, startLocalKakao } from './n8n/localKakao.mts';
import { n8nFolder, root } from './n8n/paths.mts';
import { freePort } from './n8n/ports.mts';
import { N8nRest } from './n8n/rest.mts';
import { N8nServer } from './n8n/server.mts';

const home = join(n8nFolder, 'home-bench');
const running: Array<() => Promise<void>> = [];

async function end(): Promise<void> {
	for (const stop of running.splice(0).reverse()) await stop();
	removeHome(home);
}

/** What was asked for on the command line. An option that is misspelt must not cost half an hour. */
function wishes() {
	const flag = { type: 'boolean', default: false } as const;
	return parseArgs({ options: { quick: flag, brand: flag, callbacks: flag, relations: flag } }).values;
}

interface Stage {
	rest: N8nRest;
	n8n: N8nServer;
}

async function startN8n(kakao: LocalKakao): Promise<Stage> {
	const n8n = await N8nServer.start({ home, port: await freePort(), brokerPort: await freePort() });
	running.push(async () => await n8n.stop());
	const rest = new N8nRest(n8n.url);
	await rest.signIn();
	for (const credential of kakao.credentials) await rest.saveCredential(credential);
	return { rest, n8n };
}

async function prepare(): Promise<LocalKakao> {
	console.log('Starting the local Kakao and n8n …');
	removeHome(home);
	installPackage(home);
	cpSync(join(root, 'tools', 'bench', 'one-by-one'), join(home, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-bench'), {
		recursive: true,
	});
	const kakao = await startLocalKakao(0);
	running.push(kakao.stop);
	return kakao;
}

async function sends(kakao: LocalKakao, rows: Case[]): Promise<Result[]> {
	const results: Result[] = [];
	for (const [index, row] of rows.entries()) {
		process.stdout.write(
			`${index + 1}/${rows.length}  ${row.measured.toLocaleString('en-US')} × ${row.way}, ${row.latencyMs} ms … `,
		);
		// Memory that an earlier row has left behind would be counted against this one, so each has a new n8n …
		const { rest, n8n } = await startN8n(kakao);
		const run = async (measured: Case) => await measure(measured, rest, kakao.credentials, kakao.phoneUrl, n8n.pid);
		// … and since the first run of anything pays for loading and compiling, that is done before.
		await run({ ...row, recipients: 200, measured: 200 });
		const result = await run(row);
		await n8n.stop();
		results.push(result);
		console.log(result.error ?? `${Math.round((result.nodeMs * row.measured) / row.recipients)} ms`);
	}
	return results;
}

/** Callbacks of hubs, all in one n8n. */
async function callbacks(kakao: LocalKakao, calls: number): Promise<CallbackResult[]> {
	const { rest, n8n } = await startN8n(kakao);
	const results: CallbackResult[] = [];
	for (const row of callbackCases(calls)) {
		process.stdout.write(`${row.calls} callbacks to ${row.way} … `);
		const result = await measureCallbacks(row, rest, kakao.credentials, n8n.url);
		results.push(result);
		console.log(result.error ?? `${result.perSecond.toFixed(0)} per second`);
	}
	await n8n.stop();
	return results;
}

/** Who is a friend of the channel, each way in an n8n of its own. */
async function relations(kakao: LocalKakao, users: number): Promise<RelationResult[]> {
	const credential = kakao.credentials.find(({ name }) => name === 'Kakao Developers (local Kakao)');
	if (!credential) throw new Error('The local Kakao has no credential for Kakao Developers.');
	const results: RelationResult[] = [];
	for (const row of relationCases(users)) {
		process.stdout.write(`${users} users by ${row.way} … `);
		const { rest, n8n } = await startN8n(kakao);
		await measureRelations({ ...row, users: 200 }, rest, credential);
		const result = await measureRelations(row, rest, credential);
		await n8n.stop();
		results.push(result);
		console.log(result.error ?? `${Math.round(result.nodeMs)} ms`);
	}
	return results;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
	process.on(signal, () => void end().then(() => process.exit(1)));

try {
	const { quick, brand, ...others } = wishes();
	const everything = !brand && !others.callbacks && !others.relations;
	const all = everything || brand ? cases(quick) : [];
	const kakao = await prepare();
	const results = await sends(kakao, brand ? all.filter(({ product }) => product === 'Brand Message') : all);
	const called = everything || others.callbacks ? await callbacks(kakao, quick ? 300 : 1_000) : [];
	const related = everything || others.relations ? await relations(kakao, quick ? 1_000 : 10_000) : [];
	const [cpu] = cpus();
	console.log(
		`\n${cpus().length} × ${cpu?.model ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, n8n 2.41.1\n`,
	);
	if (results.length > 0) console.log(`${table(results)}\n\n${linearity(results)}`);
	if (called.length > 0) console.log(`\n${callbackTable(called)}`);
	if (related.length > 0) console.log(`\n${relationTable(related)}`);
} finally {
	await end();
}
