import { useRef, useState } from 'preact/hooks';
import { useLanguage } from './language.mts';

interface Props {
	id: string;
	label: string;
	hint?: string;
	url: string | null;
	/** Null takes it away. @returns whether it has been done */
	onSave: (url: string | null) => Promise<boolean>;
}

interface Draft {
	/** Null once the server has told what was saved. */
	text: string | null;
	/** Null while it is only typed. */
	state: 'saved' | 'failed' | null;
}

/** An address that is typed into a console of Kakao's. */
export function UrlForm({ id, label, hint, url, onSave }: Props) {
	const { words } = useLanguage();
	const [{ text: typed, state }, setDraft] = useState<Draft>({ text: null, state: null });
	const told = useRef(url);
	const text = typed ?? url ?? '';
	// What was saved stands until the server tells it; what is only typed stays whatever the server tells. Not as an effect:
	// that would come a moment later, and take away what was typed in between.
	if (told.current !== url) {
		told.current = url;
		if (state === 'saved') setDraft({ text: null, state });
	}
	const save = async (event: Event): Promise<void> => {
		event.preventDefault();
		const done = await onSave(text.trim() || null);
		setDraft((now) => {
			if (!done) return { ...now, state: 'failed' };
			// What was typed while it was being saved is not saved yet.
			return now.text === typed ? { ...now, state: 'saved' } : now;
		});
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
					onInput={(event) => setDraft({ text: event.currentTarget.value, state: null })}
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
