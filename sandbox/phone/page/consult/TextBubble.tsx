import { useState } from 'preact/hooks';
import { useLanguage } from '../language.mts';
import { LinkedText } from '../LinkedText.tsx';

/** Beyond this KakaoTalk shows the beginning and offers the rest. */
const SHOWN = 500;

export function TextBubble({ text }: { text: string }) {
	const { words } = useLanguage();
	const [whole, setWhole] = useState(false);
	const cut = !whole && text.length > SHOWN;
	return (
		<div class="consult-text">
			<p data-testid="consult-text">
				<LinkedText text={cut ? `${text.slice(0, SHOWN)}…` : text} />
			</p>
			{cut && (
				<button type="button" class="show-whole" data-testid="show-whole" onClick={() => setWhole(true)}>
					{words.showWhole}
				</button>
			)}
		</div>
	);
}
