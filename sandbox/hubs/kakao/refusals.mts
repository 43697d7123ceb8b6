/** Kakao's result codes, as far as they are public (facts 2.5). */
export const KAKAO = { ok: 0, invalidSender: -501, ended: -502, upload: -505, format: -509 } as const;

/** Thrown when Kakao does not take a call; every hub has its own way of saying so. */
export class KakaoRefusal extends Error {
	readonly code: number;

	constructor(code: number, message: string) {
		super(message);
		this.code = code;
	}
}

export const invalidSender = (senderKey: string) => new KakaoRefusal(KAKAO.invalidSender, `InvalidSenderException(senderKey: ${senderKey})`);

/** -509 "message format not valid" is measured; the wording with the field is the sandbox's own. */
export const badFormat = (why: string) => new KakaoRefusal(KAKAO.format, `InvalidParameterException(${why})`);

/** -502 is known from TalkBridge's sample; the exception's name is the sandbox's own. */
export const sessionEnded = () => new KakaoRefusal(KAKAO.ended, 'ExpiredSessionException');
