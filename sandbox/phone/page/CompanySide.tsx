import { useReducer } from 'preact/hooks';
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
	const [, redraw] = useReducer((version: number) => version + 1, 0);
	const bot = room?.bot === undefined ? undefined : store.talks.botOf(room.bot);
	if (bot) {
		return <BotBar key={bot.id} bot={bot} talk={store.talks.find(number, bot.channel)} onSkill={(url) => deeds.setSkill(bot.id, url)} />;
	}
	const chat = store.consults.find(number, room?.id);
	if (chat?.state !== 'consult') return null;
	const { channel } = chat;
	const draft = store.drafts.of(number, channel);
	const keep = (text: string): void => {
		store.drafts.keep(number, channel, text);
		redraw(undefined);
	};
	// As where the customer writes: the field is free for the next words at once, and gets back what was refused.
	const send = async (): Promise<void> => {
		keep('');
		if (!(await deeds.agent(channel, { text: draft }))) keep(store.drafts.of(number, channel) || draft);
	};
	return <AgentBar key={channel} chat={chat} draft={draft} onType={keep} onSend={() => void send()} onEnd={() => void deeds.agent(channel, { end: true })} />;
}
