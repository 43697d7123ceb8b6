import { useLanguage } from '../language.mts';
import type { Room } from '../room.mts';
import type { Words } from '../words.mts';
import type { ConsultChannel, ConsultChat, Writing } from './api.mts';
import { Composer } from './Composer.tsx';

interface Props {
	room: Room;
	/** Undefined before anything was said. */
	chat: ConsultChat | undefined;
	channel: ConsultChannel | undefined;
	blocked: boolean;
	onWrite: (writing: Writing) => Promise<boolean>;
	onUnblock: () => void;
	onFocus: () => void;
}

function hintOf(words: Words, chat: ConsultChat | undefined, channel: ConsultChannel | undefined): string | null {
	if (channel && !channel.hub) return words.composerNoHub;
	if (chat?.state === 'consult') return null;
	if (chat?.state === 'bot') return words.composerBot;
	return chat && chat.sessions > 0 ? words.composerEnded : words.composerFirst;
}

/** Below the room: the way to write, or that the channel is blocked. */
export function ComposerPlace({ room, chat, channel, blocked, onWrite, onUnblock, onFocus }: Props) {
	const { words } = useLanguage();
	if (blocked) {
		return (
			<div class="composer blocked" data-testid="blocked">
				<p>{words.blockedChannel}</p>
				<button type="button" class="plain" data-testid="unblock" onClick={onUnblock}>
					{words.unblock}
				</button>
			</div>
		);
	}
	const hint = room.bot ? null : hintOf(words, chat, channel);
	return <Composer key={room.id} hint={hint} to={room.name} attachments={!room.bot} onWrite={onWrite} onFocus={onFocus} />;
}
