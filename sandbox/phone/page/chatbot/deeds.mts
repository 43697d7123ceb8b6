import type { Doing } from '../doing.mts';
import { botApi, type Tap } from './api.mts';

export interface BotDeeds {
	/** @returns whether the bot was there to answer */
	sayToBot: (channel: string, utterance: string) => Promise<boolean>;
	/** @returns whether it led to a person */
	tapBot: (channel: string, tap: Tap) => Promise<boolean>;
	setSkill: (bot: string, skillUrl: string | null) => Promise<boolean>;
}

/** Of one phone. */
export function botDeeds({ did }: Doing, number: string): BotDeeds {
	return {
		sayToBot: (channel, utterance) => did(botApi.say(number, channel, utterance)),
		tapBot: async (channel, tap) => {
			const tapped = botApi.tap(number, channel, tap);
			return (await did(tapped)) && (await tapped).button.action === 'operator';
		},
		setSkill: (bot, skillUrl) => did(botApi.setSkill(bot, skillUrl)),
	};
}
