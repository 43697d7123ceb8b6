import { UNCONSENTED_NUMBER, UNLINKED_NUMBER } from '../kakaoIds.mts';
import { FOLLOWED_UP_NUMBER, UNDELIVERABLE_NUMBER } from '../phones.mts';
import type { PhoneSettings } from '../types.mts';

const phone = (number: string, label: string, differs: Partial<PhoneSettings> = {}): PhoneSettings => ({
	number, label, kakaoUser: true, blocksAlimTalk: false, friend: true, consents: true, dead: false, ...differs,
});

/** Numbers that always go wrong, each in its own way. Every other number is an ordinary KakaoTalk user and a friend. */
export const DEMO_PHONES: readonly PhoneSettings[] = [
	phone('01012345678', '홍길동 (평범한 고객)'),
	phone(UNDELIVERABLE_NUMBER, '3018: 알림톡이 도달하지 않는 번호'),
	phone('01000003019', '3019: 카카오톡 미사용자 (대체 문자는 도착)', { kakaoUser: false }),
	phone('01000003020', '3020: 알림톡을 차단한 고객', { blocksAlimTalk: true }),
	phone('01000002001', '친구가 아니지만 광고 수신에 동의한 고객', { friend: false }),
	phone('01000002002', '친구지만 광고 수신에 동의하지 않은 고객', { consents: false }),
	phone('01090000001', '회원번호가 19자리인 고객'),
	phone(UNCONSENTED_NUMBER, '-402: 채널 관계 조회에 동의하지 않은 고객'),
	phone(UNLINKED_NUMBER, '-101: 앱에 연결되지 않은 고객'),
	phone(FOLLOWED_UP_NUMBER, '채널톡이 팔로업 알림을 이미 보낸 고객'),
	phone('01077770900', '상담 담당 직원 (상담 요청 알림톡을 받음)'),
	phone('01000000404', '없는 번호: 대체 문자도 실패', { kakaoUser: false, dead: true }),
];
