import type { DealerRequest } from './api.mts';
import { count, shortMoment } from './format.mts';
import { useLanguage } from './language.mts';

const MOST = 200;

export function RequestList({ requests }: { requests: DealerRequest[] }) {
	const { language, words } = useLanguage();
	if (requests.length === 0) return <p class="hint">{words.noRequests}</p>;
	const dealers: Record<string, string> = words.dealers;
	const newest = [...requests].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, MOST);
	return (
		<ul class="records">
			{newest.map((item, place) => (
				<li key={`${item.at} ${place}`} data-testid="request-item">
					<div class="record-line">
						<strong>{dealers[item.dealer] ?? item.dealer}</strong>
						<time dateTime={item.at}>{shortMoment(item.at, language)}</time>
					</div>
					<p class="record-path">
						<b>{item.method}</b> {item.path}
					</p>
					<p class="record-small">
						<code class={item.status >= 400 || item.status === 0 ? 'bad' : 'good'}>{item.status || words.noAnswer}</code>
						{item.recipients > 0 && ` ${words.recipients(count(item.recipients, language))}`}
						{item.fault && ` · ${words.fault(item.fault)}`}
					</p>
				</li>
			))}
		</ul>
	);
}
