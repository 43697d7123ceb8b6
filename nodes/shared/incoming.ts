import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isAllowed, oddEntries } from './ipAllowList';

/** One call as it came in, before its sender has proved anything. */
export interface Incoming {
	/** Names in lower case. */
	headers: Readonly<Record<string, string>>;
	query: Readonly<Record<string, string>>;
	rawBody: string;
}

/** Status for a caller that is turned away. */
export interface TurnedAway {
	status: 400 | 401 | 403 | 413;
}

/** Texts separated by commas, blanks or line ends. */
export const listed = (text: unknown): string[] =>
	String(text ?? '')
		.split(/[\s,]+/)
		.filter((each) => each !== '');

const allowedIps = (context: IHookFunctions | IWebhookFunctions): string[] =>
	listed(context.getNodeParameter('options.allowedIps', ''));

/** @throws NodeOperationError for an entry of "Allowed IPs" that would keep every call out */
export function refuseOddIps(context: IHookFunctions): void {
	const [odd] = oddEntries(allowedIps(context));
	if (odd === undefined) return;
	throw new NodeOperationError(context.getNode(), `Allowed IPs: "${odd}" is neither an address nor a range`, {
		description: 'Write addresses like 203.0.113.7 or ranges like 203.0.113.0/24, separated by commas.',
	});
}

/**
 * Reads a call's body, unless the caller (option "Allowed IPs") or the size is out of the question.
 * @param largest bytes
 * @param fromAnywhere tells by its headers a call that may come from any address, because it has to prove itself
 */
export async function readIncoming(
	context: IWebhookFunctions,
	largest: number,
	fromAnywhere: (headers: Incoming['headers']) => boolean = () => false,
): Promise<Incoming | TurnedAway> {
	const request = context.getRequestObject();
	const headers = textsOf(context.getHeaderData());
	const allowed = fromAnywhere(headers) ? [] : allowedIps(context);
	// Only the caller's own: the proxies in between stand in `ips` too, and everybody comes through them.
	if (allowed.length > 0 && !isAllowed(request.ip, allowed)) return { status: 403 };
	if (Number(headers['content-length'] ?? 0) > largest) return { status: 413 };
	try {
		await request.readRawBody();
	} catch {
		// Broken off, wrongly packed, a form with files: n8n would start an execution that fails.
		return { status: 400 };
	}
	if ((request.rawBody?.length ?? 0) > largest) return { status: 413 };
	const rawBody = request.rawBody?.toString('utf8') ?? '';
	return { headers, query: textsOf(context.getQueryData() as object), rawBody };
}

/** A name that stands there twice counts when it says the same both times. */
const textsOf = (values: object): Record<string, string> =>
	Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) => {
			const [first, ...others] = [value].flat() as unknown[];
			return typeof first === 'string' && others.every((each) => each === first) ? [[name, first]] : [];
		}),
	);
