import type { Commerce } from '../../../../world/types.mts';
import { won } from '../../format.mts';
import { useLanguage } from '../../language.mts';

interface Props {
	commerce: Commerce | null;
	additional: string | null;
}

/** The product: its name, what it costs now, and what it cost before. */
export function PriceBlock({ commerce, additional }: Props) {
	const { words } = useLanguage();
	if (!commerce) return null;
	const { title, regularPrice, discountPrice, discountRate, discountFixed } = commerce;
	return (
		<div class="card-body" data-testid="commerce">
			<h3 class="product">{title}</h3>
			<p class="price" lang="ko">
				{discountRate !== null && <b>{discountRate}%</b>}
				{discountFixed !== null && <b>{words.discount(won(discountFixed))}</b>}
				<strong>{won(discountPrice ?? regularPrice)}</strong>
				{discountPrice !== null && <s>{won(regularPrice)}</s>}
			</p>
			{additional && <p class="additional">{additional}</p>}
		</div>
	);
}
