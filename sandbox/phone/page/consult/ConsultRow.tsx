import { Avatar } from '../Avatar.tsx';
import { clock } from '../format.mts';
import { Icon } from '../Icon.tsx';
import { useLanguage } from '../language.mts';
import type { Room } from '../room.mts';
import type { ConsultMessage } from './api.mts';
import { ConsultReplies } from './ConsultButtons.tsx';
import { MediaBubble } from './MediaBubble.tsx';
import { NoticeRow, RecalledRow } from './NoticeRow.tsx';
import { RichBubble } from './RichBubble.tsx';
import { TextBubble } from './TextBubble.tsx';

interface Props {
	room: Room;
	message: ConsultMessage;
	/** Nothing has been said in the room since. */
	newest: boolean;
}

function Content({ room, message }: Omit<Props, 'newest'>) {
	const { bubble } = message;
	switch (bubble.kind) {
		case 'text':
		case 'notice':
			return <TextBubble text={bubble.text} />;
		case 'media':
			return <MediaBubble media={bubble} />;
		case 'rich':
			return <RichBubble rich={bubble} channel={room.id} messageId={message.id} />;
	}
}

function Time({ message }: { message: ConsultMessage }) {
	const { language, words } = useLanguage();
	const secure = message.bubble.kind === 'rich' && message.bubble.secure;
	return (
		<span class="consult-time">
			{secure && (
				<span title={words.secure} role="img" aria-label={words.secure}>
					<Icon name="lock" size={13} />
				</span>
			)}
			<time dateTime={message.at}>{clock(message.at, language)}</time>
		</span>
	);
}

function marksOf(room: Room, { id, from, bubble }: ConsultMessage) {
	return {
		'data-testid': 'consult-bubble', 'data-message-id': id, 'data-from': from, 'data-kind': bubble.kind, 'data-channel': room.id,
	};
}

/** Something said in a consult: the customer's own on the right, the channel's on the left, Kakao's in the middle. */
export function ConsultRow({ room, message, newest }: Props) {
	const { words } = useLanguage();
	const { bubble, from } = message;
	if (message.deletedAt) return <RecalledRow message={message} />;
	const replies = newest && (bubble.kind === 'rich' || bubble.kind === 'notice') ? bubble.quickReplies : [];
	const chips = <ConsultReplies buttons={replies} channel={room.id} messageId={message.id} />;
	if (bubble.kind === 'notice') {
		return (
			<>
				<NoticeRow message={message} notice={bubble} channel={room.id} />
				{chips}
			</>
		);
	}
	if (from === 'customer') {
		return (
			<article class="own-row" {...marksOf(room, message)} aria-label={words.sentByCustomer}>
				<Time message={message} />
				<Content room={room} message={message} />
			</article>
		);
	}
	return (
		<article class="bubble-row" {...marksOf(room, message)}>
			<Avatar seed={room.id} name={room.name} />
			<div class="bubble-side">
				<p class="sender">
					{room.name}
					{from === 'bot' && <small class="bot-mark">{words.bot}</small>}
				</p>
				<div class="bubble-line">
					<Content room={room} message={message} />
					<Time message={message} />
				</div>
				{chips}
			</div>
		</article>
	);
}
