/** What a customer reads in KakaoTalk itself: the same in both languages. */
export const kakaoTalk = {
	alimTalkArrived: '알림톡 도착',
	/** Kakao's fixed sentence in templates of type AD and MI. */
	addChannelNotice: '채널 추가하고 이 채널의 마케팅 메시지 등을 카카오톡으로 받기',
	/** Stands before the channel's name (cs.kakao.com/helps_html/1073199206). */
	advertisement: '(광고)',
	discount: (amount: string) => `${amount} 할인`,
	more: '더보기',
	adultTitle: '성인용 메시지',
	adultText: '연령 확인 후 볼 수 있습니다.',
	adultConfirm: '연령 확인',
	optOut: (number: string) => `무료수신거부 ${number}`,
	optOutCode: (number: string) => `인증번호 ${number}`,
	/** Friends have no number to call: they block the channel. */
	optOutFriend: '수신거부 | 홈 > 채널 차단',
};
