import type { Addressee } from './target';

/** A hub's own sentence may repeat the keys it was given: enough of one is left to find the customer. */
export function masked(text: string, target: Addressee | null): string {
	const keys = [target?.userKey ?? '', target?.chatId ?? ''].filter((key) => key.length > 3);
	return keys.reduce((said, key) => said.replaceAll(key, `${key.slice(0, 3)}…`), text);
}
