const PREFIX = 'kakao-sandbox.';

/** What the browser remembers between visits. Storage can be switched off; then the page only forgets. */
export function recall<T>(name: string, fallback: T): T {
	try {
		const text = localStorage.getItem(PREFIX + name);
		return text === null ? fallback : (JSON.parse(text) as T);
	} catch (error) {
		console.warn(`Could not read ${name} from the browser's storage`, error);
		return fallback;
	}
}

export function remember(name: string, value: unknown): void {
	try {
		localStorage.setItem(PREFIX + name, JSON.stringify(value));
	} catch (error) {
		console.warn(`Could not keep ${name} in the browser's storage`, error);
	}
}
