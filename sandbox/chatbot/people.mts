import { createHash } from 'node:crypto';
import { userKeyOf } from '../consult/ids.mts';
import type { Developers } from '../developers/developers.mts';
import { numberOf } from '../world/kakaoIds.mts';
import type { Bot } from './types.mts';

/** A customer under the names that a bot has for them (facts 7.1). */
export interface Person {
	number: string;
	/** Per bot; 66 hexadecimal digits. */
	botUserKey: string;
	plusfriendUserKey: string;
	/** Only of users of the connected app, in digits. */
	appUserId: string | null;
	isFriend: boolean;
}

export const KEY_TYPES = ['botUserKey', 'plusfriendUserKey', 'appUserId'] as const;
export type KeyType = (typeof KEY_TYPES)[number];

/** Who is who. Keys are learned from skill calls: a key that no skill has seen resolves to nobody. */
export class People {
	readonly #developers: Developers;
	#seen = new Map<string, string>();

	constructor(developers: Developers) {
		this.#developers = developers;
	}

	person(number: string, { id, channel }: Bot): Person {
		const { users, world } = this.#developers.platform;
		const user = users.of(number);
		const botUserKey = createHash('sha512').update(`${id}\n${number}`).digest('hex').slice(0, 66);
		const plusfriendUserKey = userKeyOf(channel, number);
		this.#seen.set(botUserKey, number);
		this.#seen.set(plusfriendUserKey, number);
		const isFriend = world.phones.relations.of(number, channel).relation === 'ADDED';
		return { number, botUserKey, plusfriendUserKey, appUserId: user.linked ? user.userId : null, isFriend };
	}

	/** Whose key it is, with this bot; undefined for nobody's. */
	resolve(bot: Bot, type: KeyType, key: string): Person | undefined {
		const number = type === 'appUserId' ? numberOf(key) : this.#seen.get(key);
		if (number === undefined) return undefined;
		const person = this.person(number, bot);
		return person[type] === key ? person : undefined;
	}

	clear(): void {
		this.#seen.clear();
	}
}
