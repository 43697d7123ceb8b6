import { BotBar } from './chatbot/BotBar.tsx';
import { AgentBar } from './consult/AgentBar.tsx';
import type { Deeds } from './deeds.mts';
import type { Store } from './store.mts';
import type { Room } from './room.mts';

interface Props {
	store: Store;
	number: string;
	/** The room in front; undefined where several come together. */
	room: Room | undefined;
	deeds: Deeds;
}

/** Below the device: the agent of an open consult, or what the chatbot's operator sees. */
export function CompanySide({ store, number, room, deeds }: Props) {
	const bot = room?.bot === undefined ? undefined : store.talks.botOf(room.bot);
	if (bot) {
		return <BotBar key={bot.id} bot={bot} talk={store.talks.find(number, bot.channel)} onSkill={(url) => deeds.setSkill(bot.id, url)} />;
	}
	const chat = store.consults.find(number, room?.id);
	if (chat?.state !== 'consult') return null;
	return <AgentBar key={chat.channel} chat={chat} onAnswer={(answer) => deeds.agent(chat.channel, answer)} />;
}
