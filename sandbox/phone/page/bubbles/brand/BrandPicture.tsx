import { useLanguage } from '../../language.mts';
import { Picture } from '../Picture.tsx';
import { TapArea } from '../Tap.tsx';

interface Props {
	url: string;
	/** Where a tap on it leads. */
	link: string | null;
	/** Kakao's limits: `tall` 2:1 to 3:4, `wide` 2:1 to 1:1. Within them the picture keeps its own shape. */
	shape: 'tall' | 'wide';
}

export function BrandPicture({ url, link, shape }: Props) {
	const { words } = useLanguage();
	const className = `brand-picture ${shape}`;
	if (!link) return <Picture url={url} className={className} />;
	return (
		<TapArea name={words.pictureLink} links={{ linkMobile: link }} class="picture-link" data-testid="picture-link">
			<Picture url={url} className={className} inside />
		</TapArea>
	);
}
