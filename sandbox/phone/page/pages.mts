import type { News } from './news.mts';

const PAGE = 200;

/** What is loaded of each open phone: of every list its newest part, a page longer each time the user wants to see earlier. */
export abstract class Pages<T> {
	private loaded = new Map<string, T[]>();
	private pages = new Map<string, number>();

	/** @param limit newest entries of each list */
	protected abstract read(number: string, limit: number): Promise<T[]>;

	/** @returns the fresh ones, in which what has not changed keeps its object, so that its bubble needs no redraw */
	protected abstract merge(known: readonly T[], fresh: T[]): T[];

	/** The lists that the server cuts off at the limit. */
	protected abstract lists(loaded: T[]): readonly (readonly unknown[])[];

	/** Undefined before they have been loaded. */
	of(number: string): T[] | undefined {
		return this.loaded.get(number);
	}

	async load(number: string): Promise<News> {
		const fresh = await this.read(number, this.limitOf(number));
		return () => void this.loaded.set(number, this.merge(this.of(number) ?? [], fresh));
	}

	hasEarlier(number: string): boolean {
		return this.lists(this.of(number) ?? []).some(({ length }) => length >= this.limitOf(number));
	}

	/** The next load brings one page more. */
	wantEarlier(number: string): void {
		this.pages.set(number, (this.pages.get(number) ?? 1) + 1);
	}

	forget(number: string): void {
		this.loaded.delete(number);
		this.pages.delete(number);
	}

	clear(): void {
		this.loaded.clear();
		this.pages.clear();
	}

	private limitOf(number: string): number {
		return (this.pages.get(number) ?? 1) * PAGE;
	}
}

/**
 * Puts known objects in the place of fresh ones that tell the same.
 * @param isSame of two with the same id: after a reset ids come back in use
 */
export function keepKnown<T extends { id: string | number }>(known: readonly T[], fresh: readonly T[], isSame: (old: T, item: T) => boolean): T[] {
	const byId = new Map(known.map((item) => [item.id, item]));
	return fresh.map((item) => {
		const old = byId.get(item.id);
		return old && isSame(old, item) ? old : item;
	});
}
