import { object, type JsonObject } from '../../partner/json';
import { parseExactJson } from '../../partner/exactJson';
import { knowsSecret } from '../../partner/secrets';

/** One call of Kakao as it came in. */
export interface WebhookCall {
	/** Names in lower case. */
	headers: Readonly<Record<string, string>>;
	query: Readonly<Record<string, string>>;
	rawBody: string;
}

/**
 * What Kakao wants to hear, whatever the workflow does (facts kakao-developers §3). The channel webhook takes any 2XX
 * today and exactly 200 by its older documents; unlink wants 200, also for users nobody knows.
 */
export const WEBHOOK_ANSWER = { status: 200, withinMilliseconds: 3_000 } as const;

/**
 * Whether a call comes from Kakao: its header holds the app's primary admin key, and there is no other proof (facts §3.1).
 * In constant time. The header is a master key: it goes no further than here.
 */
export function verify({ headers }: Pick<WebhookCall, 'headers'>, primaryAdminKey: string): 'genuine' | 'forged' {
	const secret = primaryAdminKey === '' ? '' : `KakaoAK ${primaryAdminKey}`;
	return knowsSecret(headers.authorization, secret) ? 'genuine' : 'forged';
}

/** What the call says, without its headers: JSON, a form, or the query of a GET. */
export function payloadOf({ rawBody, query }: Omit<WebhookCall, 'headers'>): JsonObject {
	const body = rawBody.trim();
	if (body === '') return query;
	if (!body.startsWith('{')) return Object.fromEntries(new URLSearchParams(body));
	try {
		return object(parseExactJson(body));
	} catch {
		// Cut off or garbled: it says nothing.
		return {};
	}
}
