import type { ComponentChildren } from 'preact';
import type { RefusedSend, SandboxMessage } from './api.mts';
import { snippet } from './bubbles/registry.mts';
import { clock, shortMoment } from './format.mts';
import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';
import { useSheet } from './sheets.mts';
import { momentOf } from './timeline.mts';

interface FailureProps {
	id: string;
	to: string;
	code: string | null;
	title: string;
	at: string;
	reason: string;
	children: ComponentChildren;
}

function Failure({ id, to, code, title, at, reason, children }: FailureProps) {
	const { language, words } = useLanguage();
	return (
		<article class="failure" data-testid="failure" data-message-id={id} data-to={to} data-code={code ?? ''}>
			<header>
				<Icon name="alert" size={16} />
				<strong>{title}</strong>
				{code && <code>{words.code(code)}</code>}
				<time dateTime={at}>{clock(at, language)}</time>
			</header>
			<p class="failure-reason">{reason}</p>
			{children}
		</article>
	);
}

export function FailedRow({ message }: { message: SandboxMessage }) {
	const { language, words } = useLanguage();
	const openSheet = useSheet();
	return (
		<Failure
			id={message.id}
			to={message.to}
			code={message.resultCode}
			title={words.failed}
			at={momentOf(message)}
			reason={message.reason?.[language] ?? words.unknownReason}
		>
			<p>{message.fallback ? words.fallbackFailed : words.fallbackOff}</p>
			<details>
				<summary>{words.showContent}</summary>
				<p class="failure-content">{message.bubble.text ?? snippet(message, words)}</p>
				<button type="button" class="link-button" onClick={() => openSheet({ kind: 'details', message })}>
					{words.details}
				</button>
			</details>
		</Failure>
	);
}

export function RefusedRow({ refused }: { refused: RefusedSend }) {
	const { language, words } = useLanguage();
	return (
		<Failure id={refused.id} to={refused.to} code={refused.code} title={words.refused} at={refused.at} reason={refused.reason[language]}>
			<p>
				{words.refusedBy(words.dealers[refused.dealer])} {refused.templateCode}
			</p>
		</Failure>
	);
}

export function CanceledRow({ message }: { message: SandboxMessage }) {
	const { language, words } = useLanguage();
	return (
		<p class="notice" data-testid="canceled" data-message-id={message.id}>
			{words.canceled}
			{message.scheduledAt && ` · ${shortMoment(message.scheduledAt, language)}`}
			<span>{snippet(message, words)}</span>
		</p>
	);
}
