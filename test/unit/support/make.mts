import { formatRecipient, normalisePhone, type Recipient } from '../../../kakao/message/phone';
import type { AlimTalkMessage } from '../../../kakao/message/message';
import type { Content, Template } from '../../../kakao/message/template';
import { fillContent } from '../../../kakao/message/variables';

export const content = (parts: Partial<Content> = {}): Content => ({
	text: '#{이름}님, 주문이 완료되었습니다.',
	buttons: [],
	quickReplies: [],
	...parts,
});

export const template = (parts: Partial<Template> = {}): Template => ({
	code: 'ORDER_DONE',
	name: '주문 완료',
	status: 'approved',
	kind: 'BA',
	emphasis: 'NONE',
	secure: false,
	content: content(),
	...parts,
});

export function message(parts: Partial<AlimTalkMessage> = {}): AlimTalkMessage {
	const index = parts.index ?? 0;
	const used = parts.template ?? template();
	const variables = parts.variables ?? { 이름: '홍길동' };
	return {
		index,
		key: `order-${index}`,
		keyGiven: true,
		to: { country: '82', national: `010${String(20_000_000 + index)}` },
		senderProfile: '@shop',
		scheduleAt: null,
		fallback: null,
		template: used,
		variables,
		content: fillContent(used.content, variables),
		...parts,
	};
}

/** What a number becomes, as shown to people; the reason when it is refused. */
export function read(value: unknown): string {
	const result = normalisePhone(value);
	return 'recipient' in result ? formatRecipient(result.recipient) : `refused: ${result.why}`;
}

export function recipientOf(value: unknown): Recipient | undefined {
	const result = normalisePhone(value);
	return 'recipient' in result ? result.recipient : undefined;
}
