import { requireId } from '../message/channelId';
import type { Made } from '../message/made';

/** The channel's public ID (`_ZeUTxl`) from the ID itself or the channel's address; `@name` is refused with the cure. */
export const readChannelId = (input: string): Made<string> => requireId(input, 'publicId');
