import type { ComponentChildren } from 'preact';
import { Tap } from '../bubbles/Tap.tsx';
import { useConsult } from './actions.mts';
import type { ConsultButton, Tap as TapOf } from './api.mts';

interface Props {
	button: ConsultButton;
	channel: string;
	tap: TapOf;
	class: string;
	'data-testid': string;
	children: ComponentChildren;
}

/** Web, app and form lead out of the chat; everything else is said in it. */
function Answer({ button, channel, tap, children, ...marks }: Props) {
	const consult = useConsult();
	if (button.type === 'WL' || button.type === 'AL' || button.type === 'BF') {
		return (
			<Tap button={button} {...marks}>
				{children}
			</Tap>
		);
	}
	return (
		<button {...marks} type="button" data-type={button.type} onClick={() => consult.tap(channel, tap)}>
			{children}
		</button>
	);
}

interface List {
	buttons: readonly ConsultButton[];
	channel: string;
	messageId: string;
	/** Place in a carousel. */
	card?: number;
}

export function ConsultButtons({ buttons, channel, messageId, card }: List) {
	if (buttons.length === 0) return null;
	return (
		<div class="card-buttons">
			{buttons.map((button, place) => (
				<Answer
					key={place}
					button={button}
					channel={channel}
					tap={{ messageId, button: place, ...(card !== undefined && { card }) }}
					class="card-button"
					data-testid="consult-button"
				>
					{button.name}
				</Answer>
			))}
		</div>
	);
}

/** Chips below the newest message. */
export function ConsultReplies({ buttons, channel, messageId }: List) {
	if (buttons.length === 0) return null;
	return (
		<div class="quick-replies" data-testid="consult-replies">
			{buttons.map((button, place) => (
				<Answer key={place} button={button} channel={channel} tap={{ messageId, quickReply: place }} class="chip" data-testid="quick-reply">
					{button.name}
				</Answer>
			))}
		</div>
	);
}
