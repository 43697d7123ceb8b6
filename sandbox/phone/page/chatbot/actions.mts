import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Tap } from './api.mts';

/** What a chatbot's bubble can ask of its phone. */
export interface BotActions {
	tap: (channel: string, tap: Tap) => void;
	/** Says for a moment what KakaoTalk would do. */
	tell: (text: string) => void;
}

export const BotContext = createContext<BotActions>({ tap: () => undefined, tell: () => undefined });

export function useBot(): BotActions {
	return useContext(BotContext);
}
