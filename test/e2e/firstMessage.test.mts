import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalKakao, startLocalKakao } from '../../tools/n8n/localKakao.mts';
import { workflowFiles } from '../../tools/start/furnish.mts';
import { TestBrowser } from '../harness/browser.mts';
import { RealN8n } from '../harness/realN8n.mts';

/** What `npm start` shows a newcomer, in a real n8n and a real browser. */
describe('the first message', () => {
	let kakao: LocalKakao;
	let n8n: RealN8n;
	let browser: TestBrowser;

	beforeAll(async () => {
		kakao = await startLocalKakao(0);
		n8n = await RealN8n.start();
		browser = await TestBrowser.start();
		for (const credential of kakao.credentials) await n8n.rest.saveCredential(credential);
	});

	afterAll(async () => {
		await browser?.stop();
		await n8n?.stop();
		await kakao?.stop();
	});

	it('every credential passes its own test', async () => {
		for (const credential of kakao.credentials) {
			const id = await n8n.rest.saveCredential(credential);
			const answer = await n8n.rest.testCredential({ ...credential, id });
			expect(answer.status, `${credential.name}: ${answer.message}`).toBe('OK');
		}
	});

	it('order-notice runs, and its message is on the phone page', async () => {
		const workflow = workflowFiles().find(({ id }) => id === 'order-notice');
		const trigger = workflow?.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
		if (!workflow || !trigger) throw new Error('workflows/order-notice.json with a manual trigger is missing.');
		const execution = await n8n.runToEnd(workflow, trigger.name);
		expect(execution.status, execution.error?.message ?? n8n.log).toBe('success');

		const response = await fetch(`${kakao.phoneUrl}/api/messages`);
		const messages = (await response.json()) as Array<{ to: string; bubble: { text: string } }>;
		const [newest] = messages;
		if (!newest) throw new Error('No message has reached the local Kakao.');
		const page = await browser.page();
		await page.goto(kakao.phoneUrl);
		const firstLine = newest.bubble.text.split('\n')[0] ?? '';
		await expect.poll(async () => await page.textContent('body'), { timeout: 20_000 }).toContain(firstLine);
	});
});
