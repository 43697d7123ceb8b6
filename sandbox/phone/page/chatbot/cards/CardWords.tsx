import { LinkedText } from '../../LinkedText.tsx';

/** A card's title and text. */
export function CardWords({ title, description }: { title?: string | undefined; description?: string | undefined }) {
	if (!title && !description) return null;
	return (
		<div class="card-body">
			{title && (
				<h3 class="brand-header" data-testid="bot-title">
					{title}
				</h3>
			)}
			{description && (
				<p class="card-text" data-testid="bot-text">
					<LinkedText text={description} />
				</p>
			)}
		</div>
	);
}
