import { countProblem, need, problem } from '../../message/brand/problems';
import type { Problem } from '../../message/limits';
import { webLinkProblem } from '../../message/links';
import { SKILL_LIMITS, type Place } from './limits';
import type { Buttons, QuickReply, SkillButton, Thumbnail } from './parts';

export const lengthProblem = (field: string, text: string | undefined, limit: number): Problem[] => {
	const used = text?.length ?? 0;
	if (used <= limit) return [];
	return [problem(field, `has ${used} characters, the limit is ${limit}`, `Shorten it by ${used - limit} characters.`)];
};

export function addressProblem(field: string, url: string): Problem[] {
	const missing = need(field, url.trim());
	if (missing.length > 0) return missing;
	const found = webLinkProblem(url, false);
	return found ? [{ field, ...found }] : [];
}

const { buttons: LIMITS } = SKILL_LIMITS;

/** @param most fewer than Kakao allows in general, where a card says so */
export function buttonProblems(
	{ buttons = [], buttonLayout }: Buttons,
	{ where, audience }: Place,
	rule: { min?: number; most?: number; fixedRatio?: boolean } = {},
): Problem[] {
	const horizontal = buttonLayout === 'horizontal';
	const vertical = audience === 'group' ? LIMITS.verticalInGroup : LIMITS.vertical;
	const layout = horizontal ? LIMITS.horizontal : vertical;
	const max = Math.min(rule.most ?? layout, layout, rule.fixedRatio ? LIMITS.fixedRatio : layout);
	return [
		...countProblem(`${where}buttons`, buttons.length, { min: rule.min ?? 0, max }),
		...(rule.fixedRatio && buttonLayout === 'vertical' && buttons.length > 0
			? [problem(`${where}buttons`, 'stand below each other under a square picture', 'Lay them out horizontally.')]
			: []),
		...buttons.flatMap((button, at) =>
			tapProblems(`${where}button ${at + 1}`, button, horizontal ? LIMITS.labelHorizontal : LIMITS.label),
		),
	];
}

export function quickReplyProblems(quickReplies: readonly QuickReply[]): Problem[] {
	return [
		...countProblem('quick replies', quickReplies.length, { min: 0, max: SKILL_LIMITS.quickReplies }),
		// No limit for their labels is documented.
		...quickReplies.flatMap((reply, at) => tapProblems(`quick reply ${at + 1}`, reply, Infinity)),
	];
}

function tapProblems(field: string, button: SkillButton, label: number): Problem[] {
	return [
		...need(`${field} label`, button.label.trim()),
		...lengthProblem(`${field} label`, button.label, label),
		...actionProblems(field, button),
	];
}

function actionProblems(field: string, button: SkillButton): Problem[] {
	switch (button.action) {
		case 'webLink':
			return addressProblem(`${field} address`, button.url);
		case 'message':
			return need(`${field} message`, button.messageText);
		case 'phone':
			if (/^\+?\d[\d-]{2,19}$/.test(button.phoneNumber)) return [];
			return [problem(`${field} phone number`, `is "${button.phoneNumber}"`, 'Write it like 02-1234-5678.')];
		case 'block':
			return need(`${field} block`, button.blockId);
		case 'share':
		case 'operator':
			return [];
		default:
			// Values reach this from expressions, which no compiler checks.
			return [problem(field, 'does something that Kakao does not know', 'Choose its action from the list.')];
	}
}

export function thumbnailProblems(field: string, thumbnail: Thumbnail): Problem[] {
	const { imageUrl, altText, link, fixedRatio, width, height } = thumbnail;
	const size = [width, height].every((each) => Number.isInteger(each) && each! > 0);
	return [
		...addressProblem(`${field} address`, imageUrl),
		...lengthProblem(`${field} description`, altText, SKILL_LIMITS.altText),
		...(link === undefined ? [] : addressProblem(`${field} link`, link)),
		...(fixedRatio && !size
			? [problem(field, 'keeps its ratio and has no size', 'Give its width and height in pixels.')]
			: []),
	];
}
