import type { BrandContent } from '../../kakao/message/brand/content';
import type { Message } from '../../kakao/message/message';
import type { DeliveredBy } from '../../kakao/message/report';
import type { Bench } from './bench.mts';
import type { Desk } from './desk.mts';
import type { Ask } from './messages.mts';

/** One way of sending. What must hold whatever is sent is told of a lane, not of AlimTalk or Brand Messages. */
export interface Lane<M extends Message = Message> extends Desk<M> {
	title: string;
	/** Messages that say the values 이름, 항목 and 번호. */
	plain(asks: readonly Ask[]): Promise<M[]>;
	deliveredBy: DeliveredBy;
	/** An SMS in its place, with what law and dealer want in it; null where the dealer offers none. */
	fallback: NonNullable<Ask['fallback']> | null;
}

/** Values of a plain message. */
export const THREE = { 이름: '홍길동', 항목: '환불', 번호: 'A-100' };

/** A free-form advertisement with the same values. */
export const TEXT: BrandContent = {
	kind: 'TEXT',
	text: '#{이름}님, #{항목} 소식을 전해 드립니다.\n번호: #{번호}',
	buttons: [],
};

const SMS = { from: '02-1234-5678', type: 'auto' as const, title: '' };

export function lanesOf({ alimTalk, brand }: Bench): Lane[] {
	const lanes: Lane[] = [
		{
			...alimTalk,
			title: 'AlimTalk',
			plain: async (asks) => await alimTalk.messages('bench-three', asks),
			deliveredBy: 'alimtalk',
			fallback: { ...SMS, text: '#{이름}님 #{번호} 완료' },
		},
	];
	if (!brand) return lanes;
	const { fallback } = brand.service.capabilities;
	const optOut = fallback.optOutLine?.example ?? '무료거부 080-123-4567';
	const sms = { ...SMS, text: `(광고)#{이름}님 #{번호} 완료\n${optOut}` };
	const templated: Lane<Message> = {
		...(brand as Desk),
		title: 'Brand Message from a template',
		plain: async (asks) => await brand.messages('brand-bench', asks),
		deliveredBy: 'brandMessage',
		fallback: fallback.template ? sms : null,
	};
	const freeForm: Lane = {
		...templated,
		title: 'Brand Message of free form',
		plain: async (asks) => brand.freeForm(TEXT, asks),
		fallback: fallback.freeForm ? sms : null,
	};
	return [...lanes, templated, freeForm];
}
