import { Picture } from '../../bubbles/Picture.tsx';
import { TapArea } from '../../bubbles/Tap.tsx';
import { useLanguage } from '../../language.mts';
import type { BotThumbnail } from '../api.mts';

/** The first of `web`, `mobile` and `pc`, as far as a skill has given any. */
export function addressOf(link: object | undefined): string | undefined {
	const fields = new Map<string, unknown>(Object.entries(link ?? {}));
	return ['web', 'mobile', 'pc'].map((name) => fields.get(name)).find((value) => typeof value === 'string');
}

/** `fixedRatio` keeps the picture whole in a square; else its middle is shown, 2:1 (facts kakao-developers.md 7.2). */
export function Thumbnail({ thumbnail: { imageUrl, altText, fixedRatio, link } }: { thumbnail: BotThumbnail }) {
	const { words } = useLanguage();
	return (
		<TapArea name={words.pictureLink} links={{ linkMobile: addressOf(link) }} class="picture-link" data-testid="bot-thumbnail">
			<Picture
				url={imageUrl}
				className={fixedRatio ? 'bot-thumbnail square' : 'bot-thumbnail'}
				alt={altText}
				inside={addressOf(link) !== undefined}
			/>
		</TapArea>
	);
}
