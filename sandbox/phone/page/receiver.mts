import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether the owner of the phone is a friend of the channels: KakaoTalk then has nothing to add. */
export const FriendContext = createContext(true);

/** Whose message is drawn: the channel's `@name`; null outside of messages. */
export const ChannelContext = createContext<string | null>(null);

export function useChannel(): string | null {
	return useContext(ChannelContext);
}

export function useFriend(): boolean {
	return useContext(FriendContext);
}
