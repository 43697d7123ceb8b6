import type { BrandBubble, BrandLayout } from '../../../world/types.mts';
import type { Words } from '../words.mts';
import { BrandMessage } from './brand/BrandMessage.tsx';
import type { BubbleDrawing } from './drawing.mts';

const NARROW: ReadonlySet<BrandLayout> = new Set(['TEXT', 'IMAGE']);

/** The first words that a customer would read. */
function firstWords({ header, text, commerce, items, carousel, video }: BrandBubble, words: Words): string {
	const card = carousel?.cards[0];
	const found = [
		header, text, commerce?.title, items.find(({ title }) => title)?.title,
		carousel?.head?.header, card?.header, card?.message, card?.commerce?.title,
	].find(Boolean);
	return found ?? (video ? words.video : words.photoMessage);
}

export const brand: BubbleDrawing<BrandBubble> = {
	Card: BrandMessage,
	advertising: true,
	wide: ({ layout }) => !NARROW.has(layout),
	secure: () => false,
	snippet: (bubble, words) => `${words.advertisement} ${firstWords(bubble, words)}`,
};
