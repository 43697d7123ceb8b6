import type { AlimTalkBubble } from '../../../world/types.mts';
import { AlimTalkCard } from './AlimTalkCard.tsx';
import { QuickReplies } from './QuickReplies.tsx';
import type { BubbleDrawing } from './drawing.mts';

export const alimtalk: BubbleDrawing<AlimTalkBubble> = {
	Card: AlimTalkCard,
	Below: QuickReplies,
	advertising: false,
	wide: () => false,
	secure: (bubble) => bubble.secure,
	snippet: (bubble, words) => bubble.title ?? bubble.header ?? (bubble.text || words.photoMessage),
};
