import { createHash, timingSafeEqual } from 'node:crypto';

const hashOf = (value: string): Buffer => createHash('sha256').update(value).digest();

/**
 * Whether a caller knows the secret, in a time that tells nothing about it, not even its length. Nobody knows an empty
 * secret: one that was never filled in must not let everybody through.
 */
export const knowsSecret = (given: string | undefined, secret: string): boolean =>
	timingSafeEqual(hashOf(given ?? ''), hashOf(secret)) && secret !== '';
