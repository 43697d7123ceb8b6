import type { Links } from '../../kakao/message/brand/content';
import type { Button, ButtonType } from '../../kakao/message/template';
import { RowReader, rowsOf, type Row } from './rows';

/** Buttons as rows of a form or objects of an array. */

/** Without what is undefined. */
export const compact = <T extends object>(value: T): T =>
	Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

/** Where a button, a picture or a card leads. */
export const linksOf = (row: RowReader): Links =>
	compact({
		linkMobile: row.optional('link'),
		linkPc: row.optional('linkPc'),
		schemeAndroid: row.optional('linkAndroid'),
		schemeIos: row.optional('linkIos'),
	});

/** Add channel has one name only, which Kakao writes. */
const ADD_CHANNEL = '채널 추가';

function buttonOf(given: Row, field: string): Button {
	const row = new RowReader(given, field);
	const type = (row.optional('type') ?? 'WL') as ButtonType;
	const name = row.text('name');
	const extra = compact({
		chatExtra: row.optional('chatExtra'),
		chatEvent: row.optional('chatEvent'),
		bizFormKey: row.optional('bizFormKey'),
	});
	const button: Button = {
		type,
		name: type === 'AC' ? ADD_CHANNEL : name,
		...linksOf(row),
		...(Object.keys(extra).length > 0 && { extra: extra as Record<string, string> }),
	};
	row.done();
	return button;
}

/** @throws BadInput for a row with a field that it does not know */
export const buttonsOf = (value: unknown, field = 'Buttons'): Button[] =>
	rowsOf(value, 'button', field).map((row, at) => buttonOf(row, `${field} ${at + 1}`));
