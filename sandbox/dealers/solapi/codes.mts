import type { SandboxMessage } from '../../world/types.mts';

/** Message status codes (S-DOC message-status-codes.md) that the sandbox produces. */
export const STATUS_MESSAGES = {
	'1010': '필수 입력 값 미입력',
	'1011': 'Format Error',
	'1014': '제목은 40byte까지 사용 가능합니다.',
	'1025': "잘못된 메시지 타입 ['SMS','LMS','MMS','ATA','CTA']중에서 사용 가능하며 대소문자는 구분하지 않습니다.",
	'1026': '중복 수신번호',
	'1031': 'SMS는 90byte LMS, MMS는 2000byte ATA, CTA는 한/영포함 1000자 CTI는 한/영포함 400자까지 사용 가능 합니다.',
	'1032': "유효한 커스텀 필드 값이 아닙니다. 필드명은 30자 설정값은 100자까지 가능하며 'String'형식만 지원 합니다.",
	'1034': 'imageId가 존재하지 않습니다.',
	'1041': '유효한 플러스 친구 값이 아닙니다.',
	'1042': '유효한 템플릿 아이디가 아닙니다.',
	'1043': '등록한 템플릿과 내용이 다릅니다.',
	'1044': '유효한 버튼 값이 아닙니다.',
	'1047': "버튼이 없는 템플릿입니다. 'buttons', 'buttonName', 'buttonUrl'값을 제거해주세요.",
	'1049': '버튼 명은 최대 14자까지 사용 가능합니다.',
	'1050': '버튼은 최대 5개까지 사용 가능합니다.',
	'1062': '발신번호 미등록',
	'2000': '정상 접수(이통사로 접수 예정) ',
	'3000': '이통사로 접수(리포트를 기다리는 중)',
	'3051': '착신측의 호불가 상태',
	'3102': '친구 관계가 아닌 경우',
	'3103': '메시지와 템플릿 불일치',
	'3104': '카카오톡 미사용자',
	'3106': '유효하지 않은 채널',
	'3107': '72시간 이내 카카오톡 미사용자, 알림톡 차단한 사용자',
	'3108': '메시지 발송 가능 시간이 아님(오전 8시 ~ 오후 8시 가능)',
	'4000': '발송 처리를 완료함',
} as const;

export type StatusCode = keyof typeof STATUS_MESSAGES;

/** The registration failures in English, for the phone page; the API itself speaks Korean only. */
const ENGLISH: Partial<Record<StatusCode, string>> = {
	'1010': 'a required value is missing',
	'1011': 'format error (numbers: digits only; Brand Messages: see the Korean text)',
	'1014': 'the title is longer than 40 bytes',
	'1025': 'wrong message type (the sandbox takes ATA, BMS_FREE and, with a brand template, BMS_<layout>)',
	'1026': 'the number occurs twice in the group',
	'1031': 'the text is too long',
	'1032': 'customFields: names up to 30, values up to 100 characters, text only',
	'1034': 'the picture does not exist or was uploaded for another place',
	'1041': 'the channel does not exist or cannot send',
	'1042': 'the template does not exist or is not approved',
	'1043': 'the content does not match the template',
	'1044': 'a button does not match the template',
	'1047': 'the template has no buttons',
	'1049': 'a button name is longer than 14 characters',
	'1050': 'more than five buttons',
	'1062': 'the sender number is not registered',
};

/** Why a message was not registered. */
export interface Refusal {
	code: StatusCode;
	/** The server's own words where the code alone says too little. */
	detail?: string;
}

export const refusalReason = ({ code, detail }: Refusal) => ({
	ko: detail ?? STATUS_MESSAGES[code], en: detail ? `${ENGLISH[code] ?? code}: ${detail}` : (ENGLISH[code] ?? STATUS_MESSAGES[code]),
});

/** Kakao's code in SOLAPI's numbering. 3000 and 4000 mean waiting and success here, error and unknown at Kakao. */
function failureCode(message: SandboxMessage): StatusCode {
	// At night the text message is not even tried.
	if (message.resultCode === '3022') return '3108';
	// When the text message was tried and failed too, its failure is the one reported.
	if (message.fallback) return '3051';
	if (message.resultCode === '3019') return '3104';
	if (message.resultCode === '1028') return '3106';
	// Kakao has one general code for people outside the target group; SOLAPI's list has one for this case.
	if (message.targeting === 'I' && message.resultCode === '3018') return '3102';
	return message.resultCode === '3018' || message.resultCode === '3020' ? '3107' : '3103';
}

/** `statusCode` and `status` of an accepted message at its present stage. */
export function stageOf(message: SandboxMessage): { statusCode: StatusCode; status: string } {
	switch (message.state) {
		case 'scheduled': return { statusCode: '2000', status: 'PENDING' };
		case 'processing': return { statusCode: '3000', status: 'SENDING' };
		case 'delivered':
		case 'fallbackDelivered': return { statusCode: '4000', status: 'COMPLETE' };
		case 'failed': return { statusCode: failureCode(message), status: 'COMPLETE' };
		// "Cancelling marks every message failed" (S-SDK); which code they then show is unconfirmed.
		case 'canceled': return { statusCode: '2000', status: 'FAILED' };
	}
}

/** Thrown when a request is refused; becomes `{errorCode, errorMessage}` with the status. */
export class ApiError extends Error {
	readonly status: 400 | 403 | 404 | 409 | 413 | 500;
	readonly errorCode: string;

	constructor(status: ApiError['status'], errorCode: string, message: string) {
		super(message);
		this.status = status;
		this.errorCode = errorCode;
	}
}

export const invalid = (message: string) => new ApiError(400, 'ValidationError', message);
export const notFound = (message: string) => new ApiError(404, 'ResourceNotFound', message);
