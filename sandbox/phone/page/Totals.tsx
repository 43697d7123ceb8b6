import { count } from './format.mts';
import { useLanguage } from './language.mts';

interface Total {
	path: string[];
	value: number;
}

/** The server may count more in future: every number it sends is shown, grouped by the objects around it. */
function totalsOf(value: unknown, path: string[] = []): Total[] {
	if (typeof value === 'number') return [{ path, value }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => totalsOf(inner, [...path, key]));
}

export function Totals({ stats }: { stats: Record<string, unknown> }) {
	const { language, words } = useLanguage();
	// The grand totals stand first.
	const totals = totalsOf(stats).sort((a, b) => a.path.length - b.path.length);
	if (totals.length === 0) return <p class="hint">{words.noTotals}</p>;
	const name = (key: string): string => words.totals[key] ?? key;
	const groups = new Map<string, Total[]>();
	for (const total of totals) {
		const inside = total.path.at(-2);
		const group = inside === undefined ? words.allDealers : name(inside);
		groups.set(group, [...(groups.get(group) ?? []), total]);
	}
	return (
		<div class="totals">
			{[...groups].map(([group, members]) => (
				<section key={group}>
					<h3>{group}</h3>
					<dl>
						{members.map(({ path, value }) => (
							<div key={path.join('.')} data-testid="total" data-name={path.join('.')}>
								<dt>{name(path.at(-1) ?? '')}</dt>
								<dd>{count(value, language)}</dd>
							</div>
						))}
					</dl>
				</section>
			))}
		</div>
	);
}
