import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { maskPhone, maskPhonesIn } from '../../../kakao/message/mask';
import { parseMessageId, toMessageId } from '../../../kakao/message/reference';

describe('no customer’s number stands readable in an error or a log', () => {
	test.each([
		['01012345678', '010****5678'],
		['+12125550100', '+12****0100'],
		['1234567', '*******'],
		['', ''],
	])('%s is shown as %s', (number, masked) => {
		expect(maskPhone(number)).toBe(masked);
	});

	test.each([
		'01012345678',
		'010-1234-5678',
		'010 1234 5678',
		'010.1234.5678',
		'+82 10-1234-5678',
		'+821012345678',
		'821012345678',
		'011-234-5678',
		'8201012345678',
		'+82 010-1234-5678',
	])('%s inside a dealer’s sentence', (number) => {
		const masked = maskPhonesIn(`수신번호 ${number}는 잘못되었습니다.`);
		expect(masked).toContain('****5678');
		expect(masked).not.toMatch(/1?234[-. ]?5678/);
		expect(masked).toMatch(/^수신번호 .*는 잘못되었습니다\.$/);
	});

	test('every number of a list', () => {
		const sentence = maskPhonesIn('01011112222,010-3333-4444');
		expect(sentence).not.toMatch(/1111|3333/);
	});

	test('order numbers, amounts and codes stay readable', () => {
		for (const text of ['주문 20261201000123', '결제 1,012,000원', 'code -5000', 'A-0101234'])
			expect(maskPhonesIn(text)).toBe(text);
	});
});

test('a message id is read back as the request and message it was made of', () => {
	const part = fc.stringMatching(/^[\w-]{1,40}$/);
	fc.assert(
		fc.property(part, part, (request, message) => {
			expect(parseMessageId(toMessageId(request, message))).toEqual({ request, message });
		}),
	);
	expect(parseMessageId(' M4V2026 ')).toEqual({ request: '', message: 'M4V2026' });
});
