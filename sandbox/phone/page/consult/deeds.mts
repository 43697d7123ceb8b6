import type { Doing } from '../doing.mts';
import type { Store } from '../store.mts';
import type { Words } from '../words.mts';
import { consultApi, type Tap, type Wish, type Writing } from './api.mts';
import { type ChatLink, linkedChannel } from './chatLink.mts';

/** What the owner of a phone, and the company's agent, can do in a consult; each answers whether Kakao went along with it. */
export interface ConsultDeeds {
	write: (channel: string, writing: Writing) => Promise<boolean>;
	open: (channel: string, wish: Wish) => Promise<boolean>;
	/** Follows a link into a chat. @returns the channel's `@name`, or null when it leads nowhere */
	follow: (link: ChatLink) => Promise<string | null>;
	tap: (channel: string, tap: Tap) => Promise<boolean>;
	leave: (channel: string) => Promise<boolean>;
	agent: (channel: string, answer: { text?: string; end?: boolean }) => Promise<boolean>;
}

/** Of one phone. */
export function consultDeeds({ did, tell }: Doing, store: Store, number: string, words: Words): ConsultDeeds {
	const open = (channel: string, wish: Wish): Promise<boolean> => did(consultApi.open({ number, channel }, wish));
	return {
		write: (channel, writing) => did(consultApi.write({ number, channel }, writing)),
		open,
		follow: async ({ id, wish }) => {
			const target = linkedChannel(id, await consultApi.profiles());
			if (!target) {
				tell(words.unknownChannel(id));
				return null;
			}
			// A plain chat link goes into the room and asks for nothing; the first words there begin the consult.
			return !wish || (await open(target.searchId, wish)) ? target.searchId : null;
		},
		tap: (channel, tap) => did(consultApi.tap({ number, channel }, tap)),
		// The end of a consult is said in the room itself.
		leave: (channel) => did(consultApi.leave({ number, channel }), store.consults.find(number, channel)?.state === 'consult' ? '' : words.hasLeft),
		agent: (channel, answer) => did(consultApi.agent({ number, channel }, answer)),
	};
}
