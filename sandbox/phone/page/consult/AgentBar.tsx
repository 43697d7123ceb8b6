import { useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { useLanguage } from '../language.mts';
import type { ConsultChat } from './api.mts';

interface Props {
	chat: ConsultChat;
	/** @returns whether it has been done */
	onAnswer: (answer: { text?: string; end?: boolean }) => Promise<boolean>;
}

/** The company's side, outside the device: a person who answers in the hub's own screen. */
export function AgentBar({ chat, onAnswer }: Props) {
	const { words } = useLanguage();
	const [text, setText] = useState('');
	const send = async (event: Event): Promise<void> => {
		event.preventDefault();
		if (text.trim() === '') return;
		// As where the customer writes: the field is free for the next words at once, and gets back what was refused.
		setText('');
		if (!(await onAnswer({ text }))) setText((since) => since || text);
	};
	return (
		<details class="agent" data-testid="agent" data-channel={chat.channel}>
			<summary data-testid="agent-toggle">
				<Icon name="headset" size={17} />
				<span>{words.answerAsAgent}</span>
				<small>{chat.channelName}</small>
			</summary>
			<p>{words.agentHint}</p>
			<form onSubmit={(event) => void send(event)}>
				<input
					type="text"
					value={text}
					autocomplete="off"
					placeholder={words.agentPlaceholder}
					aria-label={words.answerAsAgent}
					data-testid="agent-answer"
					onInput={(event) => setText(event.currentTarget.value)}
				/>
				<button type="submit" class="agent-send" data-testid="agent-send" disabled={text.trim() === ''}>
					{words.send}
				</button>
				<button type="button" class="agent-end" data-testid="agent-end" onClick={() => void onAnswer({ end: true })}>
					{words.endConsult}
				</button>
			</form>
		</details>
	);
}
