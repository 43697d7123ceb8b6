import { ConsultRefusal } from '../consult/refusal.mts';
import type { BotButton, BotListItem, BotOutput, ConversationEntry } from './types.mts';

/** What was tapped: all from 0. */
export interface Tap {
	entryId: string;
	quickReply?: number | null;
	output?: number | null;
	/** In a carousel. */
	card?: number | null;
	button?: number | null;
	/** In a list card. */
	item?: number | null;
}

interface Tappable { buttons?: BotButton[]; items?: BotListItem[] }

const nothing = () => new ConsultRefusal('there is nothing to tap');

/** What can be tapped in a bubble, or in one card of a carousel. */
function cardOf(output: BotOutput | undefined, card: number): Tappable {
	const [inside] = output ? Object.values<object>(output) : [];
	if (!inside) throw nothing();
	if (!output || !('carousel' in output)) return inside;
	const found = output.carousel.items[card];
	if (!found) throw nothing();
	return found;
}

/** A row of a list leads to its address, or acts like a button. */
function itemButton({ title, link, action, ...rest }: BotListItem): BotButton {
	if (action) return { label: title, action, ...rest };
	const webLinkUrl = link?.web ?? link?.mobile ?? link?.pc;
	if (!webLinkUrl) throw nothing();
	return { label: title, action: 'webLink', webLinkUrl };
}

/** @throws ConsultRefusal when there is no such thing */
export function findTapped(entry: ConversationEntry | undefined, { quickReply, output, card, button, item }: Tap): BotButton {
	if (!entry) throw new ConsultRefusal('there is no such message');
	if (typeof quickReply === 'number') {
		const reply = entry.quickReplies[quickReply];
		if (!reply) throw nothing();
		return reply;
	}
	const { buttons = [], items = [] } = cardOf(entry.outputs[output ?? 0], card ?? 0);
	const row = typeof item === 'number' ? items[item] : undefined;
	if (row) return itemButton(row);
	const found = typeof button === 'number' ? buttons[button] : undefined;
	if (!found) throw nothing();
	return found;
}
