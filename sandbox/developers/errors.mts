/** HTTP status of each code (facts/kakao-developers.md 6, 2.5): quota and internal errors are 400, nothing is 429 or 500. */
const STATUS: Readonly<Record<number, 401 | 403 | 503>> = {
	[-3]: 403, [-4]: 403, [-5]: 403, [-6]: 403, [-12]: 403, [-401]: 401, [-402]: 403, [-406]: 401, [-9798]: 503,
};

/** Words seen in official fixtures and public code; callers must go by the code (rest-api/reference). */
const TEXTS: Readonly<Record<number, string>> = {
	[-1]: 'internal server error.', [-2]: 'INVALID_PARAMETER', [-3]: 'TALK_CHANNEL service property disabled', [-5]: 'permission denied',
	[-7]: 'service under maintenance.', [-10]: 'API limit has been exceeded.', [-12]: 'app is blocked.', [-101]: 'NotRegisteredUserException',
	[-401]: 'invalid app key.', [-402]: 'insufficient scopes.', [-406]: 'under 14 years old.',
	[-501]: 'given account is not connected to any talk user.',
	[-541]: 'channel does not exist.', [-544]: 'channel is blocked.', [-603]: 'internal timeout.', [-815]: 'internal error of talk channel.',
	[-816]: 'INVALID_FILE_ID', [-817]: 'INVALID_FILE_NAME', [-818]: 'EXCEEDED_FILE_LIMIT', [-819]: 'INVALID_APP_ID', [-9798]: 'service maintenance.',
};

/** A call that kapi.kakao.com refuses, with the code that its body names. */
export class KapiError extends Error {
	readonly code: number;
	readonly more: object;

	constructor(code: number, message = TEXTS[code] ?? 'error', more: object = {}) {
		super(message);
		this.code = code;
		this.more = more;
	}

	get status(): 400 | 401 | 403 | 503 {
		return STATUS[this.code] ?? 400;
	}

	/** `{"msg":"this access token does not exist","code":-401}` */
	get body(): object {
		return { msg: this.message, code: this.code, ...this.more };
	}
}

export const badParameter = (what: string) => new KapiError(-2, `INVALID_PARAMETER: ${what}`);
