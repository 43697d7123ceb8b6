import type { Room } from '../room.mts';
import type { Bot } from './api.mts';

/** The chatbot has a room of its own, so that one sees who answers. */
export const botRoom = ({ channel, name }: Pick<Bot, 'channel' | 'name'>): Room => ({ id: `bot ${channel}`, name, bot: channel });
