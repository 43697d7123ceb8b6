import type { FunctionComponent } from 'preact';
import type { Words } from '../words.mts';

/** How one kind of bubble is shown. */
export interface BubbleDrawing<B> {
	Card: FunctionComponent<{ bubble: B }>;
	/** What stands outside the card, below it, such as quick replies. */
	Below?: FunctionComponent<{ bubble: B }>;
	/** KakaoTalk then says so before the channel's name. */
	advertising: boolean;
	/** As wide as the chat, so that its time stands below. */
	wide: (bubble: B) => boolean;
	secure: (bubble: B) => boolean;
	/** One line for the list of phones. */
	snippet: (bubble: B, words: Words) => string;
}
