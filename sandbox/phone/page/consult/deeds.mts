import { useRef, useState } from 'preact/hooks';
import { useLanguage } from '../language.mts';
import type { Store } from '../store.mts';
import { consultApi, Refused, type Tap, type Wish, type Writing } from './api.mts';
import { type ChatLink, linkedChannel } from './chatLink.mts';

const TOAST_MS = 4000;

/** What is said for a moment above the room. */
export interface Toast {
	text: string;
	/** Tells two of the same words apart. */
	turn: number;
}

/** What the owner of a phone, and the company's agent, can do; each answers whether Kakao went along with it. */
export interface Deeds {
	toast: Toast | null;
	write: (channel: string, writing: Writing) => Promise<boolean>;
	open: (channel: string, wish: Wish) => Promise<boolean>;
	/** Follows a link into a chat. @returns the channel's `@name`, or null when it leads nowhere */
	follow: (link: ChatLink) => Promise<string | null>;
	tap: (channel: string, tap: Tap) => Promise<boolean>;
	leave: (channel: string) => Promise<boolean>;
	block: (channel: string, blocked: boolean) => Promise<boolean>;
	agent: (channel: string, answer: { text?: string; end?: boolean }) => Promise<boolean>;
}

/** Of one phone. */
export function useDeeds(store: Store, number: string): Deeds {
	const { words } = useLanguage();
	const [toast, setToast] = useState<Toast | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>();
	const say = (text: string): void => {
		clearTimeout(timer.current);
		setToast((before) => ({ text, turn: (before?.turn ?? 0) + 1 }));
		timer.current = setTimeout(() => setToast(null), TOAST_MS);
	};
	const did = async (deed: Promise<void>, done = ''): Promise<boolean> => {
		try {
			await deed;
		} catch (error) {
			console.warn('The local Kakao did not do that', error);
			say(error instanceof Refused ? `${words.refusedByKakao} ${error.message}` : words.saveFailed);
			return false;
		}
		if (done) say(done);
		store.refresh();
		return true;
	};
	const open = (channel: string, wish: Wish): Promise<boolean> => did(consultApi.open({ number, channel }, wish));
	return {
		toast,
		write: (channel, writing) => did(consultApi.write({ number, channel }, writing)),
		open,
		follow: async ({ id, wish }) => {
			const target = linkedChannel(id, await consultApi.profiles());
			if (!target) {
				say(words.unknownChannel(id));
				return null;
			}
			// A plain chat link goes into the room and asks for nothing; the first words there begin the consult.
			return !wish || (await open(target.searchId, wish)) ? target.searchId : null;
		},
		tap: (channel, tap) => did(consultApi.tap({ number, channel }, tap)),
		// The end of a consult is said in the room itself.
		leave: (channel) => did(consultApi.leave({ number, channel }), store.consults.find(number, channel)?.state === 'consult' ? '' : words.hasLeft),
		block: (channel, blocked) => did(consultApi.block({ number, channel }, blocked)),
		agent: (channel, answer) => did(consultApi.agent({ number, channel }, answer)),
	};
}
