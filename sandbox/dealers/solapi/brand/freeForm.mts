import { renderBrand } from '../../../world/brandTemplate.mts';
import type { BrandBubble, BrandTemplate } from '../../../world/types.mts';
import type { SolapiAccount } from '../account.mts';
import type { Refusal } from '../codes.mts';
import type { Bms } from './bms.mts';
import { bubbleOf, type PictureOf } from './bubble.mts';
import { pictureUrl } from './files.mts';
import { LAYOUTS, isLayout } from './layouts.mts';
import { bmsProblem } from './rules.mts';

/** What one request's free-form contents turned out to be; ten thousand messages mostly share one. */
export type Judged = Refusal | { bubble: BrandBubble } | { template: BrandTemplate };

const NO_PICTURE: Refusal = { code: '1034' };
const VARIABLE = /#\{([^{}]+)\}/g;

function judge(account: SolapiAccount, bms: Bms, text: string | null): Judged {
	// "1011류 검증 오류", with the server's own sentence (S-SDK commit c0ace11).
	const detail = bmsProblem(bms);
	if (detail) return { code: '1011', detail };
	const layout = bms.chatBubbleType ?? '';
	if (!isLayout(layout)) return { code: '1011' };
	const { body, content } = LAYOUTS[layout];
	const shown = bms.content ?? text;
	if (body && !shown) return { code: '1010' };
	if (content && shown && shown.length > content.max) return { code: '1031' };
	let allFound = true;
	const pictureOf: PictureOf = (imageId, kind) => {
		const url = pictureUrl(account, imageId, kind);
		if (url === null) allFound = false;
		return url ?? '';
	};
	// Texts are only taken apart when there is something to fill in: patterns are remembered for good.
	if (!JSON.stringify([bms, text]).includes('#{')) {
		const bubble = bubbleOf(bms, layout, text, pictureOf, (price) => price);
		return allFound ? { bubble } : NO_PICTURE;
	}
	const bubble = bubbleOf(bms, layout, text, pictureOf, String);
	return allFound ? { template: { code: '', name: '', channel: '', status: 'usable', createdAt: '', bubble } } : NO_PICTURE;
}

export interface FreeForm {
	bubble: BrandBubble;
	/** What a text message instead of it would say. */
	text: string | null;
}

/**
 * A message of type BMS_FREE. SOLAPI's validator lets variables into links, so they are filled here too; whether the real
 * server fills free-form texts is undocumented. A variable without a value stays as it is, for everybody to see.
 */
export function freeForm(
	account: SolapiAccount, bms: Bms, text: string | null, values: Readonly<Record<string, string>>, known: Map<string, Judged>,
): FreeForm | Refusal {
	const key = JSON.stringify([bms, text]);
	let judged = known.get(key);
	if (!judged) known.set(key, (judged = judge(account, bms, text)));
	if ('code' in judged) return judged;
	if ('bubble' in judged) return { bubble: judged.bubble, text };
	return {
		bubble: renderBrand(judged.template, (name) => values[name] ?? `#{${name}}`),
		text: text && text.replace(VARIABLE, (hole, name: string) => values[name] ?? hole),
	};
}
