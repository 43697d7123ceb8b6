import type { ListItem } from '../../../kakao/chatbot';
import { compact } from '../../shared/buttonRows';
import { RowReader, type Row } from '../../shared/rows';
import { jsonObject } from './values';

/** A line of a list card. Rows of an array need not say what a tap does: their fields tell. */
export function listItemOf(given: Row, field: string): ListItem {
	const row = new RowReader(given, field);
	const [link, blockId] = [row.optional('link'), row.optional('blockId')];
	const messageText = row.optional('messageText');
	const tap = row.optional('tap') ?? (link ? 'link' : blockId ? 'block' : messageText ? 'message' : 'none');
	const extra = jsonObject(row.value('extra'), `${field} extra`);
	const item: ListItem = compact({
		title: row.text('title'),
		description: row.optional('description'),
		imageUrl: row.optional('image'),
		...(tap === 'link' && { link: link ?? '' }),
		...(tap === 'message' && { action: tap, messageText }),
		...(tap === 'block' && { action: tap, blockId, messageText, extra }),
	});
	row.done();
	return item;
}
