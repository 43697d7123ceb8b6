import type { Button } from '../../kakao/message/template';
import { BadInput } from '../shared/badInput';
import { buttonsOf } from '../shared/buttonRows';
import { RowReader, rowsOf } from '../shared/rows';

const TYPES: readonly string[] = ['WL', 'AL', 'BK', 'MD', 'BT', 'BF'];

/**
 * Buttons of a consult bubble.
 * @throws BadInput for a type that consults don't have, or one that leads nowhere
 */
export function consultButtons(value: unknown): Button[] {
	const buttons = buttonsOf(value);
	buttons.forEach((button, at) => {
		const problem = problemOf(button);
		if (problem) throw new BadInput({ field: `Button ${at + 1}`, ...problem });
	});
	return buttons;
}

function problemOf({ type, linkMobile, schemeAndroid, schemeIos, extra }: Button) {
	if (!TYPES.includes(type))
		return { text: `is of the type "${type}", which consults don't have`, cure: `Use one of ${TYPES.join(', ')}.` };
	if (type === 'WL' && !linkMobile) return { text: 'has no link', cure: 'Fill in where it leads.' };
	if (type === 'AL' && !schemeAndroid && !schemeIos)
		return { text: 'has no app link', cure: 'Fill in the link for Android, iOS or both.' };
	if (type === 'BF' && !extra?.bizFormKey)
		return { text: 'has no business form key', cure: 'Copy it from the Kakao business form.' };
	return null;
}

/** What stands below the text until the customer writes. Tapped, it writes its label into the chat and hands its value on. */
export interface QuickReply {
	label: string;
	value: string;
}

/** @throws BadInput for a row with a field that it does not know */
export const replyRows = (value: unknown, field: string): QuickReply[] =>
	rowsOf(value, 'reply', field).map((given, at) => {
		const row = new RowReader(given, `${field} ${at + 1}`);
		const reply = { label: row.text('label'), value: row.text('value') };
		row.done();
		return reply;
	});

/** `BK`: the label goes into the chat as the customer's own words (facts consulttalk §2.4). */
export const quickReplyButton = (label: string, extra: string): Button => ({
	type: 'BK',
	name: label,
	...(extra !== '' && { extra: { chatExtra: extra } }),
});

export const quickReplies = (value: unknown): Button[] =>
	replyRows(value, 'Quick Replies').map((reply) => quickReplyButton(reply.label, reply.value));
