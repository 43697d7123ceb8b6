import { LinkedText } from '../../LinkedText.tsx';

/** Header and text, as far as there are any. */
export function MessageText({ header = null, text }: { header?: string | null; text: string | null }) {
	if (!header && !text) return null;
	return (
		<div class="card-body">
			{header && (
				<h3 class="brand-header" data-testid="bubble-header">
					{header}
				</h3>
			)}
			{text && (
				<p class="card-text" data-testid="bubble-text">
					<LinkedText text={text} />
				</p>
			)}
		</div>
	);
}
