import type { BrandBubble } from '../../../../world/types.mts';
import { BrandPicture } from './BrandPicture.tsx';
import { TextMessage } from './TextMessage.tsx';

export function ImageMessage({ bubble }: { bubble: BrandBubble }) {
	return (
		<>
			{bubble.imageUrl && <BrandPicture url={bubble.imageUrl} link={bubble.imageLink} shape="tall" />}
			<TextMessage bubble={bubble} />
		</>
	);
}
