import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Tap } from './api.mts';

/** What a bubble can ask of its phone. */
export interface ConsultActions {
	tap: (channel: string, tap: Tap) => void;
}

export const ConsultContext = createContext<ConsultActions>({ tap: () => undefined });

export function useConsult(): ConsultActions {
	return useContext(ConsultContext);
}
