import type { ConsultButton, ConsultButtonType, ConsultLinks } from '../../consult/types.mts';
import type { Shape } from '../../dealers/shape.mts';
import { need } from './checks.mts';
import { badFormat } from './refusals.mts';

/** Links as Kakao names them (HappyTalk MessageSend/rich). */
export const LINK_SHAPE = { url_pc: 'string', url_mobile: 'string', scheme_android: 'string', scheme_ios: 'string' } as const satisfies Shape;

export const BUTTON_SHAPE = {
	name: 'string', type: 'string', ...LINK_SHAPE, extra: 'string', event: 'string', chat_extra: 'string', chat_event: 'string',
	biz_form_key: 'string', target: 'string',
} as const satisfies Shape;

/** v1 puts quick replies here; the inner name is inferred (facts 2.4). */
export const SUPPLEMENT_SHAPE = { quick_reply: [BUTTON_SHAPE] } as const satisfies Shape;

export type WireLinks = { [Field in keyof typeof LINK_SHAPE]?: string | null };
export type WireButton = { [Field in keyof typeof BUTTON_SHAPE]?: string | null };
export interface WireSupplement { quick_reply?: WireButton[] | null }

/** DKTechin's validator (facts 2.4). */
const LIMITS = { buttons: 5, buttonName: 28, replies: 10, replyName: 14, link: 1000 } as const;
const TYPES: readonly ConsultButtonType[] = ['WL', 'AL', 'BK', 'MD', 'BT', 'BF'];
/** No Korean, no spaces, no JSON (facts 2.4). */
const CODE = /^[A-Za-z0-9_]{1,50}$/;

export function linksOf({ url_pc, url_mobile, scheme_android, scheme_ios }: WireLinks, place: string): ConsultLinks {
	for (const link of [url_pc, url_mobile, scheme_android, scheme_ios]) {
		if (link && link.length > LIMITS.link) throw badFormat(`${place}: links up to ${LIMITS.link} characters`);
	}
	return {
		...(url_mobile && { linkMobile: url_mobile }), ...(url_pc && { linkPc: url_pc }),
		...(scheme_android && { schemeAndroid: scheme_android }), ...(scheme_ios && { schemeIos: scheme_ios }),
	};
}

function code(value: string | null | undefined, place: string): string | undefined {
	if (value === null || value === undefined || value === '') return undefined;
	if (!CODE.test(value)) throw badFormat(`${place}: [A-Za-z0-9_]{1,50}`);
	return value;
}

function button(wire: WireButton, place: string, nameMax: number): ConsultButton {
	const name = need(wire.name, `${place}.name`, nameMax);
	const type = TYPES.find((known) => known === wire.type);
	if (!type) throw badFormat(`${place}.type: one of ${TYPES.join(', ')}`);
	const links = linksOf(wire, place);
	if (type === 'WL' && !links.linkMobile) throw badFormat(`${place}.url_mobile: required`);
	if (type === 'AL' && !links.schemeAndroid && !links.schemeIos) throw badFormat(`${place}.scheme_android or scheme_ios: required`);
	if (type === 'BF' && !wire.biz_form_key) throw badFormat(`${place}.biz_form_key: required`);
	const extra = code(wire.extra ?? wire.chat_extra, `${place}.extra`);
	const event = code(wire.event ?? wire.chat_event, `${place}.event`);
	return { type, name, ...links, ...(extra !== undefined && { extra }), ...(event !== undefined && { event }) };
}

function several(wires: readonly WireButton[] | null | undefined, place: string, most: number, nameMax: number): ConsultButton[] {
	if (wires && wires.length > most) throw badFormat(`${place}: up to ${most}`);
	return (wires ?? []).map((wire, i) => button(wire, `${place}[${i}]`, nameMax));
}

/** @throws KakaoRefusal -509 */
export const buttonsOf = (wires: readonly WireButton[] | null | undefined, place: string): ConsultButton[] =>
	several(wires, place, LIMITS.buttons, LIMITS.buttonName);

/** @throws KakaoRefusal -509 */
export const quickRepliesOf = (supplement: WireSupplement | null | undefined): ConsultButton[] =>
	several(supplement?.quick_reply, 'supplement.quick_reply', LIMITS.replies, LIMITS.replyName);
