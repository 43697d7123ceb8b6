import type { FunctionComponent } from 'preact';
import type { BrandBubble, BrandLayout } from '../../../../world/types.mts';
import { AdultCover } from './AdultCover.tsx';
import { CommerceCarousel } from './CommerceCarousel.tsx';
import { CommerceMessage } from './CommerceMessage.tsx';
import { FeedCarousel } from './FeedCarousel.tsx';
import { ImageMessage } from './ImageMessage.tsx';
import { ItemListMessage } from './ItemListMessage.tsx';
import { OptOutLine } from './OptOutLine.tsx';
import { TextMessage } from './TextMessage.tsx';
import { VideoMessage } from './VideoMessage.tsx';
import { WideMessage } from './WideMessage.tsx';

const LAYOUTS: Record<BrandLayout, FunctionComponent<{ bubble: BrandBubble }>> = {
	TEXT: TextMessage,
	IMAGE: ImageMessage,
	WIDE: WideMessage,
	WIDE_ITEM_LIST: ItemListMessage,
	PREMIUM_VIDEO: VideoMessage,
	COMMERCE: CommerceMessage,
	CAROUSEL_FEED: FeedCarousel,
	CAROUSEL_COMMERCE: CommerceCarousel,
};

/** A Brand Message. All layouts are one bubble, but for the carousels: there every card is one. */
export function BrandMessage({ bubble }: { bubble: BrandBubble }) {
	const Layout = LAYOUTS[bubble.layout];
	return (
		<div class={bubble.carousel ? 'strip' : 'card'} data-testid="brand" data-layout={bubble.layout}>
			<AdultCover adult={bubble.adult}>
				<Layout bubble={bubble} />
				<OptOutLine optOut={bubble.optOut} />
			</AdultCover>
		</div>
	);
}
