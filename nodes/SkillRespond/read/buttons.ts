import type { QuickReply, SkillButton } from '../../../kakao/chatbot';
import { compact } from '../../shared/buttonRows';
import { RowReader, rowsOf, type Row } from '../../shared/rows';
import { jsonObject } from './values';

/** A button does what its type says; fields of other types may still stand in the form. */
function buttonOf(given: Row, field: string): SkillButton {
	const row = new RowReader(given, field);
	const action = row.optional('type') ?? 'webLink';
	const label = row.text('label');
	const [url, phoneNumber] = [row.text('link'), row.text('phoneNumber')];
	const [messageText, blockId] = [row.optional('messageText'), row.text('blockId')];
	const extra = jsonObject(row.value('extra'), `${field} extra`);
	row.done();
	switch (action) {
		case 'webLink':
			return { action, label, url };
		case 'phone':
			return { action, label, phoneNumber };
		case 'message':
			return { action, label, messageText: messageText ?? label };
		case 'block':
			return compact({ action, label, blockId, messageText, extra });
		default:
			// Share, operator, and what only the answer's own rules can refuse.
			return { action, label } as SkillButton;
	}
}

/** @throws BadInput for a row with a field that it does not know */
export const buttonsOf = (value: unknown, field: string): SkillButton[] =>
	rowsOf(value, 'button', field).map((row, at) => buttonOf(row, `${field} ${at + 1}`));

/** @throws BadInput for a row with a field that it does not know */
export const quickRepliesOf = (value: unknown): QuickReply[] =>
	rowsOf(value, 'quickReply', 'Quick Replies').map(
		(row, at) => buttonOf({ type: 'message', ...row }, `Quick Replies ${at + 1}`) as QuickReply,
	);
