import { useState } from 'preact/hooks';
import { Confirm } from '../Confirm.tsx';
import { Icon } from '../Icon.tsx';
import { useLanguage } from '../language.mts';

interface Props {
	blocked: boolean;
	onLeave: () => Promise<void>;
	onBlock: (blocked: boolean) => Promise<void>;
}

/** What KakaoTalk's room menu offers: leave the room, block the channel. */
export function RoomSheet({ blocked, onLeave, onBlock }: Props) {
	const { words } = useLanguage();
	const [asking, setAsking] = useState<'leave' | 'block' | null>(null);
	return (
		<div class="room-sheet">
			<button type="button" class="room-action" data-testid="leave" onClick={() => setAsking('leave')}>
				<Icon name="out" size={18} />
				{words.leaveRoom}
			</button>
			{blocked ? (
				<button type="button" class="room-action" data-testid="unblock-channel" onClick={() => void onBlock(false)}>
					<Icon name="check" size={18} />
					{words.unblock}
				</button>
			) : (
				<button type="button" class="room-action danger" data-testid="block" onClick={() => setAsking('block')}>
					<Icon name="close" size={18} />
					{words.blockChannel}
				</button>
			)}
			{asking && (
				<Confirm
					question={asking === 'leave' ? words.leaveQuestion : words.blockQuestion}
					yes={asking === 'leave' ? words.leave : words.block}
					no={words.cancel}
					onYes={asking === 'leave' ? onLeave : () => onBlock(true)}
					onNo={() => setAsking(null)}
				/>
			)}
		</div>
	);
}
