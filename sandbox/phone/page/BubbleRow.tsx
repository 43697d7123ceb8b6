import type { SandboxMessage } from './api.mts';
import { Avatar } from './Avatar.tsx';
import { drawingOf } from './bubbles/registry.mts';
import { clock, shortMoment } from './format.mts';
import { Icon } from './Icon.tsx';
import { useLanguage } from './language.mts';
import { ChannelContext } from './receiver.mts';
import { useSheet } from './sheets.mts';
import { momentOf } from './timeline.mts';

/** A message as KakaoTalk shows it: the channel's picture and name, the bubble, its time beside it. */
export function BubbleRow({ message }: { message: SandboxMessage }) {
	const { language, words } = useLanguage();
	const openSheet = useSheet();
	const at = momentOf(message);
	const waiting = message.state === 'scheduled' || message.state === 'processing';
	const { Card, Below, advertising, wide, secure } = drawingOf(message.bubble);
	return (
		<article
			class={waiting ? 'bubble-row waiting' : 'bubble-row'}
			data-testid="bubble"
			data-message-id={message.id}
			data-to={message.to}
			data-state={message.state}
			data-kind={message.bubble.kind}
			data-template={message.templateCode}
		>
			<Avatar seed={message.channel} name={message.channelName} />
			<div class="bubble-side">
				<p class="sender">
					{advertising && <span lang="ko">{words.advertisement} </span>}
					{message.channelName}
					{message.state === 'scheduled' && (
						<span class="due">
							<Icon name="clock" size={12} />
							{words.scheduledFor(shortMoment(at, language))}
						</span>
					)}
				</p>
				<div class={wide(message.bubble) ? 'bubble-line wide' : 'bubble-line'}>
					<ChannelContext.Provider value={message.channel}>
						<Card bubble={message.bubble} />
					</ChannelContext.Provider>
					<button type="button" class="meta" aria-label={words.details} onClick={() => openSheet({ kind: 'details', message })}>
						{secure(message.bubble) && (
							<span class="secure" title={words.secure} role="img" aria-label={words.secure}>
								<Icon name="lock" size={13} />
							</span>
						)}
						{message.state === 'processing' && <span>{words.sending}…</span>}
						{message.state === 'delivered' && (
							<span class="tick" title={words.delivered}>
								<Icon name="check" size={12} />
							</span>
						)}
						<time dateTime={at}>{clock(at, language)}</time>
					</button>
				</div>
				{Below && !waiting && (
					<ChannelContext.Provider value={message.channel}>
						<Below bubble={message.bubble} />
					</ChannelContext.Provider>
				)}
			</div>
		</article>
	);
}
