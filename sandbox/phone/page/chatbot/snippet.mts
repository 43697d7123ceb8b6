import type { Words } from '../words.mts';
import type { BotOutput, Conversation } from './api.mts';

function firstWords(output: BotOutput | undefined): string | undefined {
	if (!output) return undefined;
	if ('simpleText' in output) return output.simpleText.text;
	if ('simpleImage' in output) return output.simpleImage.altText;
	if ('listCard' in output) return output.listCard.header.title;
	const card =
		'carousel' in output ? output.carousel.items[0]
		: 'textCard' in output ? output.textCard
		: 'basicCard' in output ? output.basicCard
		: 'commerceCard' in output ? output.commerceCard
		: output.itemCard;
	if (!card) return undefined;
	return 'header' in card ? card.header.title : (card.title ?? card.description);
}

/** One line for the list of phones. */
export const botSnippet = ({ lastEntry }: Conversation, words: Words): string =>
	lastEntry?.text ?? firstWords(lastEntry?.outputs[0]) ?? words.botTalk;
