import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { useLanguage } from '../language.mts';
import type { Writing } from './api.mts';
import { upload } from './upload.mts';

interface Props {
	/** Who answers, or that nobody does yet. */
	hint: string | null;
	/** What the writing goes to: the channel's name. */
	to: string;
	/** Whether photos and files can be sent as well. */
	attachments: boolean;
	/** @returns whether it has been sent */
	onWrite: (writing: Writing) => Promise<boolean>;
	onFocus: () => void;
}

interface PickerProps {
	name: 'photos' | 'file';
	label: string;
	icon: 'image' | 'clip';
	accept: string;
	onPick: (files: File[]) => void;
}

function Picker({ name, label, icon, accept, onPick }: PickerProps) {
	const input = useRef<HTMLInputElement>(null);
	const pick = (event: JSX.TargetedEvent<HTMLInputElement>): void => {
		const files = [...(event.currentTarget.files ?? [])];
		// Otherwise the same file could not be picked twice.
		event.currentTarget.value = '';
		if (files.length > 0) onPick(files);
	};
	return (
		<>
			<button type="button" class="composer-icon" aria-label={label} title={label} data-testid={`attach-${name}`} onClick={() => input.current?.click()}>
				<Icon name={icon} size={20} />
			</button>
			<input ref={input} type="file" hidden multiple={name === 'photos'} accept={accept} aria-label={label} data-testid={`${name}-input`} onChange={pick} />
		</>
	);
}

const LINE_PX = 20;
const MOST_LINES = 5;

/** Grows with what is written, as KakaoTalk's. */
function fit(field: HTMLTextAreaElement): void {
	field.style.height = 'auto';
	field.style.height = `${Math.min(field.scrollHeight, MOST_LINES * LINE_PX + 16)}px`;
}

/** Where the customer writes: Enter sends, Shift+Enter begins a new line. */
export function Composer({ hint, to, attachments, onWrite, onFocus }: Props) {
	const { words } = useLanguage();
	const [text, setText] = useState('');
	const [busy, setBusy] = useState(false);
	const field = useRef<HTMLTextAreaElement>(null);

	const write = async (writing: Writing): Promise<boolean> => {
		setBusy(true);
		try {
			return await onWrite(writing);
		} finally {
			setBusy(false);
		}
	};
	// The field is free at once, because a chatbot may take seconds; what was refused comes back into it.
	const send = async (): Promise<void> => {
		if (text.trim() === '' || busy) return;
		setText('');
		if (field.current) field.current.style.height = '';
		field.current?.focus();
		if (!(await onWrite({ text }))) setText((since) => since || text);
	};
	const photos = async (files: File[]): Promise<void> => void (await write({ photos: await Promise.all(files.map(upload)) }));
	const file = async (files: File[]): Promise<void> => {
		const [first] = files;
		if (first) await write({ file: await upload(first) });
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		// While a Korean syllable is being put together, Enter belongs to the input method.
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		void send();
	};
	return (
		<form
			class="composer"
			data-testid="composer-form"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			{hint && (
				<p class="composer-hint" data-testid="composer-hint">
					{hint}
				</p>
			)}
			<div class={attachments ? 'composer-line' : 'composer-line bare'}>
				{attachments && (
					<>
						<Picker name="photos" label={words.attachPhotos} icon="image" accept="image/jpeg,image/png,image/gif" onPick={(files) => void photos(files)} />
						<Picker name="file" label={words.attachFile} icon="clip" accept="" onPick={(files) => void file(files)} />
					</>
				)}
				<textarea
					ref={field}
					rows={1}
					value={text}
					placeholder={words.composerPlaceholder}
					aria-label={words.writeTo(to)}
					data-testid="composer"
					onFocus={onFocus}
					onKeyDown={onKeyDown}
					onInput={(event) => {
						setText(event.currentTarget.value);
						fit(event.currentTarget);
					}}
				/>
				<button type="submit" class="composer-send" aria-label={words.send} data-testid="composer-send" disabled={busy || text.trim() === ''}>
					<Icon name="send" size={18} />
				</button>
			</div>
		</form>
	);
}
