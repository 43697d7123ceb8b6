/** `npm start`: the local Kakao and a real n8n beside it, ready to press "Execute workflow". */
import { join } from 'node:path';
import { openBrowser } from './start/browser.mts';
import { openDoor } from './start/door.mts';
import { connectTriggers } from './start/connect.mts';
import { furnish, workflowFiles } from './start/furnish.mts';
import { installPackage } from './n8n/installPackage.mts';
import { startLocalKakao } from './n8n/localKakao.mts';
import { n8nFolder } from './n8n/paths.mts';
import { portFrom } from './n8n/ports.mts';
import { N8nRest, owner } from './n8n/rest.mts';
import { N8nServer } from './n8n/server.mts';

/** The tour: the first one is what the browser opens. */
const TOUR = [
	['order-notice', 'Order notice'],
	['friend-campaign', 'Campaign'],
	['consult-desk', 'Consult desk'],
	['consult-follow-up', 'Follow-up'],
	['lead-link', 'Lead link'],
	['friend-welcome', 'Friend welcome'],
	['win-back', 'Win-back'],
	['segment-sync', 'Segment sync'],
	['chatbot-faq', 'Chatbot FAQ'],
] as const;
const began = Date.now();
const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;

/** What must be ended at the end, last first. */
const running: Array<() => Promise<void>> = [];
let ending: Promise<void> | null = null;

function end(): Promise<void> {
	ending ??= (async () => {
		console.log('\nStopping …');
		for (const stop of running.reverse()) await stop();
	})();
	return ending;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	// In a terminal, Ctrl+C reaches us twice: from the terminal and from run.mjs.
	process.on(signal, () => void end().then(() => process.exit(0)));
}

/** One line for each workflow; the door's own address opens the first. */
const tour = (door: string): string =>
	TOUR.map(([id, name], at) => {
		const line = `  ${name.padEnd(14)} ${door}`;
		return at === 0 ? `${line}   (signs you in and opens the workflow)` : `${line}/${id}`;
	}).join('\n');

async function portSayingSo(wanted: number, whose: string): Promise<number> {
	const port = await portFrom(wanted);
	if (port !== wanted) console.log(`Port ${wanted} is taken by another program, so ${whose} uses ${port}.`);
	return port;
}

async function main(): Promise<void> {
	const home = join(n8nFolder, 'home');
	console.log('Starting the local Kakao …');
	const kakao = await startLocalKakao(5800);
	running.push(kakao.stop);

	console.log('Starting n8n (a few seconds; the very first time about twenty) …');
	installPackage(home);
	const port = await portSayingSo(5678, 'n8n');
	const n8n = await N8nServer.start({ home, port, brokerPort: await portFrom(port + 1) });
	running.push(async () => await n8n.stop());
	void n8n.untilEnd().then(async () => {
		if (ending) return;
		console.log(`n8n has ended by itself. The end of its log (${n8n.logFile}):\n${n8n.logTail()}`);
		await end();
		process.exit(1);
	});

	const rest = new N8nRest(n8n.url);
	await rest.signIn();
	const door = await openDoor(
		n8n.url,
		workflowFiles().map(({ id }) => id),
		TOUR[0][0],
	);
	running.push(door.close);
	await furnish(rest, kakao.credentials, { phone: kakao.phoneUrl, door: door.url });
	await connectTriggers(kakao, workflowFiles(), n8n.url);
	kakao.n8nIsAt(door.url);
	if (ending) return;

	console.log(`
Ready after ${seconds()}.

${tour(door.url)}
  The phone      ${kakao.phoneUrl}
  n8n itself     ${n8n.url}
                 sign in as ${owner.email} with the password ${owner.password}

Press "Execute workflow" in n8n and watch the phone. Ctrl+C stops everything.
`);
	await openBrowser(door.url);
}

try {
	await main();
} catch (error) {
	console.log(error instanceof Error ? error.message : String(error));
	await end();
	process.exit(1);
}
