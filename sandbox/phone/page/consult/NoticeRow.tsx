import { useLanguage } from '../language.mts';
import { LinkedText } from '../LinkedText.tsx';
import type { Ending } from '../timeline.mts';
import type { ConsultMessage, ConsultNotice } from './api.mts';
import { ConsultButtons } from './ConsultButtons.tsx';

/** What Kakao says in the middle of the room: a consult begins or ends, nobody is there. */
export function NoticeRow({ message, notice, channel }: { message: ConsultMessage; notice: ConsultNotice; channel: string }) {
	return (
		<div class="consult-notice" data-testid="consult-notice" data-notice={notice.notice} data-message-id={message.id}>
			<p class="notice" lang="ko">
				<LinkedText text={notice.text} />
			</p>
			<ConsultButtons buttons={notice.buttons} channel={channel} messageId={message.id} />
		</div>
	);
}

export function RecalledRow({ message }: { message: ConsultMessage }) {
	const { words } = useLanguage();
	return (
		<p class="notice" data-testid="consult-recalled" data-message-id={message.id}>
			{words.recalled}
		</p>
	);
}

/** Why the consult ended, where the words of the channel don't tell. */
export function EndingRow({ ending }: { ending: Ending }) {
	const { words } = useLanguage();
	return (
		<p class="notice" data-testid="consult-ending" data-ending={ending}>
			{words.endings[ending]}
		</p>
	);
}
