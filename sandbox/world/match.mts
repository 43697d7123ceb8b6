import type { KakaoCode } from './codes.mts';
import { pattern } from './template.mts';
import type { AlimTalkBubble, Button, ListItem, Template } from './types.mts';

/** The part of a finished message that differs from the approved template. */
export type Mismatch = 'text' | 'title' | 'header' | 'highlight' | 'items' | 'summary' | 'buttons';

/** What Kakao answers for each mismatch. */
export const MISMATCH_CODES = {
	text: '3016', title: '3028', header: '3031', highlight: '3033', items: '3036', summary: '3038', buttons: '3027',
} as const satisfies Record<Mismatch, KakaoCode>;

/** The parts a sender supplies where the dealer does not substitute; the fixed parts come from the template. */
export interface FinishedParts {
	text: string;
	title: string | null;
	header: string | null;
	highlight: { title: string; description: string } | null;
	items: ListItem[];
	summary: ListItem | null;
	buttons: Button[];
	/** undefined: this dealer has no field for them and takes them from the template. */
	quickReplies?: Button[] | undefined;
}

/**
 * Whether the text could have come from the template. Every space and line break counts (K-GUIDE, NHN -3010, Kakao 3016).
 * Taking the first place where each literal fits is enough: what follows only ever needs more room.
 */
export function fits(source: string, text: string): boolean {
	const { literals } = pattern(source);
	const first = literals[0] ?? '';
	const last = literals.at(-1) ?? '';
	if (literals.length === 1) return text === first;
	if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
	let at = first.length;
	const end = text.length - last.length;
	for (const literal of literals.slice(1, -1)) {
		const found = text.indexOf(literal, at);
		if (found < 0 || found + literal.length > end) return false;
		at = found + literal.length;
	}
	return true;
}

const fitsOptional = (source: string | null | undefined, text: string | null | undefined) =>
	source ? text !== null && text !== undefined && fits(source, text) : !text;

const fitsItem = (source: ListItem | null | undefined, item: ListItem | null | undefined) =>
	fitsOptional(source?.title, item?.title) && fitsOptional(source?.description, item?.description);

/** Same buttons in the same order; a link may be left out only where the template has none. */
function fitsButtons(template: Button[], sent: Button[]): boolean {
	return template.length === sent.length && template.every((wanted, i) => {
		const given = sent[i];
		if (!given || given.type !== wanted.type || given.name !== wanted.name) return false;
		return (['linkMobile', 'linkPc', 'schemeAndroid', 'schemeIos'] as const).every((link) => {
			const source = wanted[link];
			return source === undefined || (given[link] !== undefined && fits(source, given[link]));
		});
	});
}

/** Compares a finished message with its template; null when all parts fit. */
export function mismatch(template: Template, sent: FinishedParts): Mismatch | null {
	const { bubble } = template;
	if (!fits(bubble.text, sent.text)) return 'text';
	if (!fitsOptional(bubble.title, sent.title)) return 'title';
	if (!fitsOptional(bubble.header, sent.header)) return 'header';
	if (!fitsItem(bubble.highlight, sent.highlight)) return 'highlight';
	const sameItems = bubble.items.length === sent.items.length && bubble.items.every((item, i) => fitsItem(item, sent.items[i]));
	if (!sameItems) return 'items';
	if (!fitsItem(bubble.summary, sent.summary)) return 'summary';
	if (!fitsButtons(bubble.buttons, sent.buttons)) return 'buttons';
	if (sent.quickReplies && !fitsButtons(bubble.quickReplies, sent.quickReplies)) return 'buttons';
	return null;
}

/** The bubble made of what the sender supplied; subtitle, extra information and image are the template's. */
export function finishedBubble(template: Template, sent: FinishedParts): AlimTalkBubble {
	const { bubble } = template;
	return {
		...bubble,
		text: sent.text,
		title: sent.title,
		header: sent.header,
		highlight: sent.highlight && { ...sent.highlight, imageUrl: bubble.highlight?.imageUrl ?? null },
		items: sent.items.length === 0 ? bubble.items : sent.items,
		summary: sent.summary,
		buttons: sent.buttons.length === 0 ? [] : sent.buttons,
		quickReplies: sent.quickReplies ?? bubble.quickReplies,
	};
}
