import { eucKrBytes } from '../message/bytes';
import type { Unsubscribe } from '../message/brand/message';
import type { Problem } from '../message/limits';

/** The mark must stand at the very beginning, spelled just so: no dots or blanks between (정보통신망법 시행령 §61, [별표 6]). */
const MARK = '(광고)';
const OPT_OUT_WORDS = /수신\s*거부|수신\s*차단/;
const FREE_NUMBER = /080-?\d{3,4}-?\d{4}/;

/**
 * What an advertising text message lacks: the mark, the words and the free number by which people opt out. KakaoTalk
 * adds them to a Brand Message; a text message has only what the sender wrote, and this package never adds a word.
 */
export function advertisingTextProblems(text: string, unsubscribe: Unsubscribe | null): Problem[] {
	const field = 'fallback text';
	const problems: Problem[] = [];
	if (!text.startsWith(MARK))
		problems.push({ field, text: `does not begin with ${MARK}`, cure: `Begin it with ${MARK} and the sender's name.` });
	const number = FREE_NUMBER.exec(text)?.[0].replaceAll('-', '');
	if (!OPT_OUT_WORDS.test(text) || number === undefined)
		problems.push({
			field,
			text: 'does not say how to opt out',
			cure: `End it with a line like "무료수신거부 080-123-4567" (${eucKrBytes('\n무료수신거부 080-123-4567')} bytes).`,
		});
	else if (unsubscribe && number !== unsubscribe.number)
		problems.push({
			field,
			text: 'names another opt-out number than the message',
			cure: 'Use the same 080 number in both.',
		});
	return problems;
}
