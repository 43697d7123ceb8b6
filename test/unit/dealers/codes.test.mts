import { describe, expect, test } from 'vitest';

import { KAKAO_CODES } from '../../../kakao/dealers/codes/kakao';
import { reasonFor, type CodeTable } from '../../../kakao/partner/codes';
import { refusal, SENS_CODES, sensReason } from '../../../kakao/dealers/naverSens/codes';
import { NHN_CODES } from '../../../kakao/dealers/nhnCloud/codes';
import { SOLAPI_CODES, solapiReason } from '../../../kakao/dealers/solapi/codes';
import { answer } from '../support/wires.mts';

const TABLES: [string, CodeTable][] = [KAKAO_CODES, NHN_CODES, SOLAPI_CODES, SENS_CODES].map((table) => [
	table.space,
	table,
]);

describe.each(TABLES)('%s codes', (_, table) => {
	test('are each a sentence of what happened and one of what to do', () => {
		for (const [code, [, text, advice]] of Object.entries(table.entries)) {
			expect(text, code).toMatch(/^\S.*\S\.$/);
			expect(advice, code).toMatch(/^\S.*\S\.$/);
		}
		expect(table.otherwise.advice).toMatch(/\.$/);
	});

	test('give their own sentence, and the dealer’s only where it alone names what is wrong', () => {
		for (const [code, [kind, text, advice, retryable]] of Object.entries(table.entries)) {
			const told = table.toldInWords?.codes.has(code) ? ` ${table.toldInWords.by}: field 010****5678` : '';
			expect(reasonFor(table, code, 'field 01012345678')).toEqual({
				code,
				codeSpace: table.space,
				kind,
				text: text + told,
				advice,
				retryable: retryable === 'retryable',
			});
		}
		for (const code of table.toldInWords?.codes ?? []) expect(table.entries).toHaveProperty([code]);
	});

	test('that are not in the table keep the dealer’s words, without anybody’s number', () => {
		const reason = reasonFor(table, 'no-such-code', '수신번호 010-1234-5678 오류');
		expect(reason.text).toContain('수신번호 010****5678 오류');
		expect(reason).toMatchObject({ code: 'no-such-code', codeSpace: table.space, retryable: false });
		expect(reasonFor(table, '777').text).toContain('777');
	});

	test.each(['constructor', '__proto__', 'toString'])('called %s are unknown like any other', (code) => {
		expect(reasonFor(table, code).text).toContain(code);
	});
});

describe('a message that may still arrive is never called worth sending again', () => {
	test.each(['3005', '4000', '4001', '4131', '4161'])('Kakao %s', (code) => {
		expect(reasonFor(KAKAO_CODES, code).retryable).toBe(false);
	});
});

test.each<[CodeTable, string]>([
	[KAKAO_CODES, '3006'],
	[KAKAO_CODES, '3010'],
	[KAKAO_CODES, '3012'],
	[KAKAO_CODES, '9998'],
	[KAKAO_CODES, '9999'],
	[NHN_CODES, '-7000'],
	[NHN_CODES, '-9999'],
	[SOLAPI_CODES, '1024'],
	[SOLAPI_CODES, '1030'],
])('passing trouble is called so (%#, %s)', ({ ...table }, code) => {
	expect(reasonFor(table, code).retryable).toBe(true);
});

test('only people whom AlimTalk cannot reach are called a matter of the recipient', () => {
	for (const code of ['3018', '3019', '3020', '3021']) expect(reasonFor(KAKAO_CODES, code).kind).toBe('recipient');
	expect(solapiReason('3104').kind).toBe('recipient');
	expect(reasonFor(NHN_CODES, '-5000').kind).toBe('recipient');
});

test('the same number means different things in different code spaces', () => {
	expect(sensReason('3019').codeSpace).toBe('kakao');
	expect(sensReason('B004')).toMatchObject({ codeSpace: 'naverSens', kind: 'account' });
	expect(solapiReason('3108').kind).toBe('time');
	expect(Object.keys(SOLAPI_CODES.entries)).not.toContain('4000');
	expect(Object.keys(SOLAPI_CODES.entries)).not.toContain('3000');
});

describe('SENS refuses a whole request in several shapes, and all are understood', () => {
	test.each([
		[{ errorMessage: '잘못된 요청' }],
		[{ errors: ['잘못된 요청'] }],
		[{ errors: [{ message: '잘못된 요청' }] }],
	])('%j', (body) => {
		expect(refusal(answer(body, 400))).toMatchObject({ code: 'HTTP 400', text: '잘못된 요청' });
	});

	test.each([401, 403, 404])('HTTP %i is about the credential', (status) => {
		expect(refusal(answer({}, status)).kind).toBe('credential');
	});
});
