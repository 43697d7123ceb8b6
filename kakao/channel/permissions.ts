import { withQuery, type Answer, type DealerRequest } from '../delivery/conversation';
import { object, text } from '../partner/json';
import type { Probe } from '../partner/partner';
import { codeOf, refusalOf } from './codes';
import { MULTI } from './relationship/requests';

/** Nobody's user ID, as far as this app goes: that the user is not linked already proves the key. */
export const LOOKUP: DealerRequest = {
	method: 'GET',
	path: withQuery(MULTI, { target_id_type: 'user_id', target_ids: '1' }),
};

export const CUSTOMER_FILES = '/v1/talkchannel/target_user_file';

/** The list of files. Without a channel Kakao misses a value, which it says only to a key that may ask. */
export const filesRequest = (channelId: string): DealerRequest => ({
	method: 'GET',
	path: withQuery(CUSTOMER_FILES, { channel_public_id: channelId }),
});

type Seen = Pick<Answer, 'status' | 'headers' | 'body'>;

/** Codes of the app, its developer or the whole API. */
const OF_ACCOUNT: ReadonlySet<string> = new Set(['-4', '-6', '-9', '-12', '-903']);

/** Codes that say something about the key, whatever was asked. */
function aboutKey(label: string, permission: string | null, { status, body }: Seen): string | null | undefined {
	const code = codeOf(body);
	const said = text(object(body).msg);
	const words = said ? ` (Kakao: ${said})` : '';
	if (code === '-401')
		return /\bip\b/i.test(said ?? '')
			? `Kakao does not accept the ${label} from this server’s IP address. Add the address to the key’s allowed IPs, or empty that list.${words}`
			: `Kakao does not know this ${label}. Copy it again from Platform key; the other kinds of key do not work here.${words}`;
	if (code === '-3' || code === '-5')
		return permission === null
			? null
			: `The ${label} lacks the permission “${permission}”. Switch it on under the key’s allowed APIs, or check that the feature is on for the app.${words}`;
	if (code === '-10' || code === '-11') return `The ${label} works, but ${refusalOf({ status, body }).text}`;
	const refusal = refusalOf({ status, body });
	if (code !== undefined && OF_ACCOUNT.has(code)) return refusal.text;
	// With HTTP 400 as well: what says nothing about the key must not pass for a good one.
	if (code !== undefined && refusal.kind === 'service' && refusal.retryable) return `${refusal.text} ${refusal.advice}`;
	if (status >= 500) return `Kakao is out of order (HTTP ${status}). Try again in a moment.`;
	if (code === undefined && (status >= 300 || typeof body !== 'object'))
		return `The answer (HTTP ${status}) is not that of Kakao Developers. Check the base URL, or a proxy that asks for a login.`;
	return undefined;
}

/** @param permission null where any working key will do */
export const explainLookup =
	(label: string, permission: string | null = 'Kakao Talk Channel lookup'): Probe['explain'] =>
	(answer) =>
		aboutKey(label, permission, answer) ?? null;

const ABOUT_CHANNEL: ReadonlySet<string> = new Set(['-541', '-544', '-819']);

export const explainFiles =
	(label: string): Probe['explain'] =>
	(answer) => {
		const found = aboutKey(label, 'Kakao Talk Channel customer file', answer);
		if (found !== undefined) return found;
		const code = codeOf(answer.body);
		if (code === undefined || !ABOUT_CHANNEL.has(code)) return null;
		const { text: what, advice } = refusalOf(answer);
		return `${what} ${advice}`;
	};
