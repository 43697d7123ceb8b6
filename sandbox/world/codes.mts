/** Kakao's delivery result codes (NHN error-code.md, "발송 결과 코드"), as far as the sandbox can produce them. */
export const KAKAO_RESULTS = {
	'1000': { ko: '성공', en: 'delivered' },
	'1028': { ko: '해당 타겟팅 옵션을 사용할 수 없음', en: 'the channel may not use this targeting' },
	'3015': { ko: '템플릿을 찾을 수 없음', en: 'template not found' },
	'3016': { ko: '메시지 내용이 템플릿과 일치하지 않음', en: 'the text does not match the template' },
	'3018': { ko: '메시지를 전송할 수 없음', en: 'undeliverable (SIM or number mismatch, or inactive)' },
	'3019': { ko: '카카오톡 유저가 아님', en: 'not a KakaoTalk user' },
	'3020': { ko: '알림톡 수신 차단', en: 'the recipient blocks AlimTalk' },
	'3022': { ko: '발송 가능한 시간이 아님 (광고는 08:00부터 20:50까지)', en: 'not a sendable hour (advertising: 08:00 to 20:50)' },
	'3024': { ko: '메시지에 포함된 이미지를 전송할 수 없음', en: 'an image of the message cannot be sent' },
	'3027': { ko: '메시지 버튼/바로연결이 템플릿과 일치하지 않음', en: 'buttons or quick replies do not match the template' },
	'3028': { ko: '메시지 강조 표기 타이틀이 템플릿과 일치하지 않음', en: 'the emphasised title does not match the template' },
	'3031': { ko: '헤더가 템플릿과 일치하지 않음', en: 'the header does not match the template' },
	'3033': { ko: '아이템 하이라이트가 템플릿과 일치하지 않음', en: 'the item highlight does not match the template' },
	'3036': { ko: '아이템 리스트가 템플릿과 일치하지 않음', en: 'the item list does not match the template' },
	'3038': { ko: '아이템 요약정보가 템플릿과 일치하지 않음', en: 'the item summary does not match the template' },
} as const satisfies Record<string, { ko: string; en: string }>;

export type KakaoCode = keyof typeof KAKAO_RESULTS;
