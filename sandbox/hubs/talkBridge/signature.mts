import { createHmac } from 'node:crypto';

/** `v0=` and the lowercase hex HMAC-SHA256 of `v0:{timestamp}:{raw body}`; the key is the whole `whsec_…` text (facts 1.2, F10). */
export const signature = (secret: string, timestamp: string, rawBody: string): string =>
	`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${rawBody}`).digest('hex')}`;
