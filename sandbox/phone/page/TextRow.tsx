import type { SandboxMessage } from './api.mts';
import { clock, phoneNumber } from './format.mts';
import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';
import { LinkedText } from './LinkedText.tsx';
import { useSheet } from './sheets.mts';
import { momentOf } from './timeline.mts';

/** The text message that came instead of the AlimTalk. Not KakaoTalk, and it must not look like it. */
export function TextRow({ message }: { message: SandboxMessage }) {
	const { language, words } = useLanguage();
	const openSheet = useSheet();
	const { fallback, reason } = message;
	if (!fallback) return null;
	const at = momentOf(message);
	const from = phoneNumber(fallback.from);
	return (
		<article
			class="text-row"
			data-testid="sms"
			data-message-id={message.id}
			data-to={message.to}
			data-type={fallback.type}
			data-template={message.templateCode}
		>
			<p class="text-note">
				{message.resultCode && <b>{message.resultCode}</b>}
				{words.fallbackWhy(reason?.[language] ?? words.unknownReason)}
			</p>
			<div class="text-card">
				<header>
					<span class="text-app">
						<Icon name="chat" size={14} />
						{words.textMessage} · {fallback.type}
					</span>
					<time dateTime={at}>{clock(at, language)}</time>
				</header>
				<p class="text-from">{from}</p>
				<div class="text-bubble">
					{fallback.title && <strong data-testid="sms-title">{fallback.title}</strong>}
					<p data-testid="sms-text">
						<LinkedText text={fallback.text} />
					</p>
				</div>
				<footer>
					<span>
						{words.sentAsText(fallback.type)} · {words.bytes(fallback.bytes)}
					</span>
					<button type="button" class="link-button" onClick={() => openSheet({ kind: 'details', message })}>
						{words.details}
					</button>
				</footer>
			</div>
		</article>
	);
}
