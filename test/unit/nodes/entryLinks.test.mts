import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { expect, test } from 'vitest';

import { buildEntryLink } from '../../../nodes/ConsultMessageSend/actions/buildEntryLink.operation';

test('while QR codes are drawn for many members n8n still answers: customers’ calls would be lost', async () => {
	const order: string[] = [];
	const context = {
		getNode: () => ({ parameters: { entryChannel: '@kakaoshop', qrCode: 'png' } }) as unknown as INode,
		getInputData: () => Array.from({ length: 10 }, () => ({ json: {} })),
		continueOnFail: () => false,
		helpers: {
			prepareBinaryData: async () => {
				order.push('drawn');
				return await Promise.resolve({});
			},
		},
	} as unknown as IExecuteFunctions;
	const done = buildEntryLink(context);
	let running = true;
	const turn = () => {
		order.push('free');
		if (running) setImmediate(turn);
	};
	setImmediate(turn);
	const [items] = await done;
	running = false;
	expect(items).toHaveLength(10);
	expect(order.filter((each) => each === 'drawn')).toHaveLength(10);
	expect(order.join(' ')).not.toContain('drawn drawn');
});
