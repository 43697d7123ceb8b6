import { count } from '../format.mts';
import { useLanguage } from '../language.mts';
import type { ConversationEntry } from './api.mts';
import { readable } from './report.mts';

type Call = NonNullable<ConversationEntry['skill']>;

/** Which block answered how, and what the Admin Center would find wrong with it. */
export function BotReport({ report: { block, source, skill, problems } }: { report: ConversationEntry }) {
	const { language, words } = useLanguage();
	return (
		<>
			<p class="bot-line" data-testid="bot-line">
				{block?.name}
				{source && ` · ${words.skillSources[source]}`}
				{skill && ` · ${skill.status ? `HTTP ${skill.status}` : words.skillNoStatus} · ${words.milliseconds(count(skill.ms, language))}`}
			</p>
			{problems.length > 0 && (
				<ul class="bot-problems" data-testid="bot-problems">
					{problems.map(({ severity, path, message }, place) => (
						<li key={place} data-testid="bot-problem" data-severity={severity} data-path={path}>
							<code>{path || words.skillWhole}</code> {message[language]}
						</li>
					))}
				</ul>
			)}
		</>
	);
}

/** As it went over the wire. */
export function RawCall({ call: { url, request, response } }: { call: Call }) {
	const { words } = useLanguage();
	return (
		<div class="bot-raw" data-testid="bot-raw">
			<small>{words.skillResponse}</small>
			<pre tabIndex={0} data-testid="bot-response">
				{readable(response) || words.emptyAnswer}
			</pre>
			<small>
				{words.skillRequest} · POST {url}
			</small>
			<pre tabIndex={0} data-testid="bot-request">
				{readable(request)}
			</pre>
		</div>
	);
}
