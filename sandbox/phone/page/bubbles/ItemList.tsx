import type { ListItem } from '../api.mts';

/** Rows of an item-list template, with the summary set off below. */
export function ItemList({ items, summary }: { items: ListItem[]; summary: ListItem | null }) {
	if (items.length === 0 && !summary) return null;
	return (
		<dl class="items" data-testid="bubble-items">
			{items.map((item, place) => (
				<div key={place}>
					<dt>{item.title}</dt>
					<dd>{item.description}</dd>
				</div>
			))}
			{summary && (
				<div class="summary">
					<dt>{summary.title}</dt>
					<dd>{summary.description}</dd>
				</div>
			)}
		</dl>
	);
}
