import type { AlimTalkMessage } from '../../message/message';

/** Under which name our key travels; custom field names hold at most 30 characters (facts §2.2). */
export const KEY_FIELD = 'messageKey';

/** One message as SOLAPI takes it. Variable keys carry `#{}` here, unlike at NHN (facts §6.9). */
export function toWire(message: AlimTalkMessage): object {
	const { to, fallback } = message;
	return {
		to: to.national,
		...(to.country !== '82' && { country: to.country }),
		type: 'ATA',
		...(fallback && { from: fallback.from, text: fallback.text }),
		...(fallback?.title && { subject: fallback.title }),
		customFields: { [KEY_FIELD]: message.key },
		kakaoOptions: {
			pfId: message.senderProfile,
			templateId: message.template.code,
			variables: Object.fromEntries(Object.entries(message.variables).map(([name, value]) => [`#{${name}}`, value])),
			// Left out, the fallback would be on and billed (facts §6.4).
			disableSms: fallback === null,
		},
	};
}

/** Bytes that every message costs beside its texts. */
const FRAME = 300;
/** A UTF-16 unit takes at most 3 bytes in UTF-8; escapes are rare enough to leave to the margin below 15 MB. */
const BYTES_PER_CHARACTER = 3;

/** An upper bound of a message's size in the request, cheaper than writing it twice. */
export function weightOnWire({ variables, fallback, key }: AlimTalkMessage): number {
	let characters = key.length + (fallback ? fallback.text.length + fallback.title.length : 0);
	for (const name in variables) characters += name.length + variables[name]!.length + 8;
	return FRAME + characters * BYTES_PER_CHARACTER;
}
