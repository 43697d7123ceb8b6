import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from './language.mts';

interface Props {
	id: string;
	label: string;
	hint?: string;
	url: string | null;
	/** Null takes it away. @returns whether it has been done */
	onSave: (url: string | null) => Promise<boolean>;
}

/** An address that is typed into a console of Kakao's. */
export function UrlForm({ id, label, hint, url, onSave }: Props) {
	const { words } = useLanguage();
	const [typed, setTyped] = useState<string | null>(null);
	const [state, setState] = useState<'saved' | 'failed' | null>(null);
	const text = typed ?? url ?? '';
	// What was saved stands until the server tells it; what is only typed stays whatever the server tells.
	useEffect(() => {
		if (state === 'saved') setTyped(null);
	}, [url]);
	const save = async (event: Event): Promise<void> => {
		event.preventDefault();
		setState((await onSave(text.trim() || null)) ? 'saved' : 'failed');
	};
	return (
		<form class="url-form" onSubmit={(event) => void save(event)}>
			<label>
				<span>{label}</span>
				{hint && <small>{hint}</small>}
				<input
					type="text"
					inputMode="url"
					value={text}
					placeholder={words.webhookPlaceholder}
					autocomplete="off"
					data-testid={id}
					onInput={(event) => {
						setTyped(event.currentTarget.value);
						setState(null);
					}}
				/>
			</label>
			<button type="submit" data-testid={`${id}-save`} disabled={typed === null || state === 'saved' || typed.trim() === (url ?? '')}>
				{state === 'saved' ? words.saved : words.save}
			</button>
			{state === 'failed' && (
				<p class="field-problem" role="alert">
					{words.saveFailed}
				</p>
			)}
		</form>
	);
}
