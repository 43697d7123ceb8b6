import type { AlimTalkMessage, Message } from '../../message/message';

/** Under which name our key travels; custom field names hold at most 30 characters (facts §2.2). */
export const KEY_FIELD = 'messageKey';

/** What every kind of message says: to whom, and our key. */
export const addressed = ({ to, key }: Message): object => ({
	to: to.national,
	...(to.country !== '82' && { country: to.country }),
	customFields: { [KEY_FIELD]: key },
});

/** Variable keys carry `#{}` here, unlike at NHN (facts §6.9). */
export const withSigns = (variables: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(variables).map(([name, value]) => [`#{${name}}`, value]));

/** One AlimTalk as SOLAPI takes it. */
export function toWire(message: AlimTalkMessage): object {
	const { fallback } = message;
	return {
		...addressed(message),
		type: 'ATA',
		...(fallback && { from: fallback.from, text: fallback.text }),
		...(fallback?.title && { subject: fallback.title }),
		kakaoOptions: {
			pfId: message.senderProfile,
			templateId: message.template.code,
			variables: withSigns(message.variables),
			// Left out, the fallback would be on and billed (facts §6.4).
			disableSms: fallback === null,
		},
	};
}

/** Bytes that every message costs beside its texts. */
const FRAME = 300;
/** A UTF-16 unit takes at most 3 bytes in UTF-8; escapes are rare enough to leave to the margin below 15 MB. */
const BYTES_PER_CHARACTER = 3;

/** An upper bound for a message whose texts have so many characters. */
export const weightOf = (characters: number): number => FRAME + characters * BYTES_PER_CHARACTER;

/** Characters that variables take, signs and quotes included. */
export function charactersOf(variables: Readonly<Record<string, string>>): number {
	let characters = 0;
	for (const name in variables) characters += name.length + variables[name]!.length + 8;
	return characters;
}

/** An upper bound of a message's size in the request, cheaper than writing it twice. */
export const weightOnWire = ({ variables, fallback, key }: AlimTalkMessage): number =>
	weightOf(key.length + (fallback ? fallback.text.length + fallback.title.length : 0) + charactersOf(variables));
