import { createHmac, timingSafeEqual } from 'node:crypto';
import { DEMO_CREDENTIALS } from '../../world/credentials.mts';
import { SensError } from './errors.mts';

/** Clock skew allowed (E-OV). */
const SKEW_MS = 5 * 60 * 1000;

/**
 * Signature v2: Base64 HMAC-SHA256 of `METHOD path\ntimestamp\naccessKey`. The path is the one on the wire, byte for byte:
 * `ncp:` and `ncp%3A` both work, but only with a signature over the same spelling (E-OV, E-MCP).
 */
export const signature = (secretKey: string, method: string, pathWithQuery: string, timestamp: string, accessKey: string): string =>
	createHmac('sha256', secretKey).update(`${method} ${pathWithQuery}\n${timestamp}\n${accessKey}`).digest('base64');

export interface SignedRequest {
	method: string;
	/** As it stands in the request line. */
	rawPath: string;
	header(name: string): string | undefined;
}

/** @throws SensError 401 when the keys, the clock or the signature do not fit */
export function checkSignature({ method, rawPath, header }: SignedRequest): void {
	const { accessKey, secretKey } = DEMO_CREDENTIALS.naverSens;
	const timestamp = header('x-ncp-apigw-timestamp') ?? '';
	const denied = (why: string) => new SensError(401, 'Unauthorized', [why]);
	if (header('x-ncp-iam-access-key') !== accessKey) throw denied('invalid access key');
	if (!/^\d{13}$/.test(timestamp) || Math.abs(Date.now() - Number(timestamp)) > SKEW_MS) throw denied('timestamp expired');
	const expected = Buffer.from(signature(secretKey, method, rawPath, timestamp, accessKey));
	const given = Buffer.from(header('x-ncp-apigw-signature-v2') ?? '');
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw denied('invalid signature');
}
