import { memo } from 'preact/compat';
import { BubbleRow } from './BubbleRow.tsx';
import { CanceledRow, FailedRow, RefusedRow } from './SystemRow.tsx';
import { TextRow } from './TextRow.tsx';
import { type Entry, isText } from './timeline.mts';

function Drawing({ entry }: { entry: Entry }) {
	if (entry.kind === 'refused') return <RefusedRow refused={entry.refused} />;
	const { message } = entry;
	if (isText(message)) return <TextRow message={message} />;
	switch (message.state) {
		case 'failed':
			return <FailedRow message={message} />;
		case 'canceled':
			return <CanceledRow message={message} />;
		default:
			return <BubbleRow message={message} />;
	}
}

/** Entries are rebuilt on every refresh, what they hold is not: only a changed message is drawn again. */
export const ChatEntry = memo(Drawing, (before, after) =>
	before.entry.kind === 'message' && after.entry.kind === 'message'
		? before.entry.message === after.entry.message
		: before.entry.kind === after.entry.kind && before.entry.id === after.entry.id,
);
