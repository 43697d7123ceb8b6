import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Night, NightMode } from './api.mts';
import { Icon } from './Icon.tsx';
import type { Words } from './words.mts';

const MODES: NightMode[] = ['clock', 'always', 'never'];

interface Props {
	night: Night;
	words: Words;
	onMode: (mode: NightMode) => void;
}

/** Tells when advertising is held or refused, and lets anybody try that at any hour. */
export function NightMenu({ night, words, onMode }: Props) {
	const [open, setOpen] = useState(false);
	const frame = useRef<HTMLDivElement>(null);
	const hint = night.isNight ? words.nightNow : words.dayNow;

	useLayoutEffect(() => {
		if (!open) return undefined;
		const close = (event: Event): void => {
			const outside = event.target instanceof Node && !frame.current?.contains(event.target);
			if (outside || (event instanceof KeyboardEvent && event.key === 'Escape')) setOpen(false);
		};
		const events = ['pointerdown', 'focusin', 'keydown'];
		for (const name of events) document.addEventListener(name, close);
		return () => {
			for (const name of events) document.removeEventListener(name, close);
		};
	}, [open]);

	return (
		<div class="night" ref={frame}>
			<button
				type="button"
				class={night.isNight ? 'quiet is-night' : 'quiet'}
				title={hint}
				aria-label={hint}
				aria-expanded={open}
				data-testid="night"
				data-night={night.isNight}
				onClick={() => setOpen(!open)}
			>
				<Icon name={night.isNight ? 'moon' : 'sun'} size={18} />
				{night.isNight && <span class="roomy-only">{words.night}</span>}
			</button>
			{open && (
				<fieldset class="night-menu" data-testid="night-menu">
					<legend>{words.nightMode}</legend>
					<p>{hint}</p>
					{MODES.map((mode) => (
						<label key={mode}>
							<input type="radio" name="night" checked={night.mode === mode} data-testid={`night-${mode}`} onChange={() => onMode(mode)} />
							{words.nightModes[mode]}
						</label>
					))}
				</fieldset>
			)}
		</div>
	);
}
