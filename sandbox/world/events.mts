import type { SandboxEvent } from './types.mts';

export type Listener = (event: SandboxEvent) => void;

/** Tells whoever listens (the phone page, tests) what just happened. Listeners must be quick and must not throw. */
export class EventBus {
	readonly #listeners = new Set<Listener>();

	/** @returns a function that stops listening */
	listen(listener: Listener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	emit(event: SandboxEvent): void {
		for (const listener of this.#listeners) listener(event);
	}
}
