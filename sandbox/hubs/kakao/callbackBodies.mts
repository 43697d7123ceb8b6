import type { Happening, Opened } from '../../consult/core.mts';
import type { ConsultEntry, ConsultMessage } from '../../consult/types.mts';
import { kstMillis } from '../../world/kst.mts';
import type { Behaviour } from '../callbacks/behaviour.mts';

/** Of a text of more than 1,000 characters so many stand in the body; the whole is in the attached file (facts 1.1). */
export const HEAD_OF_LONG_TEXT = 300;

type Wire = Record<string, unknown>;
type Told<Type extends Happening['type']> = Extract<Happening, { type: Type }>;

const ms = (iso: string): number => Date.parse(iso);

/** Local time without a zone, as the documents show it. */
const wallClock = (iso: string): string => kstMillis(ms(iso));

function contents({ bubble }: ConsultMessage): { contents: unknown[]; attachment?: { url: string } } {
	if (bubble.kind === 'media') {
		return { contents: bubble.files.map(({ url, comment }) => ({ url, ...(comment !== null && { comment }) })) };
	}
	if (bubble.kind !== 'text') return { contents: [] };
	if (bubble.longTextUrl === null) return { contents: [bubble.text] };
	return { contents: [bubble.text.slice(0, HEAD_OF_LONG_TEXT)], attachment: { url: bubble.longTextUrl } };
}

/** `content` from before Kakao's notice 296: a text, or the first file's address (F3, F4). */
function legacy([first]: unknown[]): unknown {
	return typeof first === 'object' && first !== null && 'url' in first ? { url: first.url } : first;
}

/**
 * JSON has no 64-bit numbers of its own: the digits stand in the text as they are. Quotes within texts are escaped, so only
 * the field matches.
 */
function withBareSerial(body: Wire, serial: string): string {
	return JSON.stringify(body).replace(`"serial_number":"${serial}"`, `"serial_number":${serial}`);
}

/** `POST {domain}/message` (facts 1.1, F2 to F4). */
export function messageBody({ chat, session, message }: Told<'message'>, senderKey: string, behaviour: Behaviour): string {
	const { legacyContent, quotedNumbers } = behaviour;
	const parts = contents(message);
	const time = ms(message.at);
	const body: Wire = {
		user_key: chat.userKey, sender_key: senderKey,
		// F3, the old form, knows no session.
		...(legacyContent !== 'only' && { session_id: session.id }),
		time: quotedNumbers ? String(time) : time, serial_number: message.serial,
		type: message.bubble.kind === 'media' ? message.bubble.media : 'text',
		...(legacyContent !== 'off' && { content: legacy(parts.contents) }), ...(legacyContent !== 'only' && { contents: parts.contents }),
		...(parts.attachment && { attachment: parts.attachment }), ...(message.extra !== null && { extra: message.extra }),
	};
	return quotedNumbers ? JSON.stringify(body) : withBareSerial(body, message.serial);
}

const lastReference = ({ extra, bot, event, at }: ConsultEntry) => ({
	extra: extra ?? '', bot, bot_event: event ?? '', created_at: wallClock(at),
});

/**
 * `POST {domain}/reference` (F1). Without new metadata `reference` is empty and `last_reference` tells the old one, which is
 * no entry point.
 */
export function referenceBody(opened: Opened, senderKey: string, at: number, behaviour: Behaviour): string {
	const { chat, session, entry, lastEntry, lastText } = opened;
	const reference = entry?.extra && {
		extra: entry.extra, text: '', lastText, lastTextDate: wallClock(entry.at), appUserId: null,
	};
	return JSON.stringify({
		user_key: chat.userKey, session_id: session.id, sender_key: senderKey, app_user_id: null,
		time: behaviour.quotedNumbers ? String(at) : at, reference: reference || null, last_reference: lastEntry && lastReference(lastEntry),
	});
}

/** `POST {domain}/expired_session` (F5). */
export function expiredBody({ chat, session }: Told<'ended'>, senderKey: string, { endType }: Behaviour): string {
	const body = { user_key: chat.userKey, sender_key: senderKey, session_id: session.id };
	return JSON.stringify({ ...body, ...(endType !== null && { end_type: endType }) });
}
