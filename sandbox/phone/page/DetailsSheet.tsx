import type { SandboxMessage } from './api.mts';
import { exactMoment } from './format.mts';
import { useLanguage } from './language.mts';

/** The sender's view of a message: the ids and times to compare with what n8n got. */
export function DetailsSheet({ message }: { message: SandboxMessage }) {
	const { language, words } = useLanguage();
	const moment = (iso: string | null): string | null => (iso ? exactMoment(iso, language) : null);
	const { bubble, targeting } = message;
	const rows: Array<[string, string | null]> = [
		[words.fieldState, words.states[message.state]],
		[words.fieldCode, message.resultCode],
		[words.fieldReason, message.reason?.[language] ?? null],
		[words.fieldKind, bubble.kind === 'brand' ? words.brandMessage(words.layouts[bubble.layout]) : words.alimTalk],
		[words.fieldTargeting, targeting && `${targeting}: ${words.targeting[targeting]}`],
		[words.fieldDealer, words.dealers[message.dealer]],
		[words.fieldChannel, message.channelName],
		[words.fieldTemplate, message.templateCode || words.freeForm],
		[words.fieldRequest, message.requestId],
		[words.fieldMessage, message.messageId],
		[words.fieldKey, message.messageKey],
		[words.fieldAccepted, moment(message.acceptedAt)],
		[words.fieldScheduled, moment(message.scheduledAt)],
		[words.fieldFinished, moment(message.finishedAt)],
	];
	return (
		<dl class="details">
			{rows.map(([name, value]) =>
				value === null ? null : (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				),
			)}
		</dl>
	);
}
