import type { Button } from '../../api.mts';
import { useFriend } from '../../receiver.mts';
import { ButtonControl } from '../ButtonControl.tsx';

interface Props {
	buttons: Button[];
	/** Side by side instead of one below the other. */
	side?: boolean;
	/** The first one is for buying, and stands out. */
	buy?: boolean;
}

export function Buttons({ buttons, side = false, buy = false }: Props) {
	const friend = useFriend();
	// A friend has added the channel already.
	const shown = buttons.filter(({ type }) => !(friend && type === 'AC'));
	if (shown.length === 0) return null;
	return (
		<div class={`card-buttons${side ? ' side' : ''}${buy ? ' buy' : ''}`}>
			{shown.map((button, place) => (
				<ButtonControl key={place} button={button} className="card-button" />
			))}
		</div>
	);
}
