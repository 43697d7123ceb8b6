import iconv from 'iconv-lite';
import type { TextMessage } from './types.mts';

/** Korean carriers count EUC-KR bytes: SMS 90, LMS 2,000, LMS title 40. */
export const TEXT_LIMITS = { sms: 90, lms: 2000, title: 40 } as const;

const rareBytes = new Map<string, number>();

/** What the code table says about a character that is neither ASCII nor a syllable; asked once per character. */
function bytesOf(character: string): number {
	let bytes = rareBytes.get(character);
	if (bytes === undefined) rareBytes.set(character, (bytes = iconv.encode(character, 'euc-kr').length));
	return bytes;
}

/**
 * Length of a text as Korean carriers count it: two bytes for a syllable, one for a Latin letter.
 * The two common cases are counted here because a campaign asks four times per recipient.
 */
export function euckrBytes(text: string): number {
	let bytes = 0;
	for (const character of text) {
		if (character < '\u0080') bytes += 1;
		else if (character >= '가' && character <= '힣' && character.length === 1) bytes += 2;
		else bytes += bytesOf(character);
	}
	return bytes;
}

/** Cuts a text to so many EUC-KR bytes without splitting a syllable (NHN truncates instead of refusing). */
export function cutToBytes(text: string, limit: number): string {
	if (euckrBytes(text) <= limit) return text;
	let bytes = 0;
	let kept = '';
	for (const character of text) {
		bytes += euckrBytes(character);
		if (bytes > limit) break;
		kept += character;
	}
	return kept;
}

/** Builds the text message that would replace an AlimTalk; without a type the length decides. */
export function textMessage(wish: {
	type?: 'SMS' | 'LMS' | undefined;
	from: string;
	title: string | null;
	text: string;
}): TextMessage {
	const bytes = euckrBytes(wish.text);
	const type = wish.type ?? (bytes <= TEXT_LIMITS.sms ? 'SMS' : 'LMS');
	return { type, from: wish.from, title: type === 'LMS' ? wish.title : null, text: wish.text, bytes };
}
