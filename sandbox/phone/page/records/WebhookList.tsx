import { count, phoneNumber, shortMoment } from '../format.mts';
import { useLanguage } from '../language.mts';
import type { Store } from '../store.mts';
import { UrlForm } from '../UrlForm.tsx';
import { developersApi, type WebhookRecord } from './api.mts';

function Webhook({ record, onOpen }: { record: WebhookRecord; onOpen: (number: string) => void }) {
	const { language, words } = useLanguage();
	const { id, kind, number, channel, method, url, attempt, at, status, ms, problem, body, answer } = record;
	return (
		<li data-testid="webhook-item" data-kind={kind} data-number={number} data-status={status} data-problem={problem ?? ''} data-id={id}>
			<div class="record-line">
				<span>
					<strong>{words.webhookKinds[kind] ?? kind}</strong>{' '}
					<button type="button" class="link-button" onClick={() => onOpen(number)}>
						{phoneNumber(number)}
					</button>
				</span>
				<time dateTime={at}>{shortMoment(at, language)}</time>
			</div>
			<p class="record-path">
				<b>{method}</b> {url}
			</p>
			<p class="record-small">
				<code class={problem ? 'bad' : 'good'}>{status || words.noAnswer}</code> {words.milliseconds(count(ms, language))}
				{channel && ` · ${channel}`}
				{attempt > 1 && ` · ${words.webhookTry(attempt)}`}
			</p>
			{problem && (
				<p class="record-reason bad" data-testid="webhook-problem">
					{words.webhookProblems[problem]}
				</p>
			)}
			<details>
				<summary data-testid="webhook-details">{words.webhookBody}</summary>
				{body && <pre>{body}</pre>}
				<small>{words.webhookAnswer}</small>
				<pre>{answer || words.emptyAnswer}</pre>
			</details>
		</li>
	);
}

/** Where Kakao tells the app of friends and unlinked users, and what came of it. */
export function WebhookList({ store }: { store: Store }) {
	const { words } = useLanguage();
	const { webhooks, settings } = store.developers;
	const save = (kind: 'channel' | 'unlink') => async (url: string | null): Promise<boolean> => {
		try {
			await developersApi.setWebhook(kind, url);
		} catch (error) {
			console.warn('The webhook could not be set', error);
			return false;
		}
		store.refresh();
		return true;
	};
	const hasUrl = settings.channel !== null || settings.unlink !== null;
	return (
		<>
			<div class="webhook-settings">
				<UrlForm id="channel-webhook" label={words.channelWebhook} hint={words.webhookHint} url={settings.channel?.url ?? null} onSave={save('channel')} />
				<UrlForm id="unlink-webhook" label={words.unlinkWebhook} url={settings.unlink?.url ?? null} onSave={save('unlink')} />
			</div>
			{webhooks.length === 0 && <p class="hint">{hasUrl ? words.noWebhooks : words.noWebhooksNoUrl}</p>}
			<ul class="records">
				{webhooks.map((record) => (
					<Webhook key={record.id} record={record} onOpen={(number) => store.openPhone(number)} />
				))}
			</ul>
		</>
	);
}
