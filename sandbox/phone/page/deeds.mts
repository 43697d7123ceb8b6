import { type ChannelDeeds, channelDeeds } from './channel/deeds.mts';
import { type BotDeeds, botDeeds } from './chatbot/deeds.mts';
import { type ConsultDeeds, consultDeeds } from './consult/deeds.mts';
import { type Doing, useDoing } from './doing.mts';
import { useLanguage } from './language.mts';
import type { Store } from './store.mts';

/** What can be done on and around one phone. */
export interface Deeds extends ConsultDeeds, ChannelDeeds, BotDeeds, Pick<Doing, 'toast' | 'tell'> {}

export function useDeeds(store: Store, number: string): Deeds {
	const { words } = useLanguage();
	const doing = useDoing(store);
	const { toast, tell } = doing;
	return { toast, tell, ...consultDeeds(doing, store, number, words), ...channelDeeds(doing, number, words), ...botDeeds(doing, number) };
}
