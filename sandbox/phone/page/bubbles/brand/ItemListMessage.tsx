import type { BrandBubble, WideItem } from '../../../../world/types.mts';
import { useLanguage } from '../../language.mts';
import { Picture } from '../Picture.tsx';
import { TapArea } from '../Tap.tsx';
import { Buttons } from './Buttons.tsx';
import { CouponTicket } from './CouponTicket.tsx';

interface ItemProps {
	item: WideItem;
	/** The first item is a picture with its title upon it; the others are rows. */
	first: boolean;
}

function Item({ item, first }: ItemProps) {
	const { words } = useLanguage();
	const title = item.title && <span class="wide-item-title">{item.title}</span>;
	return (
		<li>
			<TapArea name={item.title ?? words.pictureLink} links={item} class={first ? 'wide-item first' : 'wide-item'} data-testid="wide-item">
				{first ? <Picture url={item.imageUrl} className="brand-picture main" inside /> : title}
				{first ? title : <Picture url={item.imageUrl} className="thumbnail" inside />}
			</TapArea>
		</li>
	);
}

export function ItemListMessage({ bubble }: { bubble: BrandBubble }) {
	return (
		<>
			{bubble.header && (
				<h3 class="list-header" data-testid="bubble-header">
					{bubble.header}
				</h3>
			)}
			<ul class="wide-items">
				{bubble.items.map((item, place) => (
					<Item key={place} item={item} first={place === 0} />
				))}
			</ul>
			<Buttons buttons={bubble.buttons} side />
			<CouponTicket coupon={bubble.coupon} />
		</>
	);
}
