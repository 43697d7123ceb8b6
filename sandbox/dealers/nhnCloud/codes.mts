import { BRAND_CODES, BRAND_KOREAN } from './brand/codes.mts';

/** API result codes and their messages (NHN error-code.md, "API 응답 코드"). `{}` is filled in by the refusal. */
const API_CODES = {
	'4': '{}',
	'-1000': 'Invalid appKey.',
	'-1001': 'Invalid secretKey.',
	'-1005': "The same 'X-NC-API-IDEMPOTENCY-KEY' was used within the last 10 minute.",
	'-1016': 'It is not found any messages responding with that requestId or recipientSeq.',
	'-1027': 'The sender is blocked status.',
	'-1014': 'Not active status plus friend.',
	'-1031': 'All of receivers are failed to send.',
	'-2000': "The '{}' must be at less than or equal to {}.",
	'-2001': "The '{}' must not be blank.",
	'-2002': "The '{}' must not be null.",
	'-2004': "The '{}' must be between {} and {}.",
	'-2017': 'Not exist plus friend.',
	'-2018': 'Button parameter is invalid.',
	'-2019': 'The content that is replaced by the template parameters can not exceed 1,300 characters.',
	'-2025': 'You can not send messages on past dates. Please check `requestDate` again.',
	'-2026': 'You can not send messages after 90 days. Please check `requestDate` again.',
	'-2027': "The 'requestDate' has invalid format.",
	'-2029': 'All of your messages to cancel are not found or do not meet conditions to cancel.',
	'-2502': 'Please set up plus-friend resend setting.',
	'-3002': 'Field is not valid.',
	'-3003': 'Template does not exist.',
	'-3005': 'Please check template status.',
	'-3010': 'The contents are not matched to template. This message can be resend by sms service if the resend setting is on.',
	'-3011': 'The buttons or quickReplies are not matched to template. This message can be resend by sms service if the resend setting is on.',
	'-3042': 'The templateHeader are not matched to template. This message can be resend by sms service if the resend setting is on.',
	'-3043': 'The templateItem or templateItemHighlight are not matched to template. This message can be resend by sms service if the resend setting is on.',
	'-3048': "The template parameter's length can not exceed 1300 characters.",
	'-3049': 'The template parameter is not matched to template.',
	'-4000': 'Invalid parameter',
	'-4003': 'Search is possible within 31 days.',
	'-4017': 'You can not search the messages before 90 days.',
	'-5000': 'RecipientNo is invalid.',
	'-8006': 'The content must contain auth guidement.',
	'-9998': 'Not exist API',
	'-9999': 'System error. Please inquire at support@toast.com.',
	...BRAND_CODES,
} as const;

export type ApiCode = keyof typeof API_CODES;

/** The message of a code, with its gaps filled. */
export function apiMessage(code: ApiCode, ...gaps: (string | number)[]): string {
	let next = 0;
	return API_CODES[code].replace(/\{\}/g, () => String(gaps[next++] ?? ''));
}

/** The same in Korean (error-code.md, "결과 코드 메시지"), for the refusals that concern recipients. */
const KOREAN: Partial<Record<ApiCode, string>> = {
	'-1014': '활성화되지 않은 발신 프로필',
	'-1027': '발신 프로필이 차단 상태',
	'-2017': '존재하지 않는 발신 프로필',
	'-2018': '유효하지 않은 버튼 파라미터',
	'-2019': '템플릿 본문 1,300글자 초과',
	'-2025': '예약 일시가 과거의 일시',
	'-2026': '예약 일시가 예약 가능 기간을 초과',
	'-2027': '요청 일시의 날짜 형식 오류',
	'-2502': '대체 발송 설정이 되어 있지 않음',
	'-3003': '존재하지 않는 템플릿',
	'-3005': '승인되지 않은 템플릿',
	'-3010': '등록한 템플릿 본문과 일치하지 않음',
	'-3011': '등록한 템플릿 버튼과 일치하지 않음',
	'-3042': '템플릿 헤더와 일치하지 않음',
	'-3043': '템플릿 아이템과 일치하지 않음',
	'-3048': '템플릿 파라미터가 1,300자를 초과',
	'-3049': '템플릿 파라미터가 템플릿과 일치하지 않음',
	'-5000': '유효하지 않은 수신 번호',
	'-8006': '템플릿 내용에 인증 문구가 없음',
	...BRAND_KOREAN,
};

/** Why a recipient was refused, for the phone page. */
export const apiReason = (code: ApiCode, message: string = apiMessage(code)) => ({ ko: KOREAN[code] ?? message, en: message });

/** Thrown when a request is refused as a whole; becomes a failed header with HTTP 200. */
export class Refusal extends Error {
	readonly code: ApiCode;

	constructor(code: ApiCode, ...gaps: (string | number)[]) {
		super(apiMessage(code, ...gaps));
		this.code = code;
	}
}

/** The envelope every answer carries. */
export const SUCCESS = { resultCode: 0, resultMessage: 'SUCCESS', isSuccessful: true } as const;

export const failedHeader = (code: ApiCode, message: string = apiMessage(code)) => ({
	resultCode: Number(code), resultMessage: message, isSuccessful: false,
});
