import { vi } from 'vitest';

/**
 * Sets the clock of this process, and so that of n8n-core, the nodes and the local Kakao alike, to a time in Korea
 * (`2026-12-01 20:49`). It stands still until it is set again; timers go on by the real one. `vi.useRealTimers` ends it.
 */
export function itIsInKorea(time: string): void {
	const now = instantInKorea(time);
	if (vi.isFakeTimers()) vi.setSystemTime(now);
	else vi.useFakeTimers({ toFake: ['Date'], now });
}

/** Epoch milliseconds of a time in Korea, `2026-12-01 20:49` or with seconds. */
export function instantInKorea(time: string): number {
	return Date.parse(`${time.replace(' ', 'T')}${time.length === 16 ? ':00' : ''}+09:00`);
}
