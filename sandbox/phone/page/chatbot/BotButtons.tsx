import type { ComponentChildren } from 'preact';
import { Tap } from '../bubbles/Tap.tsx';
import { useLanguage } from '../language.mts';
import { useBot } from './actions.mts';
import type { BotButton, BotQuickReply, Tap as TapOf } from './api.mts';

/** Where in a conversation a card stands. */
export interface CardPlace {
	channel: string;
	entryId: string;
	output: number;
	/** In a carousel. */
	card?: number;
}

const tapOf = ({ channel: _, ...where }: CardPlace): TapOf => where;

/** KakaoTalk cuts labels without a word (facts kakao-developers.md 7.2). */
const LABEL_MAX = { vertical: 14, horizontal: 8 } as const;
const cut = (label: string, max: number): string => [...label].slice(0, max).join('');

interface ActionProps {
	button: BotButton;
	channel: string;
	tap: TapOf;
	class: string;
	'data-testid': string;
	children: ComponentChildren;
}

/** Web and telephone lead out of the chat; words, blocks and the operator are the bot's to answer. */
export function BotAction({ button, channel, tap, children, ...rest }: ActionProps) {
	const { words } = useLanguage();
	const bot = useBot();
	const { action, label, webLinkUrl, phoneNumber } = button;
	const marks = { ...rest, 'data-action': action };
	if (action === 'webLink' || action === 'phone') {
		const out = action === 'phone' ? { type: 'TN' as const, telNumber: phoneNumber } : { type: 'WL' as const, linkMobile: webLinkUrl };
		return (
			<Tap button={{ name: label, ...out }} {...marks}>
				{children}
			</Tap>
		);
	}
	const onClick = (): void => (action === 'share' || action === 'osLink' ? bot.tell(words[action]) : bot.tap(channel, tap));
	return (
		<button {...marks} type="button" onClick={onClick}>
			{children}
		</button>
	);
}

interface ButtonsProps {
	card: { buttons?: BotButton[]; buttonLayout?: 'vertical' | 'horizontal' };
	place: CardPlace;
}

export function BotButtons({ card: { buttons = [], buttonLayout = 'vertical' }, place }: ButtonsProps) {
	if (buttons.length === 0) return null;
	return (
		<div class={buttonLayout === 'horizontal' ? 'card-buttons side' : 'card-buttons'}>
			{buttons.map((button, index) => (
				<BotAction
					key={index}
					button={button}
					channel={place.channel}
					tap={{ ...tapOf(place), button: index }}
					class="card-button"
					data-testid="bot-button"
				>
					{cut(button.label, LABEL_MAX[buttonLayout])}
				</BotAction>
			))}
		</div>
	);
}

interface RepliesProps {
	replies: readonly BotQuickReply[];
	channel: string;
	entryId: string;
}

/** Chips below the newest answer. */
export function BotReplies({ replies, channel, entryId }: RepliesProps) {
	if (replies.length === 0) return null;
	return (
		<div class="quick-replies" data-testid="bot-replies">
			{replies.map((reply, index) => (
				<BotAction key={index} button={reply} channel={channel} tap={{ entryId, quickReply: index }} class="chip" data-testid="bot-quick-reply">
					{cut(reply.label, LABEL_MAX.vertical)}
				</BotAction>
			))}
		</div>
	);
}
