/** Thrown when TalkBridge refuses a call before Kakao has seen it (facts 2.6). */
export class BridgeError extends Error {
	readonly status: 400 | 401 | 402 | 403 | 404 | 503;
	/** Null only for 401, which has none. */
	readonly code: string | null;

	constructor(status: BridgeError['status'], code: string | null, message: string) {
		super(message);
		this.status = status;
		this.code = code;
	}
}

/** The envelope of refusals and failures; only `agent/me` has none. */
export const failure = (code: string | null, message: string, more: object = {}) => ({ ok: false, code, message, ...more });

export const success = (more: object = {}) => ({ ok: true, code: '0', message: null, ...more });

export const empty = (field: string) => new BridgeError(400, 'EMPTY', `${field}: required`);

/** What TalkBridge says of Kakao's codes; -509 is measured word for word, -502 in substance. */
export const KAKAO_TEXTS: Readonly<Record<number, string>> = {
	[-501]: '발신 프로필을 확인해 주세요.',
	[-502]: '이미 종료된 상담이에요. 고객이 다시 메시지를 보내야 답장할 수 있어요.',
	[-509]: '메시지 형식이 올바르지 않아 전송되지 않았어요.',
};
