import { useState } from 'preact/hooks';
import type { Relation } from '../channel/api.mts';
import { RelationActions } from '../channel/RelationActions.tsx';
import { Confirm } from '../Confirm.tsx';
import { Icon } from '../Icon.tsx';
import { useLanguage } from '../language.mts';

interface Props {
	channel: string;
	relation: Relation;
	/** Null where there is no consult to leave: in a chatbot's room. */
	onLeave: (() => Promise<void>) | null;
	onRelate: (relation: Relation) => Promise<void>;
	/** Null where one is there already, or the channel has none. */
	onBot: (() => void) | null;
}

/** What KakaoTalk's room menu offers: leave the room, add or block the channel. */
export function RoomSheet({ channel, relation, onLeave, onRelate, onBot }: Props) {
	const { words } = useLanguage();
	const [asking, setAsking] = useState(false);
	return (
		<div class="room-sheet">
			{onBot && (
				<button type="button" class="room-action" data-testid="room-to-chatbot" onClick={onBot}>
					<Icon name="bot" size={18} />
					{words.chatWithBot}
				</button>
			)}
			<RelationActions channel={channel} relation={relation} onRelate={onRelate} />
			{onLeave && (
				<button type="button" class="room-action" data-testid="leave" onClick={() => setAsking(true)}>
					<Icon name="out" size={18} />
					{words.leaveRoom}
				</button>
			)}
			{onLeave && asking && (
				<Confirm question={words.leaveQuestion} yes={words.leave} no={words.cancel} onYes={onLeave} onNo={() => setAsking(false)} />
			)}
		</div>
	);
}
