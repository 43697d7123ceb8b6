import type { RefusedSend } from './api.mts';
import { phoneNumber, shortMoment } from './format.mts';
import { useLanguage } from './language.mts';

const MOST = 200;

export function RefusedList({ refused, onOpen }: { refused: RefusedSend[]; onOpen: (number: string) => void }) {
	const { language, words } = useLanguage();
	if (refused.length === 0) return <p class="hint">{words.noRefused}</p>;
	const newest = [...refused].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, MOST);
	return (
		<ul class="records">
			{newest.map((item) => (
				<li key={item.id} data-testid="refused-item">
					<div class="record-line">
						{item.to ? (
							<button type="button" class="link-button strong" onClick={() => onOpen(item.to)}>
								{phoneNumber(item.to)}
							</button>
						) : (
							<strong>{words.noNumber}</strong>
						)}
						<time dateTime={item.at}>{shortMoment(item.at, language)}</time>
					</div>
					<p class="record-reason">{item.reason[language]}</p>
					<p class="record-small">
						<code class="bad">{item.code}</code> {words.dealers[item.dealer]} · {item.templateCode}
					</p>
				</li>
			))}
		</ul>
	);
}
