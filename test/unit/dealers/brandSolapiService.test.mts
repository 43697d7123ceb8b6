import { describe, expect, test } from 'vitest';

import { solapi } from '../../../kakao/dealers/solapi';
import { toReport } from '../../../kakao/dealers/solapi/reports';
import { toBatches } from '../../../kakao/delivery/batch';
import type { DealerRequest } from '../../../kakao/delivery/conversation';
import { message } from '../support/make.mts';
import { answer, lost, requestsOf, talk } from '../support/wires.mts';
import { brandMessage, brandTemplate } from './brandSolapiMake.mts';

const brand = solapi.brand!;
const context = { batchKey: 'k', now: () => Date.UTC(2026, 11, 1), claimed: new Set<string>(), includeRaw: false };

/** The group of a send: made, filled with these results, released. */
const group =
	(results: readonly object[], release = answer({})) =>
	(request: DealerRequest) => {
		if (request.path.endsWith('/messages')) return answer({ resultList: results });
		if (/\/(send|schedule)$/.test(request.path)) return release;
		return answer({ groupId: 'G', status: 'SENDING' });
	};
const result = (index: number, statusCode: string) => ({
	to: `010${20_000_000 + index}`,
	messageId: `M${index}`,
	statusCode,
	customFields: { messageKey: `sale-${index}` },
});

describe('a send', () => {
	const two = [brandMessage(), brandMessage({ index: 1, template: brandTemplate() })];

	test('goes out once as a group, free-form and templates together, and tells of each message', () => {
		const { result: outcomes, wishes } = talk(brand.send(two, context), group([result(1, '1083'), result(0, '2000')]));
		expect(outcomes).toMatchObject([
			{ outcome: 'accepted', messageId: 'G/M0' },
			{ outcome: 'rejected', reason: { code: '1083', kind: 'message' } },
		]);
		const requests = requestsOf(wishes);
		expect(requests.map(({ path }) => path.slice('/messages/v4/groups'.length))).toEqual([
			'',
			'/G/messages',
			'/G/send',
		]);
		expect(requests[1]?.body).toMatchObject({
			messages: [{ type: 'BMS_FREE' }, { kakaoOptions: { templateId: 'KA01BP1' } }],
		});
	});

	test('whose last answer is lost is not repeated once the group has gone', () => {
		const { result: outcomes, wishes } = talk(brand.send(two, context), (request) =>
			request.path.endsWith('/send') ? lost : group([result(0, '2000'), result(1, '2000')])(request),
		);
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
		expect(requestsOf(wishes).filter(({ path }) => path.endsWith('/send'))).toHaveLength(1);
	});

	test('at two times makes two requests, whatever the templates', () => {
		const later = brandMessage({ index: 2, scheduleAt: Date.UTC(2026, 11, 2) });
		expect(toBatches([...two, later], brand.batch).map(({ length }) => length)).toEqual([2, 1]);
	});
});

const kakao = (parts: object) => ({ kakaoOptions: parts });
const ROWS: Record<string, object> = {
	brandFree: { type: 'BMS_FREE', ...kakao({ bms: { targeting: 'I' } }) },
	brandOfTemplate: { type: 'BMS_TEXT', ...kakao({ templateId: 'KA01BP1', bms: { targeting: 'M' } }) },
	brandByTemplateAlone: { ...kakao({ templateId: 'KA01BP1' }) },
	brandReplaced: { type: 'LMS', replacement: true, text: '글', ...kakao({ bms: { targeting: 'I' } }) },
	alimTalk: { type: 'ATA', ...kakao({ templateId: 'ORDER_DONE', bms: null }) },
	alimTalkEmptyOptions: { type: 'ATA', ...kakao({ templateId: 'ORDER_DONE', bms: {} }) },
	alimTalkReplaced: { type: 'SMS', replacement: 1, text: '글', ...kakao({ templateId: 'KA01TP1' }) },
	sms: { type: 'SMS', text: '글' },
	smsWithNothing: { type: 'SMS', kakaoOptions: null },
};
const listed = answer({
	messageList: Object.fromEntries(
		Object.entries(ROWS).map(([name, row]) => [name, { messageId: name, groupId: 'G', statusCode: '4000', ...row }]),
	),
});

describe('reports of one kind', () => {
	const idsOf = (service: typeof brand | typeof solapi.alimTalk) =>
		talk(service.reportsBetween(0, 1), [listed]).result.map(({ messageId }) => messageId.slice(2));

	test('hold no message of the other, also where an SMS replaced it', () => {
		expect(idsOf(brand)).toEqual(['brandFree', 'brandOfTemplate', 'brandByTemplateAlone', 'brandReplaced']);
		expect(idsOf(solapi.alimTalk)).toEqual(['alimTalk', 'alimTalkEmptyOptions', 'alimTalkReplaced']);
	});

	test.each([
		['brandFree', 'delivered', 'brandMessage'],
		['brandByTemplateAlone', 'delivered', 'brandMessage'],
		['brandReplaced', 'fallbackDelivered', 'lms'],
		['alimTalk', 'delivered', 'alimtalk'],
		['alimTalkReplaced', 'fallbackDelivered', 'sms'],
	])('%s is %s by %s', (name, status, deliveredBy) => {
		expect(toReport({ statusCode: '4000', ...ROWS[name] })).toMatchObject({ status, deliveredBy });
	});

	test('are pushed by the same webhook', () => {
		const [pushed] = solapi.webhook!.reports([{ messageId: 'M', statusCode: '3102', ...ROWS.brandFree }]);
		expect(pushed?.report).toMatchObject({ status: 'failed', reason: { code: '3102', kind: 'recipient' } });
	});
});

describe('after a run that broke off', () => {
	const row = (parts: object) => ({
		messageId: 'M',
		groupId: 'G',
		to: '01020000000',
		statusCode: '2000',
		customFields: { messageKey: 'sale-0' },
		...parts,
	});
	const find = (rows: readonly object[], status = 'SENDING', one = brandMessage()) =>
		talk(brand.find([one], context), (request) =>
			request.path.includes('/list')
				? answer({ messageList: Object.fromEntries(rows.map((each, at) => [`M${at}`, each])) })
				: answer({ status }),
		).result;

	test('a free-form message that SOLAPI has is not sent again', () => {
		expect([...(find([row(ROWS.brandFree!)])?.values() ?? [])]).toEqual(['G/M']);
	});

	test('one in a group that was never released is sent', () => {
		expect(find([row(ROWS.brandFree!)], 'PENDING')?.size).toBe(0);
	});

	test('a message with the same key and number but another template, or an AlimTalk, does not count', () => {
		expect(find([row(ROWS.brandOfTemplate!), row(ROWS.alimTalk!), row(ROWS.sms!)])?.size).toBe(0);
		const order = message({ key: 'sale-0' });
		const rows = {
			messageList: { M: row(ROWS.brandFree!), N: row({ type: 'BMS_TEXT', ...kakao({ templateId: 'ORDER_DONE' }) }) },
		};
		expect(talk(solapi.alimTalk.find([order], context), [answer(rows)]).result?.size).toBe(0);
	});
});
