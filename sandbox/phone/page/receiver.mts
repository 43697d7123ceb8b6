import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether the owner of the phone is a friend of a channel: KakaoTalk then has nothing to add. */
export const FriendContext = createContext<(channel: string | null) => boolean>(() => true);

/** Whose message is drawn: the channel's `@name`; null outside of messages. */
export const ChannelContext = createContext<string | null>(null);

export function useChannel(): string | null {
	return useContext(ChannelContext);
}

/** Of the channel whose message is drawn. */
export function useFriend(): boolean {
	const channel = useChannel();
	return useContext(FriendContext)(channel);
}
