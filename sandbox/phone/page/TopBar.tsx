import { useState } from 'preact/hooks';
import { Confirm } from './Confirm.tsx';
import { Icon } from './Icon.tsx';
import { NightMenu } from './NightMenu.tsx';
import type { Store } from './store.mts';
import { type Language, WORDS } from './words.mts';

interface Props {
	store: Store;
	language: Language;
	onLanguage: (language: Language) => void;
}

const LANGUAGES: Array<{ id: Language; short: string; name: string }> = [
	{ id: 'ko', short: '한국어', name: '한국어' },
	{ id: 'en', short: 'EN', name: 'English' },
];

export function TopBar({ store, language, onLanguage }: Props) {
	const [asking, setAsking] = useState(false);
	const words = WORDS[language];
	/** A control that fails must say so; the next successful look takes the notice away. */
	const change = async (work: Promise<void>): Promise<void> => {
		try {
			await work;
		} catch (error) {
			console.warn('The sandbox could not be changed', error);
			store.setProblem();
		}
	};
	/** The question stays until all is cleared: nothing done meanwhile can be cleared with it. */
	const clear = async (): Promise<void> => {
		await change(store.reset());
		setAsking(false);
	};
	return (
		<header class="top-bar">
			<img src="/assets/icon.svg" alt="" width="32" height="32" />
			<div class="top-title">
				<h1>{words.pageTitle}</h1>
				<p>{words.tagline}</p>
			</div>
			<span class={store.online ? 'link-state' : 'link-state lost'} role="status">
				<i />
				{store.online ? words.online : words.offline}
			</span>
			{store.sends.scheduled && (
				<button
					type="button"
					class="quiet due-now"
					title={words.releaseScheduled}
					aria-label={words.releaseScheduled}
					data-testid="release-scheduled"
					onClick={() => void change(store.releaseScheduled())}
				>
					<Icon name="clock" size={18} />
					<span class="roomy-only">{words.releaseScheduled}</span>
				</button>
			)}
			{store.night.now && <NightMenu night={store.night.now} words={words} onMode={(mode) => void change(store.setNight(mode))} />}
			<button
				type="button"
				class="quiet"
				aria-pressed={store.inspecting}
				data-testid="inspector-toggle"
				onClick={() => store.setInspecting(!store.inspecting)}
			>
				<Icon name="list" size={18} />
				<span class="wide-only">{words.inspector}</span>
				{store.sends.refused.length > 0 && <b class="badge alarm">{Math.min(store.sends.refused.length, 999)}</b>}
			</button>
			<button type="button" class="quiet" data-testid="clear-all" aria-label={words.clearAll} onClick={() => setAsking(true)}>
				<Icon name="trash" size={18} />
				<span class="wide-only">{words.clearAll}</span>
			</button>
			<div class="language" role="group" aria-label={words.language} data-testid="language">
				{LANGUAGES.map(({ id, short, name }) => (
					<button type="button" key={id} lang={id} aria-label={name} aria-pressed={id === language} data-language={id} onClick={() => onLanguage(id)}>
						{short}
					</button>
				))}
			</div>
			{asking && (
				<Confirm question={words.clearQuestion} yes={words.clear} no={words.cancel} onYes={clear} onNo={() => setAsking(false)} />
			)}
		</header>
	);
}
