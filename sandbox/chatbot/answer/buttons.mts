import type { Fields, Report } from './report.mts';

const VERTICAL_MAX = 3;
const HORIZONTAL_MAX = 2;
const LABEL_MAX = 14;
const HORIZONTAL_LABEL_MAX = 8;
const QUICK_REPLIES_MAX = 10;

/** What each action needs (facts 7.2). `operator` takes no other field (7.4). */
const NEEDED: Readonly<Record<string, string | null>> = {
	webLink: 'webLinkUrl', message: 'messageText', phone: 'phoneNumber', block: 'blockId', share: null, operator: null, osLink: 'osLink',
};
const BUTTON_ACTIONS = Object.keys(NEEDED);

export const ADDRESS = /^https?:\/\//;

export function checkAction(report: Report, owner: Fields, path: string, actions: readonly string[]): void {
	const action = report.oneOf(owner, 'action', path, actions);
	const needed = action === null ? null : NEEDED[action];
	if (!needed || needed === 'osLink') return;
	const value = report.text(owner, needed, path, { required: true });
	if (needed === 'webLinkUrl' && value !== null && !ADDRESS.test(value)) {
		report.error(`${path}.${needed}`, 'http 또는 https 주소여야 합니다.', 'must be an http or https address.');
	}
}

/** Up to three below each other, or two side by side with shorter labels. @param most where a card allows fewer */
export function checkButtons(report: Report, card: Fields, path: string, { min = 0, most = VERTICAL_MAX } = {}): void {
	const layout = card['buttonLayout'] ?? 'vertical';
	if (layout !== 'vertical' && layout !== 'horizontal') report.oneOf(card, 'buttonLayout', path, ['vertical', 'horizontal']);
	const isHorizontal = layout === 'horizontal';
	const buttons = report.list(card['buttons'], `${path}.buttons`, min, Math.min(most, isHorizontal ? HORIZONTAL_MAX : VERTICAL_MAX));
	for (const [index, value] of buttons.entries()) {
		const at = `${path}.buttons[${index}]`;
		const button = report.fields(value, at);
		report.label(button, at, isHorizontal ? HORIZONTAL_LABEL_MAX : LABEL_MAX);
		checkAction(report, button, at, BUTTON_ACTIONS);
	}
}

export function checkQuickReplies(report: Report, value: unknown, path: string): void {
	for (const [index, one] of report.list(value, path, 0, QUICK_REPLIES_MAX).entries()) {
		const at = `${path}[${index}]`;
		const reply = report.fields(one, at);
		report.label(reply, at, LABEL_MAX);
		checkAction(report, reply, at, ['message', 'block']);
	}
}
