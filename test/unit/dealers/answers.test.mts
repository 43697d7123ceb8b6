import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readSend as readSens } from '../../../kakao/dealers/naverSens/send';
import { nhnCloud } from '../../../kakao/dealers/nhnCloud';
import { readSend as readNhn } from '../../../kakao/dealers/nhnCloud/answers';
import { naverSens } from '../../../kakao/dealers/naverSens';
import type { Outcome } from '../../../kakao/message/outcome';
import { message } from '../support/make.mts';
import { answer, talk } from '../support/wires.mts';

const two = [0, 1].map((index) => message({ index }));
const kinds = (outcomes: Outcome[] | string) =>
	typeof outcomes === 'string' ? outcomes : outcomes.map(({ outcome }) => outcome);
const nhn = (resultCode: number, isSuccessful: boolean, sent: object | null = null) =>
	answer({ header: { resultCode, resultMessage: 'said', isSuccessful }, message: sent });
const row = (resultCode: number, recipientSeq: number) => ({ resultCode, recipientSeq, resultMessage: 'said' });

describe('NHN Cloud’s answer to a send', () => {
	const read = (given: ReturnType<typeof answer>, batch = two) => readNhn(given, batch, false);

	test('is read recipient by recipient, though the header says success', () => {
		const outcomes = read(nhn(0, true, { requestId: 'R', sendResults: [row(0, 1), row(-5000, 2)] }));
		expect(outcomes).toMatchObject([
			{ outcome: 'accepted', messageId: 'R/1' },
			{ outcome: 'rejected', reason: { code: '-5000', kind: 'recipient' } },
		]);
	});

	test('that refuses Kakao but not the SMS is an acceptance only where the fallback is on', () => {
		const fallback = { type: 'SMS' as const, from: '', title: '', text: '완료' };
		const sent = nhn(0, true, { requestId: 'R', sendResults: [row(-3010, 1), row(-3010, 2)] });
		expect(kinds(read(sent, [{ ...two[0]!, fallback }, two[1]!]))).toEqual(['accepted', 'rejected']);
	});

	test('"key used already" is a repeat, not a refusal', () => {
		expect(read(nhn(-1005, false))).toBe('duplicate');
	});

	test('that refuses everything is a refusal for each', () => {
		expect(read(nhn(-3003, false))).toMatchObject([
			{ outcome: 'rejected', reason: { code: '-3003' } },
			{ outcome: 'rejected', reason: { code: '-3003' } },
		]);
	});

	test.each<[string, ReturnType<typeof answer>]>([
		['an HTML page', answer('<html>')],
		['nothing', answer(undefined)],
		['fewer results than recipients', nhn(0, true, { requestId: 'R', sendResults: [row(0, 1)] })],
		['no request id', nhn(0, true, { sendResults: [row(0, 1), row(0, 2)] })],
	])('that is %s proves nothing: the dealer is asked', (_, given) => {
		expect(read(given)).toBe('unclear');
	});
});

describe('SENS’s answer to a send', () => {
	const context = () => ({ claimed: new Set<string>(), includeRaw: false });
	const sent = (codes: readonly string[]) =>
		answer(
			{ requestId: 'R', messages: codes.map((code, at) => ({ messageId: `m${at}`, requestStatusCode: code })) },
			202,
		);

	test('is read message by message, though the HTTP answer is 202', () => {
		expect(readSens(sent(['A000', 'B004']), two, context())).toMatchObject([
			{ outcome: 'accepted', messageId: 'R/m0' },
			{ outcome: 'rejected', reason: { code: 'B004' } },
		]);
	});

	test('claims its request, so that a later look-up does not take it for another batch', () => {
		const mine = context();
		readSens(sent(['A000', 'A000']), two, mine);
		expect([...mine.claimed]).toEqual(['R']);
	});

	test('with fewer messages than sent proves nothing', () => {
		expect(readSens(sent(['A000']), two, context())).toBe('unclear');
	});
});

test('no answer whatever makes a send stumble after it has gone out', () => {
	const body = fc.oneof(
		fc.anything(),
		fc.record({ requestId: fc.anything(), messages: fc.anything(), message: fc.anything(), header: fc.anything() }),
	);
	fc.assert(
		fc.property(body, fc.integer({ min: 200, max: 499 }), (each, status) => {
			const given = answer(each, status);
			for (const outcomes of [
				readNhn(given, two, true),
				readSens(given, two, { claimed: new Set(), includeRaw: true }),
			])
				if (Array.isArray(outcomes)) expect(outcomes).toHaveLength(2);
				else expect(['unclear', 'duplicate']).toContain(outcomes);
		}),
	);
});

describe('after a run that broke off, a message counts as sent only if the dealer took it', () => {
	const [first] = two;
	const context = { now: () => Date.UTC(2026, 11, 1) };
	const listed = { to: first!.to.national, templateCode: first!.template.code, content: first!.content.text };

	test('SENS: what it lists as refused is sent again', () => {
		const find = (requestStatusCode: string) => {
			const messages = [{ ...listed, requestId: 'R', messageId: 'm', requestStatusCode }];
			return talk(naverSens.alimTalk.find([first!], context), [answer({ messages })]).result?.size;
		};
		expect(find('A000')).toBe(1);
		expect(find('B004')).toBe(0);
	});

	test('NHN Cloud: what was cancelled is sent again', () => {
		const find = (messageStatus: string) => {
			const messages = [
				{ requestId: 'R', recipientSeq: 1, recipientNo: listed.to, recipientGroupingKey: first!.key, messageStatus },
			];
			const reply = answer({ header: { isSuccessful: true }, messageSearchResultResponse: { messages } });
			return talk(nhnCloud.alimTalk.find([first!], context), [reply]).result?.size;
		};
		expect(find('COMPLETED')).toBe(1);
		expect(find('CANCEL')).toBe(0);
	});
});
