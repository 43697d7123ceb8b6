import { Avatar } from '../Avatar.tsx';
import { TextBubble } from '../consult/TextBubble.tsx';
import { clock } from '../format.mts';
import { useLanguage } from '../language.mts';
import type { Room } from '../room.mts';
import type { ConversationEntry } from './api.mts';
import { BotReplies } from './BotButtons.tsx';
import { Output } from './Output.tsx';

interface Props {
	room: Room;
	entry: ConversationEntry;
	/** Nothing has been said in the room since. */
	newest: boolean;
}

function Time({ at }: { at: string }) {
	const { language } = useLanguage();
	return (
		<span class="consult-time">
			<time dateTime={at}>{clock(at, language)}</time>
		</span>
	);
}

function Sender({ name }: { name: string }) {
	const { words } = useLanguage();
	return (
		<p class="sender">
			{name}
			<small class="bot-mark">{words.bot}</small>
		</p>
	);
}

/** Something said with a chatbot: the customer's own words on the right, up to three bubbles of the bot on the left. */
export function BotRow({ room, entry, newest }: Props) {
	const { words } = useLanguage();
	const { id, from, text, outputs, quickReplies, source, at } = entry;
	const channel = room.bot ?? room.id;
	const marks = { 'data-testid': 'bot-bubble', 'data-entry-id': id, 'data-from': from, 'data-source': source ?? '', 'data-channel': channel };
	if (from === 'system') {
		return (
			<p class="notice" data-testid="bot-notice" lang="ko">
				{text}
			</p>
		);
	}
	if (from === 'customer') {
		return (
			<article class="own-row" {...marks} aria-label={words.sentByCustomer}>
				<Time at={at} />
				<TextBubble text={text ?? ''} />
			</article>
		);
	}
	return (
		<article class="bubble-row" {...marks}>
			<Avatar seed={channel} name={room.name} />
			<div class="bubble-side">
				<Sender name={room.name} />
				{text !== null && (
					<div class="bubble-line">
						<TextBubble text={text} />
						<Time at={at} />
					</div>
				)}
				{outputs.map((output, place) => (
					<div class="bubble-line" key={place} data-testid="bot-output" data-kind={Object.keys(output)[0]}>
						<Output output={output} place={{ channel, entryId: id, output: place }} />
						{place === outputs.length - 1 && <Time at={at} />}
					</div>
				))}
				{newest && <BotReplies replies={quickReplies} channel={channel} entryId={id} />}
			</div>
		</article>
	);
}

/** Three dots, until the skill or its callback answers. */
export function ThinkingRow({ room }: { room: Room }) {
	const { words } = useLanguage();
	return (
		<article class="bubble-row" data-testid="bot-thinking" data-channel={room.bot} aria-label={words.botThinking}>
			<Avatar seed={room.bot ?? room.id} name={room.name} />
			<div class="bubble-side">
				<Sender name={room.name} />
				<p class="bot-dots">
					<i />
					<i />
					<i />
				</p>
			</div>
		</article>
	);
}
