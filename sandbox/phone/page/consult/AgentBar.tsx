import { useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { useLanguage } from '../language.mts';
import type { ConsultChat } from './api.mts';

interface Props {
	chat: ConsultChat;
	/** What has been typed so far. */
	draft: string;
	onType: (draft: string) => void;
	onSend: () => void;
	onEnd: () => void;
}

/** The company's side, outside the device: a person who answers in the hub's own screen. */
export function AgentBar({ chat, draft, onType, onSend, onEnd }: Props) {
	const { words } = useLanguage();
	// Whoever comes back to what they were typing sees it; from then on opening and closing is theirs.
	const [open] = useState(draft !== '');
	const isBlank = draft.trim() === '';
	const send = (event: Event): void => {
		event.preventDefault();
		if (!isBlank) onSend();
	};
	return (
		<details class="agent" open={open} data-testid="agent" data-channel={chat.channel}>
			<summary data-testid="agent-toggle">
				<Icon name="headset" size={17} />
				<span>{words.answerAsAgent}</span>
				<small>{chat.channelName}</small>
			</summary>
			<p>{words.agentHint}</p>
			<form onSubmit={send}>
				<input
					type="text"
					value={draft}
					autocomplete="off"
					placeholder={words.agentPlaceholder}
					aria-label={words.answerAsAgent}
					data-testid="agent-answer"
					onInput={(event) => onType(event.currentTarget.value)}
				/>
				<button type="submit" class="agent-send" data-testid="agent-send" disabled={isBlank}>
					{words.send}
				</button>
				<button type="button" class="agent-end" data-testid="agent-end" onClick={onEnd}>
					{words.endConsult}
				</button>
			</form>
		</details>
	);
}
