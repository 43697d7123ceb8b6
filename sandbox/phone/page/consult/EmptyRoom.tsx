import { BotSamples } from '../chatbot/BotSamples.tsx';
import type { Bot } from '../chatbot/api.mts';
import { useLanguage } from '../language.mts';
import { useSheet } from '../sheets.mts';
import type { Room } from '../room.mts';

interface Props {
	channel: Room | undefined;
	/** Whose room it is, if a chatbot's. */
	bot: Bot | undefined;
	onSay: (utterance: string) => void;
}

/** Nothing was said here yet. */
export function EmptyRoom({ channel, bot, onSay }: Props) {
	const { words } = useLanguage();
	const openSheet = useSheet();
	if (bot) return <BotSamples bot={bot} onSay={onSay} />;
	if (channel) return <p>{words.roomEmpty(channel.name)}</p>;
	return (
		<>
			<p>{words.phoneEmpty}</p>
			<small>{words.phoneEmptyHint}</small>
			<button type="button" class="primary" onClick={() => openSheet({ kind: 'entry' })}>
				{words.chatWithChannel}
			</button>
		</>
	);
}
