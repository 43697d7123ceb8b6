import { DEMO_CREDENTIALS } from '../../world/credentials.mts';
import { DEMO_CHANNELS } from '../../world/seed/channels.mts';

/** A ready command that sends one order notice through the fake NHN Cloud; the account is the sandbox's own. */
export function firstMessage(nhnCloud: string): string {
	const { appKey, secretKey } = DEMO_CREDENTIALS.nhnCloud;
	const body = {
		senderKey: DEMO_CHANNELS[0]?.senderKey,
		templateCode: 'order-confirmed',
		recipientList: [
			{
				recipientNo: '01012345678',
				templateParameter: { 고객명: '홍길동', 주문번호: 'A-1024', 상품명: '제주 감귤 5kg', 결제금액: '24,900' },
			},
		],
	};
	return [
		`curl ${nhnCloud}/alimtalk/v2.3/appkeys/${appKey}/messages`,
		`-H 'X-Secret-Key: ${secretKey}'`,
		"-H 'Content-Type: application/json'",
		`-d '${JSON.stringify(body)}'`,
	].join(' \\\n  ');
}
