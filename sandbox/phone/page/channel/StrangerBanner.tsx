import { useLanguage } from '../language.mts';
import type { Relation } from './api.mts';

/** What KakaoTalk puts above the room of a channel that one has not added. */
export function StrangerBanner({ onRelate }: { onRelate: (relation: Relation) => void }) {
	const { words } = useLanguage();
	return (
		<div class="stranger" data-testid="stranger-banner">
			<p>{words.strangerBanner}</p>
			<button type="button" class="stranger-add" data-testid="banner-add" onClick={() => onRelate('ADDED')}>
				{words.addChannel}
			</button>
			<button type="button" data-testid="banner-block" onClick={() => onRelate('BLOCKED')}>
				{words.block}
			</button>
		</div>
	);
}
