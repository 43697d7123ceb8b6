import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Button, SandboxMessage } from './api.mts';
import type { Room } from './room.mts';

/** What can slide up inside a phone. */
export type Sheet =
	| { kind: 'settings' }
	/** `channel`: whose message the button stands in. */
	| { kind: 'button'; button: Button; channel: string | null }
	| { kind: 'details'; message: SandboxMessage }
	/** All channels, to write to one or to enter through its consult button. */
	| { kind: 'entry' }
	/** What can be done with a channel's or its chatbot's room. */
	| { kind: 'room'; room: Room };

export const SheetContext = createContext<(sheet: Sheet) => void>(() => undefined);

export function useSheet(): (sheet: Sheet) => void {
	return useContext(SheetContext);
}
