import type { HubId } from '../world/types.mts';
import { channelTalk } from './channelTalk/hub.mts';
import { closer } from './closer/hub.mts';
import type { HubFactory } from './contract.mts';
import { happyTalk } from './happyTalk/hub.mts';
import { hub } from './hub/hub.mts';
import { talkBridge } from './talkBridge/hub.mts';

/** All consult hubs of the sandbox. */
export const HUBS = { happyTalk, talkBridge, channelTalk, closer, hub } as const satisfies Record<HubId, HubFactory>;

/** The same, in a form to walk over. */
export const HUB_IDS = ['happyTalk', 'talkBridge', 'channelTalk', 'closer', 'hub'] as const satisfies readonly HubId[];
