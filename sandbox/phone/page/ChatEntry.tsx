import { memo } from 'preact/compat';
import { BubbleRow } from './BubbleRow.tsx';
import { BotRow, ThinkingRow } from './chatbot/BotRow.tsx';
import { ConsultRow } from './consult/ConsultRow.tsx';
import { EndingRow } from './consult/NoticeRow.tsx';
import { CanceledRow, FailedRow, RefusedRow } from './SystemRow.tsx';
import { TextRow } from './TextRow.tsx';
import { type Entry, isText } from './timeline.mts';

function Drawing({ entry }: { entry: Entry }) {
	if (entry.kind === 'refused') return <RefusedRow refused={entry.refused} />;
	if (entry.kind === 'consult') return <ConsultRow room={entry.room} message={entry.message} newest={entry.newest} />;
	if (entry.kind === 'ending') return <EndingRow ending={entry.ending} />;
	if (entry.kind === 'bot') return <BotRow room={entry.room} entry={entry.entry} newest={entry.newest} />;
	if (entry.kind === 'thinking') return <ThinkingRow room={entry.room} />;
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

function isSame(a: Entry, b: Entry): boolean {
	if (a.kind === 'message' && b.kind === 'message') return a.message === b.message;
	if (a.kind === 'consult' && b.kind === 'consult') return a.message === b.message && a.newest === b.newest;
	if (a.kind === 'bot' && b.kind === 'bot') return a.entry === b.entry && a.newest === b.newest;
	return a.kind === b.kind && a.id === b.id;
}

/** Entries are rebuilt on every refresh, what they hold is not: only a changed message is drawn again. */
export const ChatEntry = memo(Drawing, (before, after) => isSame(before.entry, after.entry));
