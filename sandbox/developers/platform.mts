import type { World } from '../world/world.mts';
import type { DevelopersBehaviours } from './behaviour.mts';
import type { AppChannels } from './channels.mts';
import type { CustomerFiles } from './files/customerFiles.mts';
import type { Keys } from './keys.mts';
import type { Refusals } from './refusals.mts';
import type { Tokens } from './tokens.mts';
import type { AppUsers } from './users.mts';

/** What the app at Kakao Developers consists of; kapi and kauth look at the same one. */
export interface Platform {
	world: World;
	keys: Keys;
	users: AppUsers;
	channels: AppChannels;
	files: CustomerFiles;
	tokens: Tokens;
	behaviours: DevelopersBehaviours;
	refusals: Refusals;
}
