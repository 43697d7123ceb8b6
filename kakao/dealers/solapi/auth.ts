import { createHmac } from 'node:crypto';

import { object, text } from '../../partner/json';
import type { CredentialField, CredentialValues, Probe, Signed, SigningMoment } from '../../partner/partner';

/** Facts §2.1: HMAC-SHA256 over date + salt. A signature is refused when it comes twice, so every attempt gets its own salt. */
export function sign(
	request: { method: string; path: string },
	credential: CredentialValues,
	moment: SigningMoment,
): Signed {
	const date = new Date(moment.now).toISOString();
	const signature = createHmac('sha256', credential.apiSecret ?? '')
		.update(date + moment.nonce)
		.digest('hex');
	return {
		path: request.path,
		headers: {
			Authorization: `HMAC-SHA256 apiKey=${credential.apiKey ?? ''}, date=${date}, salt=${moment.nonce}, signature=${signature}`,
			'Content-Type': 'application/json',
		},
	};
}

export const credentialFields: readonly CredentialField[] = [
	{
		name: 'apiKey',
		label: 'API Key',
		secret: true,
		help: 'SOLAPI console → Development (개발/연동) → API Key management',
	},
	{
		name: 'apiSecret',
		label: 'API Secret',
		secret: true,
		help: 'Shown once, when the API key is created. Create a new key if you no longer have it.',
	},
];

const SENTENCES: Readonly<Record<string, string>> = {
	InvalidAPIKey: 'SOLAPI does not know this API key, or it has been deleted. Copy it again from API Key management.',
	SignatureDoesNotMatch: 'The API secret does not belong to this API key. Copy both again, or create a new key.',
	RequestTimeTooSkewed: "This server's clock is more than 15 minutes off. Set it right (NTP), then test again.",
	DuplicatedSignature:
		'SOLAPI saw the same signature twice. Test again; if it stays, something between n8n and SOLAPI repeats requests.',
	Forbidden: "SOLAPI refused the call: this server's IP address may not be among the key's allowed addresses.",
};

/** Reading one's own account. A key without that permission is still a working key (facts §2.1, U). */
export const probe: Probe = {
	request: { method: 'GET', path: '/cash/v1/balance' },
	explain(answer, now) {
		if (answer.status === 200) {
			const { balance } = object(answer.body);
			return typeof balance === 'number'
				? null
				: 'The answer is a web page, not SOLAPI. Check the base URL, or a proxy that asks for a login.';
		}
		const { errorCode, errorMessage } = object(answer.body);
		const code = text(errorCode);
		if (code !== undefined && Object.hasOwn(SENTENCES, code))
			return SENTENCES[code] + clockHint(code, answer.headers, now);
		const said = text(errorMessage) ?? '';
		if (/\bip\b|아이피/i.test(said))
			return "This server's IP address is not allowed for the API key. Add it in API Key management.";
		if (answer.status === 403 && code !== undefined) return null;
		return code
			? `SOLAPI answered ${code}: ${said}`
			: `SOLAPI answered HTTP ${answer.status} in a form that is not its own. Check the base URL.`;
	},
};

function clockHint(code: string, headers: Readonly<Record<string, string>>, now: number): string {
	const theirs = Date.parse(headers.date ?? '');
	if (code !== 'RequestTimeTooSkewed' || Number.isNaN(theirs)) return '';
	return ` It is off by about ${Math.round(Math.abs(now - theirs) / 60_000)} minutes.`;
}
