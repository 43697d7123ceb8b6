import { brandVariables, renderBrand } from '../../../world/brandTemplate.mts';
import type { BrandBubble, BrandTemplate, Channel, Targeting } from '../../../world/types.mts';
import type { SolapiAccount } from '../account.mts';
import { bareValues, type KakaoOptions, type MessageBody } from '../bodies.mts';
import type { Refusal } from '../codes.mts';
import { freeForm, type Judged } from './freeForm.mts';
import { LAYOUTS } from './layouts.mts';

/** A Brand Message that can go out. */
export interface BrandContent {
	channel: Channel;
	templateCode: string;
	bubble: BrandBubble;
	targeting: Targeting;
	/** What a text message instead of it would say; null = it is never replaced. */
	fallbackText: string | null;
}

const isTargeting = (text: string): text is Targeting => text === 'M' || text === 'N' || text === 'I';

const NOT_APPROVED = 'targeting 타입 중 M, N의 경우는 카카오 측에서 인허가된 채널만 사용하실 수 있습니다.';
const ONLY_TARGETING = '템플릿 발송의 bms에는 targeting, chatBubbleType 값만 사용이 가능합니다.';

/** Filled prices must be whole numbers in one of Kakao's three combinations; the other parts were checked when the template was registered. */
const pricesFit = ({ commerce, carousel }: BrandBubble) =>
	[commerce, ...(carousel?.cards.map((card) => card.commerce) ?? [])].every((offer) => {
		if (offer === null) return true;
		const { regularPrice, discountPrice, discountRate, discountFixed } = offer;
		const whole = [regularPrice, discountPrice, discountRate, discountFixed].every((price) => !Number.isNaN(price));
		return whole && (discountRate === null || discountFixed === null) && (discountPrice !== null) === (discountRate !== null || discountFixed !== null);
	});

/** @param type what the message calls itself: null or `BMS_<LAYOUT>` */
function templateProblem(template: BrandTemplate | undefined, { bms }: KakaoOptions, type: string | null): Refusal | null {
	if (!template || template.status !== 'usable') return { code: '1042' };
	const { layout } = template.bubble;
	if (type !== null && type !== `BMS_${layout}`) return { code: '1025' };
	const foreign = Object.entries(bms ?? {}).some(([field, value]) => value !== null && field !== 'targeting' && field !== 'chatBubbleType');
	if (foreign) return { code: '1011', detail: ONLY_TARGETING };
	return bms?.chatBubbleType && bms.chatBubbleType !== layout ? { code: '1042' } : null;
}

function fromTemplate(
	account: SolapiAccount, channel: Channel, options: KakaoOptions, type: string | null, targeting: Targeting,
): BrandContent | Refusal {
	const template = account.brandTemplate(channel, options.templateId ?? '');
	const problem = templateProblem(template, options, type);
	if (problem || !template) return problem ?? { code: '1042' };
	const values = bareValues(options.variables ?? {});
	if (brandVariables(template).some(({ name, optional }) => !optional && !Object.hasOwn(values, name))) return { code: '1043' };
	const bubble = renderBrand(template, (name) => values[name]);
	if (!pricesFit(bubble)) return { code: '1043' };
	const { content } = LAYOUTS[bubble.layout];
	if (content && (bubble.text ?? '').length > content.max) return { code: '1031' };
	// "현재 BMS(브랜드 메시지)는 문자로의 대체발송이 비활성화 됩니다" (S-SDK send_bms.js): asked for, accepted, never done.
	return { channel, templateCode: template.code, bubble, targeting, fallbackText: null };
}

/** What a message of type BMS_… or with a brand template becomes, or why it is not registered. */
export function brandContent(account: SolapiAccount, body: MessageBody, known: Map<string, Judged>): BrandContent | Refusal {
	const options = body.kakaoOptions ?? {};
	const type = body.type?.toUpperCase() ?? null;
	const channel = account.channel(options.pfId ?? '');
	if (!channel || channel.status !== 'active') return { code: '1041' };
	const targeting = options.bms?.targeting ?? '';
	if (targeting === '') return { code: '1010' };
	if (!isTargeting(targeting)) return { code: '1011', detail: 'targeting 값이 잘못되었습니다.' };
	if (targeting !== 'I' && !channel.marketingApproved) return { code: '1011', detail: NOT_APPROVED };
	if (type !== 'BMS_FREE') return fromTemplate(account, channel, options, type, targeting);
	if (options.templateId) return { code: '1025' };
	const free = freeForm(account, options.bms ?? {}, body.text ?? null, bareValues(options.variables ?? {}), known);
	return 'code' in free ? free : { channel, templateCode: '', bubble: free.bubble, targeting, fallbackText: free.text };
}
