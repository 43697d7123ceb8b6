import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Button, SandboxMessage } from './api.mts';

/** What can slide up inside a phone. */
export type Sheet =
	| { kind: 'settings' }
	| { kind: 'button'; button: Button }
	| { kind: 'details'; message: SandboxMessage };

export const SheetContext = createContext<(sheet: Sheet) => void>(() => undefined);

export function useSheet(): (sheet: Sheet) => void {
	return useContext(SheetContext);
}
