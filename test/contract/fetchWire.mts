import { signingMoment, signUrl } from '../../kakao/partner/baseUrl';
import type { CredentialValues, Partner } from '../../kakao/partner/partner';
import { Pacer } from '../../kakao/delivery/pacer';
import type { Wire } from '../../kakao/delivery/wire';

export interface WireOptions {
	/** Shortens the waits between looks, not their order. */
	haste?: number;
	/** After so many milliseconds an answer counts as lost. */
	patience?: number;
	/** Bodies are handed over unparsed, as n8n does for partners with 64-bit numbers. */
	bodies?: 'text';
}

/** A dealer or a consult hub. */
type Reached = Partner & { capabilities: { parallelRequests: number } };

/** A wire over plain fetch: real HTTP, real signatures. */
export function fetchWire(partner: Reached, credential: CredentialValues, options: WireOptions = {}): Wire {
	const sleep = async (milliseconds: number) =>
		await new Promise<void>((resolve) => setTimeout(resolve, milliseconds / (options.haste ?? 1)));
	return {
		async exchange({ method, path, headers, body }) {
			const signed = signUrl(partner, credential, { method, url: `${credential.baseUrl}${path}` }, signingMoment());
			try {
				const response = await fetch(signed.url, {
					method,
					headers: { ...signed.headers, ...headers },
					body: body === undefined ? undefined : body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body),
					signal: AbortSignal.timeout(options.patience ?? 5_000),
				});
				const text = await response.text();
				return {
					kind: 'answer',
					status: response.status,
					headers: Object.fromEntries(response.headers),
					body: options.bodies === 'text' ? text : parsed(text),
				};
			} catch (error) {
				const code = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
				return code === 'ECONNREFUSED' ? { kind: 'notSent', detail: code } : { kind: 'lost', detail: code };
			}
		},
		sleep,
		now: () => Date.now(),
		stopped: () => false,
		pacer: new Pacer(partner.capabilities.parallelRequests),
	};
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
