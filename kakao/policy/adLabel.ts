import { eucKrBytes } from '../message/bytes';
import type { Unsubscribe } from '../message/brand/message';
import type { Problem } from '../message/limits';

/** The mark must stand at the very beginning, spelled just so: no dots or blanks between (정보통신망법 시행령 §61, [별표 6]). */
const MARK = '(광고)';
/** How the line reads by which people opt out. */
export interface OptOutLine {
	pattern: RegExp;
	example: string;
}

const USUAL: OptOutLine = { pattern: /(?:무료|수신)\s*거부|수신\s*차단/, example: '무료수신거부 080-123-4567' };

const FREE_NUMBER = /(?<!\d)080-?\d{3,4}-?\d{4}(?!\d)/g;

/**
 * What an advertising text message lacks: the mark, the words and the free number by which people opt out. KakaoTalk
 * adds them to a Brand Message; a text message has only what the sender wrote, and this package never adds a word.
 */
export function advertisingTextProblems(
	text: string,
	unsubscribe: Unsubscribe | null,
	line: OptOutLine = USUAL,
): Problem[] {
	const field = 'fallback text';
	const problems: Problem[] = [];
	if (!text.startsWith(MARK))
		problems.push({ field, text: `does not begin with ${MARK}`, cure: `Begin it with ${MARK} and the sender's name.` });
	const numbers = [...text.matchAll(FREE_NUMBER)].map(([number]) => number.replaceAll('-', ''));
	if (!line.pattern.test(text) || numbers.length === 0)
		problems.push({
			field,
			text: 'does not say how to opt out',
			cure: `End it with ${line.example} (${eucKrBytes(line.example)} bytes), with your own number.`,
		});
	else if (unsubscribe && !numbers.includes(unsubscribe.number))
		problems.push({
			field,
			text: 'names another opt-out number than the message',
			cure: 'Use the same 080 number in both.',
		});
	return problems;
}
