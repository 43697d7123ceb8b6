import { createHmac, timingSafeEqual } from 'node:crypto';

import { object, text } from '../../partner/json';
import type { CredentialField, CredentialValues, Probe, Signed } from '../../partner/partner';
import type { Call, Verdict } from '../contract';

/** Facts consulttalk §2.6: the agent key stands in a header; nothing is computed. */
export function sign(request: { method: string; path: string }, credential: CredentialValues): Signed {
	return {
		path: request.path.replace('{brand}', encodeURIComponent(credential.brand ?? '')),
		headers: { Authorization: `Bearer ${credential.agentKey ?? ''}` },
	};
}

export const credentialFields: readonly CredentialField[] = [
	{
		name: 'agentKey',
		label: 'Agent Key',
		secret: true,
		placeholder: 'blumnb-…',
		help: 'TalkBridge Center → Agent key. Not the webhook secret, which begins with whsec_.',
	},
	{ name: 'brand', label: 'Brand Key', secret: false, help: 'TalkBridge Center → your brand → brand key' },
	{
		name: 'webhookSecret',
		label: 'Webhook Secret',
		secret: true,
		optional: true,
		placeholder: 'whsec_…',
		help: 'TalkBridge Center → webhook → secret, for the trigger. It changes when the agent key is issued anew.',
	},
];

/** Tells whose key it is and what it may do. */
export const probe: Probe = {
	request: { method: 'GET', path: '/api/agent/me' },
	explain({ status, body }) {
		const { scope, brands, code, message } = object(body);
		if (status === 401)
			return 'TalkBridge does not know this agent key. Copy it again from TalkBridge Center; keys of the test environment work at its own address only.';
		if (status !== 200) {
			const said = [text(code), text(message)].filter(Boolean).join(' ');
			return `TalkBridge answered HTTP ${status}${said ? `: ${said}` : ''}. Check the base URL.`;
		}
		if (!Array.isArray(brands))
			return 'The answer is not that of TalkBridge. Check the base URL, or a proxy that asks for a login.';
		if (brands.length === 0) return 'This agent key belongs to no brand. Make one in TalkBridge Center for your brand.';
		if (scope === 'BrandRead')
			return 'This agent key may only read. To answer customers, make one with the scope BrandWrite.';
		return null;
	},
};

const WINDOW = 300_000;
const SIGNATURE = /^v0=([0-9a-f]{64})$/;
const SECONDS = /^\d{1,11}$/;

/** Facts §1.2: HMAC over `v0:time:body` with the whole `whsec_…` text as the key; good for 300 s either way. */
export function verify({ headers, rawBody }: Call, secret: string, now: number): Verdict {
	const given = SIGNATURE.exec(headers['x-bridge-signature'] ?? '')?.[1];
	const seconds = headers['x-bridge-timestamp'] ?? '';
	// Anybody can sign with an empty secret.
	if (given === undefined || secret === '' || !SECONDS.test(seconds)) return 'forged';
	const expected = createHmac('sha256', secret).update(`v0:${seconds}:${rawBody}`).digest();
	if (!timingSafeEqual(Buffer.from(given, 'hex'), expected)) return 'forged';
	return Math.abs(now - Number(seconds) * 1000) > WINDOW ? 'stale' : 'genuine';
}
