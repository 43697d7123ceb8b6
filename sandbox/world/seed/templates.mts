import type { Template } from '../types.mts';
import { template, webLink } from './build.mts';

/** Approved orders, shipping, reservations: what a shop sends every day. */
const SHOP: Template[] = [
	template(
		{
			code: 'order-confirmed',
			name: '주문 접수 안내',
			text: '[카카오상점] 주문이 접수되었습니다.\n\n#{고객명}님, 주문해 주셔서 감사합니다.\n\n■ 주문번호: #{주문번호}\n■ 상품명: #{상품명}\n■ 결제금액: #{결제금액}원\n\n상품 준비가 끝나면 배송 안내를 보내 드리겠습니다.',
		},
		{ buttons: [webLink('주문 상세 보기', 'https://shop.example.com/orders/#{주문번호}')] },
	),
	template(
		{
			code: 'shipping-started',
			name: '배송 시작 안내',
			emphasis: 'TEXT',
			text: '#{고객명}님, 주문하신 상품이 출발했습니다.\n\n▶ 상품명: #{상품명}\n▶ 택배사: #{택배사}\n▶ 송장번호: #{송장번호}\n\n배송 상황은 아래 버튼에서 확인하실 수 있습니다.',
		},
		{
			title: '#{택배사} 배송 시작',
			subtitle: '카카오상점 배송 안내',
			buttons: [
				{ type: 'DS', name: '배송 조회' },
				webLink('주문 상세 보기', 'https://shop.example.com/orders/#{주문번호}?from=alimtalk&invoice=#{송장번호}'),
			],
		},
	),
	template(
		{
			code: 'reservation',
			name: '예약 확정 안내',
			emphasis: 'ITEM_LIST',
			text: '#{고객명}님, 예약이 확정되었습니다.\n방문 10분 전까지 도착해 주세요.',
		},
		{
			header: '예약이 확정되었습니다',
			highlight: { title: '#{매장명}', description: '예약번호 #{예약번호}', imageUrl: null },
			items: [
				{ title: '예약일시', description: '#{예약일시}' },
				{ title: '인원', description: '#{인원}명' },
				{ title: '메뉴', description: '#{메뉴}' },
			],
			summary: { title: '결제금액', description: '#{결제금액}원' },
			buttons: [webLink('예약 변경·취소', 'https://shop.example.com/reservations/#{예약번호}')],
		},
	),
	template(
		{
			code: 'welcome',
			name: '회원 가입 안내',
			// Extra information and the channel button together make a mixed (복합형) template.
			messageType: 'MI',
			text: '#{고객명}님, 카카오상점 회원이 되신 것을 환영합니다.\n\n가입일: #{가입일}\n첫 주문 전에 배송지를 등록해 두시면 편리합니다.',
		},
		{
			extra: '※ 이 메시지는 회원 가입에 동의하신 분께 발송됩니다.',
			buttons: [{ type: 'AC', name: '채널 추가' }, webLink('배송지 등록하기', 'https://shop.example.com/my/address')],
		},
	),
	template({
		code: 'bench-three',
		name: '성능 시험용 (변수 3개)',
		text: '#{이름}님, 요청하신 #{항목} 처리가 완료되었습니다.\n접수번호: #{번호}',
	}),
];

/** One of each special feature. */
const SPECIAL: Template[] = [
	template(
		{
			code: 'review-request',
			name: '구매 확정 요청',
			messageType: 'EX',
			text: '#{고객명}님, #{상품명}은(는) 잘 받으셨나요?\n아래에서 바로 알려 주세요.',
		},
		{
			extra: '교환·반품은 수령 후 7일 이내에 신청하실 수 있습니다.\n고객센터 1588-1234 (평일 09~18시)',
			quickReplies: [
				webLink('구매 확정하기', 'https://shop.example.com/orders/#{주문번호}/confirm'),
				{ type: 'BK', name: '배송 문의' },
				{ type: 'BC', name: '상담원 연결' },
			],
		},
	),
	template(
		{
			code: 'login-code',
			name: '본인 인증번호',
			text: '[카카오상점] 인증번호는 #{인증번호}입니다.\n타인에게 알려 주지 마세요.',
		},
		{ secure: true },
	),
	template(
		{
			code: 'repair-call',
			name: 'A/S 접수 안내',
			text: '#{고객명}님, A/S가 접수되었습니다.\n\n- 접수번호: #{접수번호}\n- 방문 예정: #{방문일}\n\n일정을 바꾸시려면 전화해 주세요.',
		},
		{ buttons: [{ type: 'TN', name: '고객센터 연결', telNumber: '1588-1234' }, { type: 'MD', name: '메시지 전달' }] },
	),
	template({
		code: 'cs-answer',
		name: '문의 답변 안내',
		channel: '@kakaoshop_cs',
		text: '#{고객명}님, 문의하신 내용에 답변이 등록되었습니다.\n\n문의번호: #{문의번호}',
	}),
	template(
		{
			code: 'consult-request',
			name: '상담 요청 알림 (직원용)',
			text: '[카카오상점] 상담원을 찾는 고객이 있습니다.\n\n■ 고객: #{고객}\n■ 문의: #{문의}\n\n아래 버튼을 눌러 답변해 주세요. 답변은 고객의 카카오톡 채팅방에 바로 표시됩니다.',
		},
		{ buttons: [webLink('답변하기', 'http://#{답변주소}')] },
	),
	template({
		code: 'consult-answer',
		name: '상담 답변 도착 안내',
		channel: '@kakaoshop_talk',
		text: '#{고객명}님, 문의하신 내용에 답변을 드렸습니다.\n\n■ 답변: #{답변}\n\n이 채팅방에 이어서 물어보실 수 있습니다.',
	}),
	template({
		code: 'old-notice',
		name: '옛날상점 공지',
		channel: '@oldshop',
		text: '#{고객명}님, 확인이 필요한 내용이 있습니다.',
	}),
];

/** Templates that cannot be sent with (yet). */
const UNUSABLE: Template[] = [
	template({
		code: 'coupon-event',
		name: '쿠폰 증정 안내',
		status: 'rejected',
		text: '#{고객명}님께만 드리는 특별 할인 쿠폰! 지금 바로 확인하세요.',
		comments: ['광고성 내용은 알림톡으로 발송할 수 없습니다. 쿠폰 증정 문구를 삭제해 주세요.'],
	}),
	template({
		code: 'refund-done',
		name: '환불 완료 안내',
		status: 'inReview',
		text: '#{고객명}님, 환불이 완료되었습니다.\n\n환불금액: #{환불금액}원',
	}),
];

/** Everything the demo account has registered, in the order of registration. */
export const DEMO_TEMPLATES: readonly Template[] = [...SHOP, ...SPECIAL, ...UNUSABLE];
