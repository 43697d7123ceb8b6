import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';

import { eucKrBytes, unsendableCharacters } from '../../../kakao/message/bytes';

/** An encoder of other people's making: unencodable characters become "?". */
const encode = (text: string) => iconv.encode(text, 'cp949');
const survives = (character: string) => iconv.decode(encode(character), 'cp949') === character;

describe('the length of an SMS is the one on the bill', () => {
	test.each([
		['', 0],
		['hello', 5],
		['안녕하세요', 10],
		['홍길동님, 주문이 완료되었습니다.', 32],
		['a\nb', 3],
		['①②℃€', 8],
		['뷁똠방각하', 10],
	])('%j has %i bytes', (text, bytes) => {
		expect(eucKrBytes(text)).toBe(bytes);
	});

	test('for every text that can be sent, as an independent encoder counts', () => {
		const sendable = fc
			.oneof(
				fc.integer({ min: 0xac00, max: 0xd7a3 }),
				fc.integer({ min: 0x20, max: 0x7e }),
				fc.integer({ min: 0xa0, max: 0xffe6 }),
			)
			.map((code) => String.fromCharCode(code))
			.filter(survives);
		fc.assert(
			fc.property(fc.string({ unit: sendable }), (text) => {
				expect(eucKrBytes(text)).toBe(encode(text).length);
				expect(unsendableCharacters(text)).toEqual([]);
			}),
		);
	});
});

describe('what a phone without KakaoTalk can show', () => {
	test('all 11,172 Korean syllables, not only the 2,350 of the old standard', () => {
		const syllables = Array.from({ length: 11_172 }, (_, at) => String.fromCharCode(0xac00 + at)).join('');
		expect(unsendableCharacters(syllables).length).toBe(0);
		expect(eucKrBytes(syllables)).toBe(22_344);
	});

	test('emoji are found, each named once and whole', () => {
		expect(unsendableCharacters('축하🎉드려요🎉 💝')).toEqual(['🎉', '💝']);
		expect(unsendableCharacters('감사합니다 ❤')).toEqual(['❤']);
	});

	test('agrees with an independent encoder on every character of the basic plane', () => {
		const differences: string[] = [];
		for (let code = 0xa0; code <= 0xffff; code++) {
			if (code >= 0xd800 && code <= 0xf8ff) continue;
			const character = String.fromCharCode(code);
			if (survives(character) === unsendableCharacters(character).length > 0) differences.push(code.toString(16));
		}
		expect([differences.length, ...differences.slice(0, 5)]).toEqual([0]);
	});
});
