import type { Button } from '../api.mts';
import { Tap } from './Tap.tsx';

export function ButtonControl({ button, className }: { button: Button; className: string }) {
	return (
		<Tap button={button} class={className} data-testid="bubble-button">
			{button.name}
		</Tap>
	);
}
