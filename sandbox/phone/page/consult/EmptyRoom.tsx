import { useLanguage } from '../language.mts';
import { useSheet } from '../sheets.mts';
import type { Room } from '../timeline.mts';

/** Nothing was said here yet. */
export function EmptyRoom({ channel }: { channel: Room | undefined }) {
	const { words } = useLanguage();
	const openSheet = useSheet();
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
