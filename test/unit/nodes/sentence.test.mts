import { expect, test } from 'vitest';

import { sentence } from '../../../nodes/shared/outcomeItem';

test.each([
	['to is invalid', 'to is invalid. Look it up.'],
	['The number is dead.', 'The number is dead. Look it up.'],
	['발신번호 미등록', '발신번호 미등록. Look it up.'],
	['not a number (010****0001)', 'not a number (010****0001). Look it up.'],
	['Is it there?', 'Is it there? Look it up.'],
])('a partner’s words and our advice do not run into each other: %s', (text, told) => {
	expect(sentence({ text, advice: 'Look it up.' })).toBe(told);
});
