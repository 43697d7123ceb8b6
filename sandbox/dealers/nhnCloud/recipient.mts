import type { KakaoCode } from '../../world/codes.mts';
import { MISMATCH_CODES, finishedBubble, mismatch, type FinishedParts, type Mismatch } from '../../world/match.mts';
import { render, variableNames } from '../../world/template.mts';
import type { AlimTalkBubble, Button, Template } from '../../world/types.mts';
import type { RawButton, RawRecipient, TemplateRecipient } from './bodies.mts';
import type { ApiCode } from './codes.mts';

/** What becomes of one recipient's content: a bubble, and what is wrong with it. */
export interface Content {
	bubble: AlimTalkBubble | null;
	/** null = in order. */
	code: ApiCode | null;
	/** Kakao's own code where the text may still go out by SMS (-3010, -3011, -3042, -3043). */
	verdict: KakaoCode | null;
}

const MAX_CONTENT = 1300;
const MAX_PARAMETER = 1300;
/** Words of which a one-time-password message must contain one (N-AT, auth messages). */
const AUTH_WORDS = /auth|password|verif|にんしょう|認証|비밀번호|인증/i;

const refused = (code: ApiCode): Content => ({ bubble: null, code, verdict: null });

const MISMATCH_API_CODES = {
	text: '-3010', title: '-3010', header: '-3042', highlight: '-3043', items: '-3043', summary: '-3043', buttons: '-3011',
} as const satisfies Record<Mismatch, ApiCode>;

function checked(bubble: AlimTalkBubble, auth: boolean): Content {
	if (bubble.text.length > MAX_CONTENT) return refused('-2019');
	if (auth && !AUTH_WORDS.test(bubble.text)) return refused('-8006');
	return { bubble, code: null, verdict: null };
}

/** Additions name a button by its place; only the phone number shows in the bubble. */
function withAdditions(bubble: AlimTalkBubble, additions: TemplateRecipient['buttons']): AlimTalkBubble {
	if (!additions?.some((addition) => addition.telNumber)) return bubble;
	const buttons = bubble.buttons.map((button, i): Button => {
		const telNumber = additions.find((addition) => addition.ordering === i + 1)?.telNumber;
		return telNumber && button.type === 'TN' ? { ...button, telNumber } : button;
	});
	return { ...bubble, buttons };
}

/** Fills the template for one recipient of `/messages`. @param names the template's variables */
export function substitute(template: Template, names: readonly string[], recipient: TemplateRecipient, auth: boolean): Content {
	const values = recipient.templateParameter ?? {};
	for (const name of names) {
		const value = Object.hasOwn(values, name) ? values[name] : undefined;
		if (value === undefined || value === null) return refused('-3049');
		if (value.length > MAX_PARAMETER) return refused('-3048');
	}
	const misplaced = recipient.buttons?.some(
		({ ordering }) => !Number.isInteger(ordering) || Number(ordering) < 1 || Number(ordering) > template.bubble.buttons.length,
	);
	if (misplaced) return refused('-2018');
	return checked(withAdditions(render(template, values), recipient.buttons), auth);
}

/** Names needed by {@link substitute}; computed once per request. */
export const parameterNames = variableNames;

const plainButton = (button: RawButton): Button => ({
	type: button.type ?? 'WL', name: button.name ?? '',
	...(button.linkMo && { linkMobile: button.linkMo }), ...(button.linkPc && { linkPc: button.linkPc }),
	...(button.schemeAndroid && { schemeAndroid: button.schemeAndroid }), ...(button.schemeIos && { schemeIos: button.schemeIos }),
	...(button.telNumber && { telNumber: button.telNumber }),
});

const inOrder = (buttons: readonly RawButton[]) =>
	[...buttons].sort((a, b) => (a.ordering ?? 0) - (b.ordering ?? 0)).map(plainButton);

/** Compares one recipient of `/raw-messages` with the template. */
export function compare(template: Template, recipient: RawRecipient, auth: boolean): Content {
	const sent: FinishedParts = {
		text: recipient.content ?? '', title: recipient.templateTitle ?? null, header: recipient.templateHeader ?? null,
		highlight: recipient.templateItemHighlight ?? null, items: recipient.templateItem?.list ?? [],
		summary: recipient.templateItem?.summary ?? null, buttons: inOrder(recipient.buttons ?? []),
		quickReplies: inOrder(recipient.quickReplies ?? []),
	};
	const content = checked(finishedBubble(template, sent), auth);
	const differs = mismatch(template, sent);
	if (content.code !== null || differs === null) return content;
	return { ...content, code: MISMATCH_API_CODES[differs], verdict: MISMATCH_CODES[differs] };
}
