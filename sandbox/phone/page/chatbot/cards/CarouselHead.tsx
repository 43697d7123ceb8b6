import { Picture } from '../../bubbles/Picture.tsx';
import { CardWords } from './CardWords.tsx';

const textIn = (fields: object, name: string): string | undefined => {
	const value = new Map<string, unknown>(Object.entries(fields)).get(name);
	return typeof value === 'string' ? value : undefined;
};

/** The sandbox does not check a carousel's header, so nothing in it is sure. */
export function CarouselHead({ header }: { header: object }) {
	const picture = 'thumbnail' in header && typeof header.thumbnail === 'object' && header.thumbnail ? textIn(header.thumbnail, 'imageUrl') : undefined;
	return (
		<div class="card carousel-head" data-testid="bot-carousel-head">
			{picture && <Picture url={picture} className="bot-thumbnail" inside />}
			<CardWords title={textIn(header, 'title')} description={textIn(header, 'description')} />
		</div>
	);
}
