import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Whether the owner of the phone is a friend of the channels: KakaoTalk then has nothing to add. */
export const FriendContext = createContext(true);

export function useFriend(): boolean {
	return useContext(FriendContext);
}
