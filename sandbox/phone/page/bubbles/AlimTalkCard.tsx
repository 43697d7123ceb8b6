import type { AlimTalkBubble } from '../../../world/types.mts';
import { useLanguage } from '../language.mts';
import { LinkedText } from '../LinkedText.tsx';
import { ButtonControl } from './ButtonControl.tsx';
import { ItemList } from './ItemList.tsx';
import { Picture } from './Picture.tsx';

/** The order of the parts is KakaoTalk's: picture, header, highlight, items, emphasis, text, extra, notice, buttons. */
export function AlimTalkCard({ bubble }: { bubble: AlimTalkBubble }) {
	const { words } = useLanguage();
	return (
		<div class="card">
			<p class="card-band" lang="ko">
				{words.alimTalkArrived}
			</p>
			{bubble.imageUrl && <Picture url={bubble.imageUrl} className="card-picture" />}
			{bubble.header && <h3 class="card-header">{bubble.header}</h3>}
			{bubble.highlight && (
				<div class="highlight">
					<div>
						<strong>{bubble.highlight.title}</strong>
						<span>{bubble.highlight.description}</span>
					</div>
					{bubble.highlight.imageUrl && <Picture url={bubble.highlight.imageUrl} className="thumbnail" />}
				</div>
			)}
			<ItemList items={bubble.items} summary={bubble.summary} />
			{bubble.title && (
				<div class="emphasis">
					{bubble.subtitle && <small>{bubble.subtitle}</small>}
					<h3 data-testid="bubble-title">{bubble.title}</h3>
				</div>
			)}
			<div class="card-body">
				<p class="card-text" data-testid="bubble-text">
					<LinkedText text={bubble.text} />
				</p>
				{bubble.extra && (
					<p class="card-extra" data-testid="bubble-extra">
						<LinkedText text={bubble.extra} />
					</p>
				)}
				{bubble.addChannelNotice && (
					<p class="card-extra" lang="ko">
						{words.addChannelNotice}
					</p>
				)}
			</div>
			{bubble.buttons.length > 0 && (
				<div class="card-buttons">
					{bubble.buttons.map((button, place) => (
						<ButtonControl key={place} button={button} className="card-button" />
					))}
				</div>
			)}
		</div>
	);
}
