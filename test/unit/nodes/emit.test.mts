import type { IExecuteFunctions, INode, NodeExecutionHint } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { describe, expect, test } from 'vitest';

import { unknownReason } from '../../../kakao/delivery/reasons';
import { accepted, rejected, skipped, unknownOutcome, type Outcome } from '../../../kakao/message/outcome';
import { emit } from '../../../nodes/shared/emit';

const reason = (text: string) => ({ ...unknownReason(''), text, advice: 'Do this.' });
const OK = accepted('R/1', null);
const BAD = rejected(reason('Bad number.'));
const WHO_KNOWS = unknownOutcome(reason('Lost.'));
const AGAIN = skipped(reason('Sent before.'), 'R/9');

/** What the node puts out, and what it hints. */
function run(outcomes: readonly Outcome[], onError: INode['onError'] = 'stopWorkflow') {
	const hints: NodeExecutionHint[] = [];
	const context = {
		getNode: () => ({ name: 'Kakao', type: 'kakao', onError }) as INode,
		continueOnFail: () => onError !== 'stopWorkflow',
		addExecutionHints: (...given: NodeExecutionHint[]) => hints.push(...given),
	} as unknown as IExecuteFunctions;
	const settled = outcomes.map((outcome, itemIndex) => ({
		outcome,
		subject: {
			itemIndex,
			to: `0101234567${itemIndex}`,
			messageKey: `key-${itemIndex}`,
			provider: 'nhnCloud',
			senderProfile: '@shop',
			templateCode: 'T',
		},
	}));
	const [out = []] = emit(context, settled);
	return { out, hints, shown: out.map(({ json }) => json.outcome ?? json.error) };
}

describe('once something may have been sent, the node does not turn red: that would invite a second send', () => {
	test.each<[string, Outcome[]]>([
		['one accepted, one refused', [OK, BAD]],
		['one scheduled, one refused', [accepted('R/1', 1), BAD]],
		['one unknown, one refused', [WHO_KNOWS, BAD]],
		['only unknown', [WHO_KNOWS]],
		['one sent earlier, one refused', [AGAIN, BAD]],
	])('%s', (_, outcomes) => {
		const { shown, hints } = run(outcomes);
		expect(shown).toEqual(outcomes.map(({ outcome }) => outcome));
		expect(hints).toHaveLength(1);
	});

	test('the hint counts what was not accepted', () => {
		const { hints } = run([...Array.from({ length: 4988 }, () => OK), ...Array.from({ length: 12 }, () => BAD)]);
		expect(hints[0]?.message).toMatch(/^12 of 5,000 messages were not accepted/);
	});

	test('without failures there is no hint', () => {
		expect(run([OK, AGAIN]).hints).toEqual([]);
	});
});

describe('when every recipient was refused', () => {
	const refuse = (outcomes: Outcome[]) => {
		try {
			run(outcomes);
		} catch (error) {
			return error as NodeOperationError;
		}
		return undefined;
	};

	test('the workflow stops with the commonest reason first', () => {
		const error = refuse([BAD, rejected(reason('Rare.')), BAD]);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error?.message).toBe('None of 3 messages was accepted. 2 × Bad number. Do this.');
		expect(error?.description).toBe('2 × Bad number. Do this.<br>1 × Rare. Do this.');
	});

	test('a single one says its own reason', () => {
		expect(refuse([BAD])?.message).toBe('Bad number. Do this.');
	});

	test('with "Continue" they come out as items instead', () => {
		expect(run([BAD, BAD], 'continueRegularOutput').shown).toEqual(['rejected', 'rejected']);
	});
});

describe('with the error output', () => {
	const put = (outcomes: Outcome[]) => run(outcomes, 'continueErrorOutput').out;

	test('refused and unknown leave through it, each with its reason, its details and its item', () => {
		const out = put([BAD, OK, WHO_KNOWS, AGAIN]);
		expect(out.map(({ json, pairedItem }) => [json.error ?? json.outcome, pairedItem])).toEqual([
			['accepted', { item: 1 }],
			['skipped', { item: 3 }],
			['Bad number.', { item: 0 }],
			['Lost.', { item: 2 }],
		]);
		expect(out[2]?.json).toMatchObject({ message: 'Do this.', details: { to: '01012345670', messageKey: 'key-0' } });
	});

	test('Retry On Fail does not send again what may have been sent: no first item holds a json "error"', () => {
		for (const outcomes of [[WHO_KNOWS], [WHO_KNOWS, BAD], [BAD, WHO_KNOWS], [BAD, OK], [WHO_KNOWS, AGAIN]]) {
			const [first] = put(outcomes);
			expect(first?.json).not.toHaveProperty('error');
		}
	});

	test('and still that first item leaves through the error output', () => {
		const [first, second] = put([WHO_KNOWS, BAD]);
		expect(first?.error).toBeInstanceOf(NodeOperationError);
		expect(first?.json.outcome).toBe('unknown');
		expect(second?.json.error).toBe('Bad number.');
	});
});

test('every recipient is one item of the same shape, tied to its input', () => {
	const { out } = run([accepted('R/1', Date.UTC(2026, 11, 1, 0, 30), { said: 1 }), BAD]);
	expect(out[0]).toEqual({
		json: {
			outcome: 'scheduled',
			to: '01012345670',
			messageId: 'R/1',
			messageKey: 'key-0',
			provider: 'nhnCloud',
			senderProfile: '@shop',
			templateCode: 'T',
			scheduledAt: '2026-12-01T09:30:00.000+09:00',
			reason: null,
			raw: { said: 1 },
		},
		pairedItem: { item: 0 },
	});
	expect(Object.keys(out[1]!.json)).toEqual(Object.keys(out[0]!.json).filter((name) => name !== 'raw'));
});

test('nothing in, nothing out', () => {
	expect(run([]).out).toEqual([]);
});
