import { channelTalk } from './channelTalk';
import { closer } from './closer';
import type { Hub } from './contract';
import { happyTalk } from './happyTalk';
import { happyTalkV1 } from './happyTalk/first';
import { hub } from './hub';
import { talkBridge } from './talkBridge';

/** Every consult hub, in the order in which people choose one. Bizgo (Infobank) publishes no consult API (facts consulttalk §0 J). */
export const HUBS: readonly Hub[] = [happyTalk, happyTalkV1, talkBridge, channelTalk, closer, hub];

/** A hub by the `provider` of a credential; undefined for an unknown one. */
export function hubById(id: string): Hub | undefined {
	return HUBS.find((each) => each.id === id);
}
