import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import type { WorkflowFile } from '../../tools/n8n/rest.mts';
import { evaluate, startEngine } from '../harness/expressions.mts';
import { n8nHost } from '../harness/n8nCore.mts';

/** A parameter of a bundled workflow's node. */
function parameterOf(file: string, node: string): Record<string, unknown> {
	const workflow = JSON.parse(readFileSync(`workflows/${file}.json`, 'utf8')) as WorkflowFile;
	return workflow.nodes.find(({ name }) => name === node)!.parameters as Record<string, unknown>;
}

async function shown(expression: unknown, rows: Parameters<typeof evaluate>[2]): Promise<unknown[]> {
	const host = await n8nHost();
	await startEngine(host, 'legacy');
	return await evaluate(host, String(expression), rows);
}

test('an answer of the staff that may have arrived is not called unsent: they would write it twice', async () => {
	const { completionTitle, completionMessage } = parameterOf('consult-desk', 'Page: Not Sent');
	// What n8n leaves of a lost answer, and of one that was refused.
	const rows = [
		{ error: 'n8n1: The hub may or may not have done it.' },
		{ error: 'Reply To is empty.', message: 'Map it.', details: { outcome: 'rejected' } },
	];
	const [perhaps, surely] = await shown(completionTitle, rows);
	expect([perhaps, surely]).toEqual([expect.stringMatching(/^Perhaps not/), expect.stringMatching(/^Not sent/)]);
	const [lost, refused] = await shown(completionMessage, rows);
	expect(lost).toMatch(/may or may not[^]*Look into the chat before you answer again/);
	expect(refused).toMatch(/^Reply To is empty\.\nMap it\.[^]*Open this form from the button/);
});

test('what a bot says behind the agent’s answer does not silence the follow-up', async () => {
	const { rules } = parameterOf('consult-follow-up', 'Is an Alarm Wanted?') as {
		rules: { values: { outputKey: string; conditions: { conditions: { leftValue: string }[] } }[] };
	};
	const again = rules.values.find(({ outputKey }) => outputKey === 'Agent wrote again');
	const at = (minute: string) => `2026-11-02T14:${minute}:00.000+09:00`;
	const messages = [
		{ from: 'bot', at: at('03') },
		{ from: 'agent', at: at('01') },
		{ from: 'customer', at: at('00') },
	];
	const session = { lastAgentMessageAt: at('03'), messages };
	expect(await shown(again?.conditions.conditions[0]?.leftValue, [{ session }])).toEqual([at('01')]);
});
