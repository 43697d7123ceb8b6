import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { nhnCloud } from '../../../kakao/dealers/nhnCloud';
import { DEALERS } from '../../../kakao/dealers/registry';
import { solapi } from '../../../kakao/dealers/solapi';
import { answer, requestsOf, talk } from '../support/wires.mts';

const nhn = (body: unknown) => nhnCloud.webhook!.reports(body);
const sol = (body: unknown) => solapi.webhook!.reports(body);
const hook = {
	hookId: 'h1',
	kakaoMessageType: 'ALIMTALK_NORMAL',
	requestId: 'R',
	recipientSeq: 1,
	receiveDate: '2023-06-01',
	recipientNo: '01012345678',
	resultCode: '1000',
	recipientGroupingKey: 'order-1',
};

describe('NHN Cloud’s call', () => {
	test('with several results brings them all, each with an id by which a repeat is known', () => {
		const body = { event: 'MESSAGE_RESULT_UPDATE', hooks: [hook, { ...hook, hookId: undefined, recipientSeq: 2 }] };
		expect(nhn(body)).toMatchObject([
			{ id: 'h1', report: { status: 'delivered', messageId: 'R/1', messageKey: 'order-1', to: '01012345678' } },
			{ id: 'R/2/1000', report: { messageId: 'R/2' } },
		]);
	});

	test('about other products or template reviews is no report of ours', () => {
		expect(
			nhn({ event: 'MESSAGE_RESULT_UPDATE', hooks: [{ ...hook, kakaoMessageType: 'FRIENDTALK_NORMAL' }] }),
		).toEqual([]);
		expect(nhn({ event: 'TEMPLATE_STATUS_UPDATE', hooks: [hook] })).toEqual([]);
	});
});

describe('SOLAPI’s call', () => {
	const row = { messageId: 'M', groupId: 'G', statusCode: '4000', to: '01012345678' };

	test('is an array; a later state of the same message is not taken for a repeat', () => {
		const [first, second] = sol([{ ...row, statusCode: '3000' }, row]);
		expect(first).toMatchObject({ id: 'M/3000', report: { status: 'pending' } });
		expect(second).toMatchObject({ id: 'M/4000', report: { status: 'delivered', messageId: 'G/M' } });
	});

	test('about a whole group brings no half-empty reports', () => {
		expect(sol([{ groupId: 'G', status: 'COMPLETE' }])).toEqual([]);
	});
});

test.each(DEALERS.filter(({ webhook }) => webhook).map(({ id, webhook }) => [id, webhook!] as const))(
	'%s: anything at all posted to the address is taken calmly',
	(_, webhook) => {
		const body = fc.oneof(
			fc.anything(),
			fc.array(fc.anything()),
			fc.record({ event: fc.constant('MESSAGE_RESULT_UPDATE'), hooks: fc.anything() }),
			fc.array(fc.record({ messageId: fc.string(), customFields: fc.anything(), kakaoOptions: fc.anything() })),
		);
		fc.assert(
			fc.property(body, (each) => {
				for (const { id, report } of webhook.reports(each)) {
					expect(id).not.toBe('');
					expect(report.messageId).toContain('/');
				}
			}),
		);
	},
);

describe('registering at SOLAPI', () => {
	const { list, create, remove } = solapi.webhook!.register!;

	test.each([
		['bare', [{ webhookId: 'W1', url: 'https://a.kr/1' }]],
		['in list', { list: [{ webhookId: 'W1', url: 'https://a.kr/1' }] }],
		['in webhookList', { webhookList: [{ webhookId: 'W1', url: 'https://a.kr/1' }] }],
	])('finds what is registered, %s', (_, body) => {
		expect(talk(list(), [answer(body)]).result).toEqual([{ id: 'W1', url: 'https://a.kr/1' }]);
	});

	test('reads all pages, lest the same address be registered twice', () => {
		const page = (id: string, nextKey?: string) => answer({ list: [{ webhookId: id, url: id }], nextKey });
		expect(talk(list(), [page('W1', 'k'), page('W2')]).result.map(({ id }) => id)).toEqual(['W1', 'W2']);
	});

	test('asks for single reports with a secret of ours', () => {
		const entry = { url: 'https://n8n.example.com/webhook/1', name: 'n8n', secret: 's' };
		const { result, wishes } = talk(create(entry), [answer({ webhookId: 'W1' })]);
		expect(result).toBe('W1');
		expect(requestsOf(wishes)[0]?.body).toMatchObject({ ...entry, eventId: 'SINGLE-REPORT' });
	});

	test('removing what is already gone is no error, any other refusal is', () => {
		talk(remove('W1'), [answer({}, 404)]);
		expect(() => talk(remove('W1'), [answer({ errorCode: 'Forbidden', errorMessage: 'no' }, 403)])).toThrow(/webhook/);
	});
});
