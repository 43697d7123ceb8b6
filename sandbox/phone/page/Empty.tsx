import { useState } from 'preact/hooks';
import { firstMessage } from './firstMessage.mts';
import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';

/** Nobody has sent anything yet: say what to do. */
export function Empty({ n8n, nhnCloud }: { n8n: string; nhnCloud: string }) {
	const { words } = useLanguage();
	const [copied, setCopied] = useState(false);
	const command = firstMessage(nhnCloud);
	const copy = async (): Promise<void> => {
		try {
			await navigator.clipboard.writeText(command);
			setCopied(true);
		} catch (error) {
			// Browsers allow it on localhost and https only; the text can still be selected by hand.
			console.warn('The browser refused to copy', error);
		}
	};
	return (
		<section class="empty" data-testid="empty">
			<img src="/assets/icon.svg" alt="" width="64" height="64" />
			<h2>{words.emptyTitle}</h2>
			<p>{words.emptyLead}</p>
			<ol>
				<li>{words.emptyStep1}</li>
				<li>{words.emptyStep2}</li>
				<li>{words.emptyStep3}</li>
			</ol>
			<a class="primary big" href={n8n} target="_blank" rel="noopener noreferrer">
				{words.emptyOpenN8n}
				<Icon name="out" size={18} />
			</a>
			<div class="curl">
				<header>
					<span>{words.emptyCurl}</span>
					<button type="button" class="link-button" onClick={() => void copy()}>
						{copied ? words.copied : words.copy}
					</button>
				</header>
				<pre tabIndex={0}>{command}</pre>
			</div>
		</section>
	);
}
