import type { Links } from '../../api.mts';
import { Icon } from '../../Icon.tsx';
import { useLanguage } from '../../language.mts';
import { TapArea } from '../Tap.tsx';

/** The end of a carousel: to the shop's page with everything else. */
export function MoreCard({ links }: { links: Links }) {
	const { words } = useLanguage();
	return (
		<TapArea name={words.moreLink} links={links} class="card more" data-testid="carousel-more">
			<span class="more-arrow">
				<Icon name="next" size={22} />
			</span>
			<span lang="ko">{words.more}</span>
		</TapArea>
	);
}
