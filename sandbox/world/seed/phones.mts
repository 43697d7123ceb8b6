import { UNDELIVERABLE_NUMBER } from '../phones.mts';
import type { PhoneSettings } from '../types.mts';

/** Numbers that always go wrong, each in its own way. Every other number is an ordinary KakaoTalk user. */
export const DEMO_PHONES: readonly PhoneSettings[] = [
	{ number: '01012345678', label: '홍길동 (평범한 고객)', kakaoUser: true, blocksAlimTalk: false, dead: false },
	{ number: UNDELIVERABLE_NUMBER, label: '3018: 알림톡이 도달하지 않는 번호', kakaoUser: true, blocksAlimTalk: false, dead: false },
	{ number: '01000003019', label: '3019: 카카오톡 미사용자 (대체 문자는 도착)', kakaoUser: false, blocksAlimTalk: false, dead: false },
	{ number: '01000003020', label: '3020: 알림톡을 차단한 고객', kakaoUser: true, blocksAlimTalk: true, dead: false },
	{ number: '01000000404', label: '없는 번호: 대체 문자도 실패', kakaoUser: false, blocksAlimTalk: false, dead: true },
];
