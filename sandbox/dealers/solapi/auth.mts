import { createHmac, timingSafeEqual } from 'node:crypto';
import { DEMO_CREDENTIALS } from '../../world/credentials.mts';
import { ApiError } from './codes.mts';

const HEADER = /^HMAC-SHA256 apiKey=([^,\s]+), ?date=([^,]+), ?salt=([^,\s]+), ?signature=([0-9a-f]+)$/i;
/** Clock skew allowed, and how long a signature cannot be used again (S-DOC authentication). */
const WINDOW_MS = 15 * 60 * 1000;

/** Hex HMAC-SHA256 of date and salt, joined without anything between (S-DOC; S-SDK authenticator.ts). */
export const signature = (secret: string, date: string, salt: string): string =>
	createHmac('sha256', secret).update(date + salt).digest('hex');

const denied = (errorCode: string, message: string) => new ApiError(403, errorCode, message);

/** Checks `Authorization` headers of the demo account and remembers the signatures it has seen. */
export class Authenticator {
	/** Signature -> when it was used; the oldest come first. */
	#used = new Map<string, number>();

	/** @throws ApiError 403 with one of SOLAPI's four codes */
	check(header: string | undefined): void {
		const found = HEADER.exec(header ?? '');
		if (!found) throw denied('InvalidAPIKey', 'Authorization 헤더의 형식이 올바르지 않습니다.');
		const [apiKey = '', date = '', salt = '', given = ''] = found.slice(1);
		const { apiKey: known, apiSecret } = DEMO_CREDENTIALS.solapi;
		if (apiKey !== known) throw denied('InvalidAPIKey', '유효한 API Key가 아닙니다.');
		const now = Date.now();
		const made = Date.parse(date);
		if (Number.isNaN(made) || Math.abs(now - made) > WINDOW_MS) {
			throw denied('RequestTimeTooSkewed', '요청 시각이 서버 시각과 15분 이상 차이납니다.');
		}
		const expected = Buffer.from(signature(apiSecret, date, salt));
		const actual = Buffer.from(given);
		const saltFits = salt.length >= 12 && salt.length <= 64;
		if (!saltFits || expected.length !== actual.length || !timingSafeEqual(expected, actual)) {
			throw denied('SignatureDoesNotMatch', '시그니처가 일치하지 않습니다.');
		}
		this.#forget(now);
		if (this.#used.has(given)) throw denied('DuplicatedSignature', '이미 사용된 시그니처입니다.');
		this.#used.set(given, now);
	}

	clear(): void {
		this.#used.clear();
	}

	#forget(now: number): void {
		for (const [old, at] of this.#used) {
			if (now - at <= WINDOW_MS) return;
			this.#used.delete(old);
		}
	}
}
