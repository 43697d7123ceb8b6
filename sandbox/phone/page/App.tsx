import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { Empty } from './Empty.tsx';
import { Inspector } from './Inspector.tsx';
import { firstLanguage, LanguageContext } from './language.mts';
import { Phone } from './Phone.tsx';
import { PhoneList } from './PhoneList.tsx';
import { remember } from './remember.mts';
import type { Store } from './store.mts';
import { TopBar } from './TopBar.tsx';
import { type Language, WORDS } from './words.mts';

const PHONE_WIDTH = 384;
const MOST_PHONES = 4;

interface Props {
	store: Store;
	/** Where n8n and the fake NHN Cloud are, for the empty page. */
	n8n: string;
	nhnCloud: string;
}

export function App({ store, n8n, nhnCloud }: Props) {
	const [language, setLanguage] = useState<Language>(firstLanguage);
	const [, redraw] = useReducer((version: number) => version + 1, 0);
	const stage = useRef<HTMLElement>(null);
	const words = WORDS[language];

	useEffect(() => store.subscribe(() => redraw(undefined)), [store]);

	useEffect(() => {
		document.documentElement.lang = language;
		document.title = words.pageTitle;
		remember('language', language);
	}, [language, words]);

	useLayoutEffect(() => {
		const element = stage.current;
		if (!element) return undefined;
		const measure = (): void => {
			const places = Math.floor(element.clientWidth / PHONE_WIDTH);
			store.setFit(Math.min(MOST_PHONES, Math.max(1, places)));
		};
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		return () => observer.disconnect();
	}, [store]);

	const { shown } = store.open;
	return (
		<LanguageContext.Provider value={language}>
			<TopBar store={store} language={language} onLanguage={setLanguage} />
			{store.problem && (
				<p class="problem" role="alert">
					{words.unreachable}
				</p>
			)}
			<div class={shown.length > 0 ? 'columns with-phones' : 'columns'}>
				<PhoneList store={store} />
				<main class="stage" ref={stage}>
					{shown.map((number) => (
						<Phone key={number} store={store} number={number} />
					))}
					{shown.length === 0 && store.loaded && (store.isEmpty ? <Empty n8n={n8n} nhnCloud={nhnCloud} /> : <p class="hint pick">{words.pickPhone}</p>)}
				</main>
				{store.inspecting && <Inspector store={store} />}
			</div>
		</LanguageContext.Provider>
	);
}
