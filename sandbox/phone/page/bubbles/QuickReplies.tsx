import type { Button } from '../api.mts';
import { ButtonControl } from './ButtonControl.tsx';

export function QuickReplies({ bubble }: { bubble: { quickReplies: Button[] } }) {
	if (bubble.quickReplies.length === 0) return null;
	return (
		<div class="quick-replies" data-testid="quick-replies">
			{bubble.quickReplies.map((button, place) => (
				<ButtonControl key={place} button={button} className="chip" />
			))}
		</div>
	);
}
