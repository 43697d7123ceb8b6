import { useRef, useState } from 'preact/hooks';
import { Refused } from './calls.mts';
import { useLanguage } from './language.mts';
import type { Store } from './store.mts';

const TOAST_MS = 4000;

/** What is said for a moment above the room. */
export interface Toast {
	text: string;
	/** Tells two of the same words apart. */
	turn: number;
}

/** Does something on a phone, and says so when the local Kakao refuses. */
export interface Doing {
	toast: Toast | null;
	tell: (text: string) => void;
	/** @returns whether it has been done */
	did: (deed: Promise<unknown>, done?: string) => Promise<boolean>;
}

export function useDoing(store: Store): Doing {
	const { words } = useLanguage();
	const [toast, setToast] = useState<Toast | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>();
	const tell = (text: string): void => {
		clearTimeout(timer.current);
		setToast((before) => ({ text, turn: (before?.turn ?? 0) + 1 }));
		timer.current = setTimeout(() => setToast(null), TOAST_MS);
	};
	const did = async (deed: Promise<unknown>, done = ''): Promise<boolean> => {
		try {
			await deed;
		} catch (error) {
			console.warn('The local Kakao did not do that', error);
			tell(error instanceof Refused ? `${words.refusedByKakao} ${error.message}` : words.saveFailed);
			return false;
		}
		if (done) tell(done);
		store.refresh();
		return true;
	};
	return { toast, tell, did };
}
